/**
 * INVENTED CONDUCT: two inspections under III.3 of 09-CT/TU. The text orders them in "một số" districts and states neither
 * when nor where; that these took place is the drill's assumption, and every part says so.
 */
import type { Actor, Graded, Inspection } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { actsOn, type ScriptedAct } from './act';

const office: Actor = {
  id: 'van-phong-tinh-uy-th',
  role: 'standingBody',
  unit: 'van-phong-tinh-uy-thanh-hoa',
};

const invented = <T>(value: T): Graded<T> => ({
  grade: 'assumed',
  value,
  reason: 'tình huống của bản chạy mô phỏng',
});

const INSPECTION = {
  duty: 'inspection',
  by: invented('dang-uy-ban-giam-doc-cong-an-tinh-thanh-hoa'),
  source: null,
  title: {
    vi: 'Làm việc với Ban Thường vụ một số huyện, thị, thành ủy và kiểm tra thực hiện',
    en: 'Meeting the boards of some districts and inspecting implementation',
  },
};

const inSomeDistricts: Inspection = {
  ...INSPECTION,
  when: invented('2013-05-21'),
  where: invented('Mường Lát, Quan Sơn, Bỉm Sơn'),
  inspected: invented(['huyen-uy-muong-lat', 'huyen-uy-quan-son', 'thi-uy-bim-son']),
  report: invented({
    number: '01/BC-KT',
    date: '2013-06-07',
    to: 'ban-thuong-vu-tinh-uy-thanh-hoa',
    sha256: null,
  }),
};

const inDistrictsNotNamed: Inspection = {
  ...INSPECTION,
  when: invented('2017-09'),
  where: { grade: 'notStated', note: 'III.3 chỉ viết "một số huyện"' },
  inspected: { grade: 'notStated', note: 'III.3 chỉ viết "một số huyện"' },
  report: { grade: 'notStated', note: 'chưa ghi nhận báo cáo nào' },
};

const { on } = actsOn(DIRECTIVE_IDS.s2);

export const scriptOfInspections: readonly ScriptedAct[] = [
  on('record inspection 2013', {
    at: '2013-06-10T02:00:00.000Z',
    type: 'RecordInspection',
    data: inSomeDistricts,
    actor: office,
  }),
  on('record inspection 2017', {
    at: '2017-10-05T02:00:00.000Z',
    type: 'RecordInspection',
    data: inDistrictsNotNamed,
    actor: office,
  }),
];
