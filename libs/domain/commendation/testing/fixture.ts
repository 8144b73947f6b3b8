/** A nomination of a provincial police, its bodies, and the plans the way in would attach. Dates are of 2019. */
import type { Actor } from '../../kernel';
import { Scene } from '../../testing/scene';
import { commendationDecider } from '../decider';
import type {
  CommendationCommand,
  CommendationEvent,
  CommendationState,
  Nomination,
  PlannedStep,
  Power,
  StepName,
  StepPlan,
} from '../types';

export const STREAM = 'commendation/k-1';
export const TOKEN = `pii:${'a'.repeat(64)}`;
export const AT = '2019-12-02T02:00:00.000Z';

const of = (role: Actor['role'], unit: string): Actor => ({ id: `${role}-${unit}`, role, unit });
/** The unit commended, its nominator, the standing body, the awarding body. */
export const POLICE = of('leader', 'cat-thanh-hoa');
export const NOMINATOR = of('clerk', 'ubnd-tinh-thanh-hoa');
export const STANDING = of('standingBody', 'v28');
export const MINISTER = of('leader', 'bo-cong-an');

export const NOMINATION: Nomination = {
  directive: 'd-07',
  form: 'bang-khen',
  awardingBody: 'bo-cong-an',
  appraisingBody: 'v28',
  merit: 'regular',
  subjects: [{ kind: 'collective', unit: 'cat-thanh-hoa' }],
  evidence: [],
  shortlist: null,
  reason: 'sáu năm gửi đủ báo cáo',
};

export const POWER: Power = {
  form: 'bang-khen',
  name: { vi: 'Bằng khen', en: 'Certificate of merit' },
  on: '2019-12-02',
  body: 'bo-cong-an',
  has: true,
  holders: ['ministry'],
  subjects: ['individual', 'collective', 'household'],
  policy: 'commendation-forms@1',
  source: 'Luật 06/2022/QH15',
};

const RESPONSIBLE: { readonly [step in StepName]: string } = {
  dossier: 'ubnd-tinh-thanh-hoa',
  appraisal: 'v28',
  decision: 'bo-cong-an',
  conferral: 'bo-cong-an',
  announcement: 'bo-cong-an',
};

/** Due ten days on, in the same month: reminders 3 and 1 days before, escalations 1, 3 and 5 days after. */
export function stepPlan(
  step: StepName | null,
  day: string,
  changes: Partial<StepPlan> = {},
): StepPlan {
  const dayOfMonth = Number(day.slice(8)) + 10;
  const date = (days: number) =>
    `${day.slice(0, 8)}${String(dayOfMonth + days).padStart(2, '0')}T01:00:00.000Z`;
  const rung = (id: string, days: number, kind: 'reminder' | 'escalation', audience: string) => ({
    id,
    at: date(days),
    kind,
    audience,
  });
  const rungs = [
    rung('T-3', -3, 'reminder', 'focal'),
    rung('T-1', -1, 'reminder', 'focal'),
    rung('T1', 1, 'escalation', 'head'),
    rung('T3', 3, 'escalation', 'superior'),
    rung('T5', 5, 'escalation', 'issuer'),
  ] as PlannedStep['schedule']['rungs'];
  const deadline =
    step === null
      ? null
      : {
          step,
          responsible: RESPONSIBLE[step],
          superior: step === 'appraisal' ? 'tong-cuc' : null,
          schedule: {
            dueAt: date(0),
            provisional: false,
            derivation: [],
            rungs,
            calendarVersion: 'vn@1',
            policies: ['commendation-steps@1'],
          },
        };
  return { deadline, power: null, bars: [], documents: [], assumptions: [], ...changes };
}

export type CommendationScene = Scene<CommendationState, CommendationCommand, CommendationEvent>;

export function nothing(): CommendationScene {
  return new Scene(commendationDecider, STREAM, { at: AT, by: NOMINATOR });
}

export function nominated(changes: Partial<Nomination> = {}): CommendationScene {
  const scene = nothing();
  scene.ask(
    'NominateForCommendation',
    { ...NOMINATION, ...changes },
    { plan: stepPlan('dossier', '2019-12-02', { power: POWER }) },
  );
  return scene;
}

export function withDossier(changes: Partial<Nomination> = {}): CommendationScene {
  const scene = nominated(changes);
  scene.ask(
    'CompleteDossier',
    { documents: [{ kind: 'to-trinh', number: null, date: null, sha256: null }], note: '' },
    { at: '2019-12-04T02:00:00.000Z', plan: stepPlan('appraisal', '2019-12-04') },
  );
  return scene;
}

export function appraised(
  opinionsOf: readonly string[] = [],
  changes: Partial<Nomination> = {},
): CommendationScene {
  const scene = withDossier(changes);
  scene.ask(
    'AppraiseNomination',
    { finding: 'eligible', reason: 'đủ căn cứ', barred: [], opinionsOf },
    { at: '2019-12-06T02:00:00.000Z', by: STANDING, plan: stepPlan('decision', '2019-12-06') },
  );
  return scene;
}

export const DECISION = {
  number: '01/QĐ-BCA',
  date: '2019-12-09',
  signer: 'Bộ trưởng',
  reason: 'thành tích nổi bật',
};

export function decidePlan(changes: Partial<StepPlan> = {}) {
  return stepPlan('conferral', '2019-12-09', { power: { ...POWER, on: '2019-12-09' }, ...changes });
}

export const DECIDED_AT = '2019-12-09T02:00:00.000Z';
