/**
 * Reorganisations in the drill: August 2018 in the Ministry, Đông Sơn on 01/01/2025, and the reform of 01/07/2025. That they
 * happened are outside facts; who took over from whom, where our sources do not say, is assumed and says so in its reason.
 */
import type { ChangeSet, NamedHeir, NewUnit } from '../../libs/domain';
import { firePolices, generalDepartments } from '../units/police-of-2018';
import { committeeOfCanTho, mergedPolice, PROVINCES_SOURCE } from '../units/provinces-of-2025';
import {
  COMMUNES_SOURCE,
  communesOf,
  MERGED_BEFORE,
  partyHeirs,
  REFORM_DAY,
} from '../units/thanh-hoa-communes';
import { operator, ORG, type ScriptedAct } from './act';

export const REORGANISATION_IDS = {
  ministry: 'bca-2018-08',
  dongSon: 'thanh-hoa-2025-01',
  communes: 'thanh-hoa-2025-07',
  provinces: 'tinh-2025-07',
} as const;

const ASSUMED = 'Giả định của bản chạy mô phỏng';

/** Mường Lát is the district for which nobody has named an heir when the reform is recorded. */
export const WITHOUT_HEIR = 'ubnd-muong-lat';

const registered = (key: string, at: string, units: readonly NewUnit[]): ScriptedAct => ({
  ...{ at, key, target: ORG, actor: operator },
  type: 'RegisterUnits',
  data: { units },
});

/** At 07:30 of its day: the day must have come, and the rungs of the day are issued at 08:00. */
const decided = (set: ChangeSet): ScriptedAct => ({
  at: `${set.on}T00:30:00.000Z`,
  key: `reorganise ${set.id}`,
  target: ORG,
  type: 'ReorganiseUnits',
  data: set,
  actor: operator,
});

const ofMinistry: ChangeSet = {
  id: REORGANISATION_IDS.ministry,
  title: 'Sắp xếp Bộ Công an: bỏ cấp Tổng cục, sáp nhập Cảnh sát PCCC vào Công an tỉnh',
  on: '2018-08-07',
  source: 'Nghị định 01/2018/NĐ-CP (dữ kiện ngoài văn bản, chưa kiểm chứng)',
  register: [],
  changes: [
    { kind: 'dissolve', unit: generalDepartments.unit.id, successors: [generalDepartments.into] },
    ...firePolices.map(({ unit, into }) => ({ kind: 'merge' as const, units: [unit.id], into })),
  ],
  heirs: [],
};

const ofDongSon: ChangeSet = {
  id: REORGANISATION_IDS.dongSon,
  title: 'Nhập huyện Đông Sơn vào thành phố Thanh Hóa',
  on: '2025-01-01',
  source: 'Nghị quyết 1238/NQ-UBTVQH15 (dữ kiện ngoài văn bản, chưa kiểm chứng)',
  register: [],
  changes: [
    { kind: 'merge', units: [MERGED_BEFORE.district], into: 'ubnd-thanh-hoa' },
    { kind: 'merge', units: [MERGED_BEFORE.party], into: 'thanh-uy-thanh-hoa' },
  ],
  heirs: [],
};

/** The first commune of each district: where a district split in several, its reports need one hand. */
const heirs: readonly NamedHeir[] = communesOf
  .filter(({ unit }) => unit !== WITHOUT_HEIR)
  .map(({ unit, into: [first] }) => ({
    unit,
    heir: first!.id,
    reason: `${ASSUMED}: xã nơi có trụ sở cũ của huyện`,
  }));

const ofCommunes: ChangeSet = {
  id: REORGANISATION_IDS.communes,
  title: 'Bỏ cấp huyện ở Thanh Hóa: 26 huyện, thị xã, thành phố, 166 xã, phường',
  on: REFORM_DAY,
  source: COMMUNES_SOURCE,
  register: [],
  changes: [
    ...communesOf.map(({ unit, into }) => ({
      kind: 'split' as const,
      unit,
      into: into.map(({ id }) => id),
    })),
    ...partyHeirs.map(({ unit, into }) => ({
      kind: 'dissolve' as const,
      unit,
      successors: [into.id],
    })),
  ],
  heirs,
};

const ofProvinces: ChangeSet = {
  id: REORGANISATION_IDS.provinces,
  title: 'Sắp xếp cấp tỉnh: 63 Công an tỉnh, thành phố còn 34; Hậu Giang vào Cần Thơ',
  on: REFORM_DAY,
  source: `${PROVINCES_SOURCE}; Công an sáp nhập cùng ngày là giả định`,
  register: [],
  changes: [
    ...mergedPolice.map(({ units, into }) => ({ kind: 'merge' as const, units, into })),
    { kind: 'merge', units: ['ubnd-tinh-hau-giang'], into: committeeOfCanTho.id },
  ],
  heirs: [],
};

const communes = communesOf.flatMap(({ into }) => into);
const PAGE = 40;

function inPages(units: readonly NewUnit[]): readonly (readonly NewUnit[])[] {
  const pages = Math.ceil(units.length / PAGE);
  return Array.from({ length: pages }, (_, at) => units.slice(at * PAGE, (at + 1) * PAGE));
}

export const scriptOfReorganisations: readonly ScriptedAct[] = [
  registered('register what ends in 2018', '2018-08-06T02:00:00.000Z', [
    generalDepartments.unit,
    ...firePolices.map(({ unit }) => unit),
  ]),
  decided(ofMinistry),
  decided(ofDongSon),
  registered('register the committee of Cần Thơ', '2025-06-24T02:00:00.000Z', [committeeOfCanTho]),
  ...inPages([...communes, ...partyHeirs.map(({ into }) => into)]).map((units, index) =>
    registered(`register communes ${index + 1}`, `2025-06-25T02:0${index}:00.000Z`, units),
  ),
  decided(ofCommunes),
  decided(ofProvinces),
  {
    at: '2025-07-03T02:00:00.000Z',
    key: `heir of ${WITHOUT_HEIR}`,
    target: { stream: `reorganisation/${REORGANISATION_IDS.communes}` },
    type: 'DecideHeir',
    data: {
      unit: WITHOUT_HEIR,
      heir: communesOf.find(({ unit }) => unit === WITHOUT_HEIR)!.into[0]!.id,
      reason: `${ASSUMED}: quyết định sau khi các xã nhận bàn giao`,
    },
    actor: operator,
  },
];
