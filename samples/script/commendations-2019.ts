/**
 * Commendation in the drill: what S1 reports, recorded on the day of the report, and one nomination that goes through every
 * step at the end of 2019. INVENTED CONDUCT: no source tells of that nomination, its person or its dates; every text says so.
 */
import type { Actor, Nomination } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import { commendedOfS1, medalsOfS1, provinceOfS1 } from '../sources/s1-commendations';
import { operator, ORG, type ScriptedAct } from './act';

const COMMENDATION_IDS = {
  medals: 'k-s1-medals',
  commended: 'k-s1-commended',
  nomination: 'k-drill-2019',
} as const;

const stream = (id: string) => ({ stream: `commendation/${id}` });

const INVENTED = '(tình huống của bản chạy mô phỏng)';
const NOMINATED = 'cat-hai-phong';

const ministryClerk: Actor = { id: 'van-thu-bca', role: 'clerk', unit: 'bo-cong-an' };
const nominator: Actor = { id: `van-thu-${NOMINATED}`, role: 'clerk', unit: NOMINATED };
const standing: Actor = { id: 'thuong-truc-v28', role: 'standingBody', unit: 'v28' };
const minister: Actor = { id: 'lanh-dao-bca', role: 'leader', unit: 'bo-cong-an' };

const nomination: Nomination = {
  directive: DIRECTIVE_IDS.s4,
  form: 'bang-khen',
  awardingBody: 'bo-cong-an',
  appraisingBody: 'v28',
  merit: 'regular',
  subjects: [
    { kind: 'collective', unit: NOMINATED },
    {
      kind: 'individual',
      name: 'Người được đề nghị 01 (nhân vật giả định)',
      unit: NOMINATED,
      position: { vi: 'cán bộ phong trào', en: 'officer for the movement' },
    },
  ],
  evidence: ['2015', '2016', '2017', '2018'].map((year) => ({
    kind: 'obligation' as const,
    ref: `${DIRECTIVE_IDS.s4}~report~${year}~0~${NOMINATED}`,
    merit: null,
    sha256: null,
    note: 'báo cáo năm, gửi đúng hạn và được chấp nhận',
  })),
  shortlist: null,
  reason: `Gửi đúng hạn báo cáo các năm 2015–2018 ${INVENTED}`,
};

const on = (
  key: string,
  at: string,
  { type, data, actor }: Pick<ScriptedAct, 'type' | 'data' | 'actor'>,
): ScriptedAct => ({
  at,
  key: `${key} ${COMMENDATION_IDS.nomination}`,
  target: stream(COMMENDATION_IDS.nomination),
  type,
  data,
  actor,
});

const paper = (kind: string, number: string) => ({
  kind,
  number,
  date: '2019-12-19',
  sha256: null,
});

/** The dossier comes late, so that the ladder is seen to escalate; every other step is in time. */
const scriptOfNomination: readonly ScriptedAct[] = [
  on('nominate', '2019-12-02T02:00:00.000Z', {
    type: 'NominateForCommendation',
    data: nomination,
    actor: nominator,
  }),
  on('dossier', '2019-12-20T02:00:00.000Z', {
    type: 'CompleteDossier',
    data: {
      documents: [
        paper('to-trinh', '01/TTr'),
        paper('bao-cao-thanh-tich', '02/BC'),
        paper('bien-ban', '03/BB'),
      ],
      note: INVENTED,
    },
    actor: nominator,
  }),
  on('appraise', '2020-01-03T08:00:00.000Z', {
    type: 'AppraiseNomination',
    data: {
      finding: 'eligible',
      reason: `Đủ căn cứ, không bị kỷ luật, kiểm tra ${INVENTED}`,
      barred: [],
      opinionsOf: [],
    },
    actor: standing,
  }),
  on('decide', '2020-01-16T07:00:00.000Z', {
    type: 'DecideCommendation',
    data: {
      number: '01/QĐ-BCA-X (giả định)',
      date: '2020-01-16',
      signer: 'Bộ trưởng',
      reason: `Thành tích nổi bật ${INVENTED}`,
    },
    actor: minister,
  }),
  on('confer', '2020-02-03T08:00:00.000Z', {
    type: 'ConferAward',
    data: { on: '2020-02-03', where: `Hội nghị đầu năm ${INVENTED}`, reason: '' },
    actor: ministryClerk,
  }),
  on('announce', '2020-02-06T02:00:00.000Z', {
    type: 'MakeAwardKnown',
    data: { on: '2020-02-06', how: `Thông báo trên cổng thông tin của Bộ ${INVENTED}` },
    actor: ministryClerk,
  }),
];

const reported = (id: string, at: string, data: unknown): ScriptedAct => ({
  at,
  key: `record awards ${id}`,
  target: stream(id),
  type: 'RecordAwards',
  data,
  actor: ministryClerk,
});

export const scriptOfCommendations: readonly ScriptedAct[] = [
  {
    at: '2019-11-26T09:30:00.000Z',
    key: 'register the province of the review report',
    target: ORG,
    type: 'RegisterUnits',
    data: { units: [provinceOfS1] },
    actor: operator,
  },
  reported(COMMENDATION_IDS.medals, '2019-11-26T10:15:00.000Z', medalsOfS1),
  reported(COMMENDATION_IDS.commended, '2019-11-26T10:20:00.000Z', commendedOfS1),
  ...scriptOfNomination,
];
