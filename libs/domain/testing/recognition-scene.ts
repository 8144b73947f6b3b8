/** A year of recognition for tests: the body, its standing body, a school, and plans as the way in would make them. */
import type { Actor } from '../kernel';
import type { ChecklistItem } from '../recognition/norm';
import { recognitionDecider } from '../recognition/decider';
import type { RecognitionPlan } from '../recognition/plan';
import type { Answer } from '../recognition/types';
import { Scene } from './scene';

export const BODY: Actor = { id: 'a-chu-tich', role: 'leader', unit: 'ubnd' };
export const STANDING: Actor = { id: 'a-bcd', role: 'standingBody', unit: 'bcd-138' };
export const SCHOOL: Actor = { id: 'a-truong', role: 'focal', unit: 'a' };

export const NORM = { policy: 'recognition-norm/tt-124-2021@1', symbol: '124/2021/TT-BCA' };
const text = { vi: 'x', en: 'x' };

export const CHECKLIST: readonly ChecklistItem[] = [
  {
    ...{ code: 'model', kinds: ['agency', 'educationalInstitution'], text, source: 'nguồn' },
    measure: { kind: 'fulfilled' },
  },
  {
    ...{ code: 'events', kinds: ['educationalInstitution'], text, source: 'nguồn' },
    measure: { kind: 'zeroTolerance' },
  },
  {
    ...{ code: 'rated', kinds: ['educationalInstitution'], text, source: 'nguồn' },
    measure: { kind: 'share', atLeastPercent: 70 },
  },
];

export const REGISTRATION_ENDS = {
  what: 'registrationEnds',
  kinds: ['agency', 'educationalInstitution'],
  last: '2023-03-31',
  at: '2023-03-31T01:00:00.000Z',
} as const;
export const DECISION_DUE = {
  what: 'decisionDue',
  kinds: ['agency', 'educationalInstitution'],
  last: '2023-11-19',
  at: '2023-11-19T01:00:00.000Z',
} as const;

export const REGISTRATION_REMINDER = {
  ...REGISTRATION_ENDS,
  what: 'registrationReminder',
  at: '2023-03-22T01:00:00.000Z',
} as const;
export const DOSSIER_REMINDER = {
  ...REGISTRATION_ENDS,
  what: 'dossierReminder',
  last: '2023-11-15',
  at: '2023-11-06T01:00:00.000Z',
} as const;
export const DECISION_OVERDUE = {
  ...DECISION_DUE,
  what: 'decisionOverdue',
  at: '2023-11-20T01:00:00.000Z',
} as const;

export const ALL_DAYS = [
  REGISTRATION_REMINDER,
  REGISTRATION_ENDS,
  DOSSIER_REMINDER,
  DECISION_DUE,
  DECISION_OVERDUE,
];

/** All that a norm may give; the line of the actor is `above` him. */
export function planned(above: readonly string[], changes: Partial<RecognitionPlan> = {}) {
  return {
    norm: NORM,
    assumptions: [],
    line: above,
    above: ['ubnd'],
    registration: { first: '2023-01-01', last: '2023-03-31' },
    kinds: ['agency', 'enterprise', 'educationalInstitution'],
    excluded: [
      {
        kind: 'educationalInstitution',
        trait: 'primaryOrPreSchool',
        text: { vi: 'trừ tiểu học, mầm non', en: 'but for primary and pre-schools' },
      },
    ],
    deadlines: [REGISTRATION_ENDS, DECISION_DUE],
    checklist: CHECKLIST,
    decisions: [{ kind: 'educationalInstitution', first: '2023-11-16', last: '2023-11-19' }],
    delegation: { allowed: true, oneLevel: true },
    ...changes,
  } satisfies RecognitionPlan;
}

/** Of a norm of which nothing but its name is in our copy. */
export const NOT_HELD: Partial<RecognitionPlan> = {
  norm: { policy: 'recognition-norm/tt-23-2012@1', symbol: '23/2012/TT-BCA' },
  registration: null,
  kinds: null,
  excluded: null,
  deadlines: [],
  checklist: null,
  decisions: null,
  delegation: { allowed: null, oneLevel: true },
};

export const answers = (changes: Partial<Record<string, Answer['answer']>> = {}): Answer[] => {
  const all: Record<string, Answer['answer']> = {
    model: { kind: 'fulfilled', fulfilled: true },
    events: { kind: 'zeroTolerance', happened: false },
    rated: { kind: 'share', reached: 7, of: 10 },
  };
  return Object.entries({ ...all, ...changes }).map(([item, answer]) => ({
    item,
    answer: answer!,
    evidence: 'báo cáo năm',
  }));
};

/** Questions to one year of the body `ubnd`. */
export class RecognitionYear {
  readonly scene = new Scene(recognitionDecider, 'recognition/ubnd/2023', {
    at: '2023-02-10T02:00:00.000Z',
    by: SCHOOL,
  });

  constructor(private readonly plan: Partial<RecognitionPlan> = {}) {}

  call(units: readonly string[], changes: object = {}, by: Actor = BODY) {
    const data = {
      units: units.map((unit) => ({ unit, kind: 'educationalInstitution' })),
      ...{ standingBody: 'bcd-138', reference: '02/KH-UBND', date: '2023-01-10' },
    };
    return this.scene.ask('CallForRegistration', { ...data, ...changes } as never, {
      by,
      plan: planned([by.unit ?? '', 'ubnd'], this.plan),
      at: '2023-01-10T02:00:00.000Z',
    });
  }

  register(unit = 'a', changes: object = {}, date = '2023-02-10') {
    const data = { unit, kind: 'educationalInstitution', trait: null, reference: '01/KH', date };
    const by = { ...SCHOOL, unit };
    return this.scene.ask('RegisterForRecognition', { ...data, ...changes } as never, {
      by,
      plan: planned([unit, 'so-giao-duc'], this.plan),
      at: `${date}T02:00:00.000Z`,
    });
  }

  submit(unit = 'a', given: readonly Answer[] = answers(), date = '2023-11-01') {
    const data = { unit, date, answers: given, documents: [] };
    const by = { ...SCHOOL, unit };
    const at = `${date}T02:00:00.000Z`;
    return this.scene.ask('SubmitRecognitionDossier', data, {
      ...{ by, at },
      plan: planned([unit], this.plan),
    });
  }

  appraise(unit = 'a', proposal: 'met' | 'notMet' = 'met', by = STANDING, line = LINE) {
    const data = { unit, date: '2023-11-10', proposal, reasons: 'đủ tiêu chí' };
    const at = '2023-11-10T02:00:00.000Z';
    return this.scene.ask('AppraiseRecognitionDossier', data, {
      ...{ by, at },
      plan: planned(line, this.plan),
    });
  }

  decide(
    met: readonly string[],
    notMet: readonly { unit: string; reason: string }[] = [],
    { by = BODY, date = '2023-11-18' } = {},
  ) {
    const at = `${date}T08:00:00.000Z`;
    return this.scene.ask(
      'DecideRecognition',
      { number: '10/QĐ-UBND', date, met, notMet },
      {
        ...{ by, at },
        plan: planned([by.unit ?? ''], this.plan),
      },
    );
  }

  /** Registered, answered, and proposed as met. */
  upToAppraisal(...units: readonly string[]): void {
    for (const unit of units) this.register(unit);
    for (const unit of units) this.submit(unit);
    for (const unit of units) this.appraise(unit);
  }
}

const LINE = ['bcd-138', 'ubnd'];
