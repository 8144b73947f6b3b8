/**
 * Recognition in the drill. What S1 tells of 2014–2019 and of the years ahead is recorded when the report makes it known, by
 * the operator: no source says who stands above the committee.
 * INVENTED CONDUCT: four years of forty assumed subjects in Thanh Hóa: two under TT 23/2012, of which no checklist is held, so
 * their dossiers answer none, and two under TT 124/2021. Every number, reason and name of them says that it is the drill's.
 */
import type { Actor, Graded, KnownResult, Answer } from '../../libs/domain';
import { DIRECTIVE_IDS } from '../directives/ids';
import {
  COMMITTEE_OF_S1,
  recognisedOfS1,
  sourceOfS1,
  targetOfS1,
} from '../sources/s1-review-report';
import { recognitionSubjects } from '../units/recognition-subjects';
import { operator, ORG, type ScriptedAct } from './act';

const leader: Actor = { id: 'chu-tich-ubnd-th', role: 'leader', unit: 'ubnd-tinh-thanh-hoa' };
const standing: Actor = {
  id: 'thuong-truc-bcd-138-th',
  role: 'standingBody',
  unit: 'bcd-138-thanh-hoa',
};

const ENTERPRISE = 'doanh-nghiep-gia-dinh-12';
const AGENCY = 'co-quan-gia-dinh-20';
const SCHOOL = 'truong-gia-dinh-08';

const INVENTED = 'giả định của bản chạy mô phỏng';
const BODY = 'ubnd-tinh-thanh-hoa';
const TOLD_ON = '2019-11-26T10';

/** The six years of which the report tells the same. */
const YEARS_OF_S1 = [2014, 2015, 2016, 2017, 2018, 2019];
const YEARS_AHEAD = [2020, 2021];

type Of = { readonly authority: string; readonly year: number };

function on(
  { authority, year }: Of,
  what: string,
  act: Pick<ScriptedAct, 'at' | 'type' | 'data' | 'actor'>,
): ScriptedAct {
  const stream = `recognition/${authority}/${year}`;
  return { ...act, key: `${what} ${stream}`, target: { stream } };
}

const told: readonly ScriptedAct[] = YEARS_OF_S1.map((year, index) => {
  const data: KnownResult = {
    kinds: ['agency', 'enterprise', 'educationalInstitution'],
    result: recognisedOfS1,
    by: {
      grade: 'inferred',
      value: COMMITTEE_OF_S1,
      reason: 'bản tin không nêu tên tỉnh và cơ quan công nhận; suy ra từ người giữ chức vụ',
    },
    source: sourceOfS1,
    directive: DIRECTIVE_IDS.s4,
  };
  return on({ authority: COMMITTEE_OF_S1, year }, 'told', {
    at: `${TOLD_ON}:${20 + index}:00.000Z`,
    type: 'RecordRecognitionResult',
    data,
    actor: operator,
  });
});

const ahead: readonly ScriptedAct[] = YEARS_AHEAD.map((year, index) =>
  on({ authority: COMMITTEE_OF_S1, year }, 'target', {
    at: `${TOLD_ON}:${30 + index}:00.000Z`,
    type: 'SetRecognitionTarget',
    data: { target: targetOfS1, directive: DIRECTIVE_IDS.s4 },
    actor: operator,
  }),
);

type Year = {
  readonly year: number;
  readonly checked: boolean;
  readonly notMet: readonly string[];
};

/**
 * 39 of 40 is 97.5 %; 38 of 40 is exactly 95.0 %, which is not more than 95 %; 37 of 40 is 92.5 %. From 2022 there is a
 * checklist to answer (TT 124/2021); the year 2025 begins under it and ends under its amendment (TT 48/2025).
 */
const YEARS: readonly Year[] = [
  { year: 2019, checked: false, notMet: [ENTERPRISE] },
  { year: 2020, checked: false, notMet: [ENTERPRISE, AGENCY] },
  { year: 2022, checked: true, notMet: [SCHOOL] },
  { year: 2025, checked: true, notMet: [ENTERPRISE, AGENCY, SCHOOL] },
];

const UNITS = recognitionSubjects.map(({ unit }) => unit);

