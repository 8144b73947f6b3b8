/** A nomination, and the policies and units by which the tests of planning plan its steps. */
import type { Actor } from '../../domain';
import { commendationDecider, type CommendationState, type Nomination } from '../../domain';
import { plan } from '../plan';
import type { Found } from '../planner';
import type { PolicyBook } from '../policy-book';
import { book, DUE_HOUR, LADDER, org, policy, unit } from './fixture';

export const days = {
  dossier: 10,
  appraisal: 10,
  decision: 10,
  decisionWithOpinions: 20,
  conferral: 5,
  announcement: 7,
};
const STEPS = policy('steps', {
  kind: 'commendationSteps',
  ladder: 'ladder-k',
  workingDays: days,
  documents: ['to-trinh'],
});
const KHEN = policy(
  'ladder-k',
  {
    kind: 'ladder',
    hour: '08:00',
    rungs: [
      { id: 'T-1', kind: 'reminder', audience: 'focal', offset: { workingDays: -1 } },
      { id: 'T3', kind: 'escalation', audience: 'superior', offset: { workingDays: 3 } },
      { id: 'T5', kind: 'escalation', audience: 'issuer', offset: { workingDays: 5 } },
    ],
  },
  { scope: { issuer: null, documentTypes: ['commendation'] } },
);
export const form = (kinds: readonly string[]) => ({
  code: 'giay-khen',
  list: 'form' as const,
  name: { vi: 'Giấy khen', en: 'Letter of commendation' },
  kinds,
  units: [],
  subjects: ['collective' as const],
  source: 'Luật',
  certainty: 'unverified' as const,
});
export const FORMS = [
  policy(
    'forms',
    { kind: 'commendationForms', forms: [form(['police', 'district'])] },
    { from: '2024-01-01' },
  ),
  policy(
    'forms',
    { kind: 'commendationForms', forms: [form(['police'])] },
    { from: '2025-07-01', version: 2 },
  ),
];

const units = org(['cat-ha-noi', 'cat-thanh-hoa']);
export const district = { ...unit('huyen-a', 'bo-cong-an', 'x'), kinds: kindOf('district') };
export const BOOK = book({
  policies: [LADDER, KHEN, DUE_HOUR, STEPS, ...FORMS],
  org: { units: { ...units.units, 'huyen-a': district } },
});

function kindOf(value: string) {
  return [{ from: '2000-01-01', to: null, value, source: 's' }];
}

export const NOMINATION: Nomination = {
  directive: null,
  form: 'giay-khen',
  awardingBody: 'bo-cong-an',
  appraisingBody: 'v28',
  merit: 'regular',
  subjects: [{ kind: 'collective', unit: 'cat-thanh-hoa' }],
  evidence: [],
  shortlist: null,
  reason: 'thành tích',
};

const stream = 'commendation/k-1';
const actor: Actor = { id: 'p', role: 'clerk', unit: 'cat-ha-noi' };

export function planned(
  type: string,
  data: unknown,
  at: string,
  state: CommendationState,
  { the = BOOK, found = {} }: { readonly the?: PolicyBook; readonly found?: Found } = {},
) {
  return plan({ type, stream, data, actor }, state, the, at, new Map(), found);
}

export const none = commendationDecider.initial;
export const nominated = (changes: Partial<Nomination> = {}): CommendationState => ({
  ...none,
  status: 'nominated',
  nominatedBy: 'cat-ha-noi',
  nomination: { ...NOMINATION, ...changes },
});