function played({ year, checked, notMet }: Year): ScriptedAct[] {
  const of = { authority: BODY, year };
  const met = UNITS.map(({ id }) => id).filter((id) => !notMet.includes(id));
  const assumed: Graded<unknown> = {
    grade: 'assumed',
    value: { comparator: '>', basisPoints: 9500 },
    reason: `${INVENTED}; Chỉ thị 04/CT-UBND không nêu chỉ tiêu`,
  };
  return [
    on(of, 'target', {
      at: `${year}-01-10T02:00:00.000Z`,
      type: 'SetRecognitionTarget',
      data: { target: assumed, directive: null },
      actor: leader,
    }),
    ...recognitionSubjects.flatMap(({ unit, kind }) =>
      subjectActs(of, { unit: unit.id, kind, checked, met: !notMet.includes(unit.id) }),
    ),
    on(of, 'decision', {
      at: `${year}-11-18T02:00:00.000Z`,
      type: 'DecideRecognition',
      data: {
        number: `QĐ-${year} (${INVENTED})`,
        date: `${year}-11-18`,
        met,
        notMet: notMet.map((unit) => ({ unit, reason: `Chưa đủ tiêu chí (${INVENTED})` })),
      },
      actor: leader,
    }),
  ];
}

type Played = {
  readonly unit: string;
  readonly kind: string;
  readonly checked: boolean;
  readonly met: boolean;
};

/** A school that fails had an event of zero tolerance; any other has too few sub-units rated. */
function answersOf({ kind, checked, met }: Played): readonly Answer[] {
  if (!checked) return [];
  const school = kind === 'educationalInstitution';
  const fulfilled = (item: string): Answer => ({
    item,
    answer: { kind: 'fulfilled', fulfilled: true },
    evidence: INVENTED,
  });
  const none = (item: string, happened = false): Answer => ({
    item,
    answer: { kind: 'zeroTolerance', happened },
    evidence: INVENTED,
  });
  return [
    fulfilled('registered-in-q1'),
    fulfilled('working-model'),
    none('no-grave-events'),
    ...(school ? [none('no-school-violence', !met)] : []),
    {
      item: 'sub-units-rated',
      answer: { kind: 'share', reached: met || school ? 8 : 6, of: 10 },
      evidence: INVENTED,
    },
  ];
}

/**
 * Registered in February, the dossier in the first days of November, appraised a week later. In 2022 the reminder of the
 * dossier falls on 04/11, 08:00, seven working days before 15/11: at 07:30 all are in, and nobody is reminded.
 */
function subjectActs(of: Of, played: Played): ScriptedAct[] {
  const { unit, kind, met } = played;
  const { year } = of;
  const focal: Actor = { id: `dau-moi-${unit}`, role: 'focal', unit };
  const reference = `Kế hoạch và đăng ký năm ${year} (${INVENTED})`;
  return [
    on(of, `register ${unit}`, {
      at: `${year}-02-18T02:00:00.000Z`,
      type: 'RegisterForRecognition',
      data: { unit, kind, trait: null, reference, date: `${year}-02-18` },
      actor: focal,
    }),
    on(of, `dossier ${unit}`, {
      at: `${year}-11-04T00:30:00.000Z`,
      type: 'SubmitRecognitionDossier',
      data: { unit, date: `${year}-11-04`, answers: answersOf(played), documents: [] },
      actor: focal,
    }),
    on(of, `appraisal ${unit}`, {
      at: `${year}-11-11T02:00:00.000Z`,
      type: 'AppraiseRecognitionDossier',
      data: {
        ...{ unit, date: `${year}-11-11`, proposal: met ? 'met' : 'notMet' },
        reasons: `Kết quả thẩm định: ${INVENTED}`,
      },
      actor: standing,
    }),
  ];
}

export const scriptOfRecognition: readonly ScriptedAct[] = [
  ...told,
  ...ahead,
  {
    at: '2019-01-02T02:00:00.000Z',
    key: 'register the assumed subjects of recognition',
    target: ORG,
    type: 'RegisterUnits',
    data: { units: UNITS },
    actor: operator,
  },
  ...YEARS.flatMap(played),
];
