/** Acts on what is another's, over one small organisation: for the table of whose people may do them. */
import {
  deciderOf,
  foldAll,
  type Actor,
  type Bar,
  type BarsState,
  type Command,
  type OrgState,
  type PolicyState,
} from '../../domain';
import type { Found } from '../planner';
import { LADDER, unit } from './fixture';

export const AT = '2026-01-10T02:00:00.000Z';

/** Bộ → Công an tỉnh A → Công an xã A1; Bộ → Công an tỉnh B. The province's committee stands outside. */
export const org: OrgState = {
  units: Object.fromEntries(
    [
      unit('bo', null, 'bo'),
      unit('cat-a', 'bo', 'cong-an-tinh'),
      unit('cat-b', 'bo', 'cong-an-tinh'),
      unit('xa-a1', 'cat-a', 'cong-an-xa'),
      unit('xa-a2', 'cat-a', 'cong-an-xa'),
      unit('ubnd', null, 'uy-ban'),
    ].map((one) => [one.id, one]),
  ),
};

export const of = (unit: string | null): Actor =>
  unit === null
    ? { id: 'op', role: 'operator', unit }
    : { id: `x-${unit}`, role: unit === 'bo' ? 'leader' : 'clerk', unit };

export type Act = {
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly state?: unknown;
  readonly found?: Found;
};

export const register = (id: string, parent: string | null) => ({
  ...{ id, name: { vi: id, en: id }, aliases: [], parent, kind: 'police', roleClasses: [] },
  ...{ contacts: [], from: '2026-01-01', source: 's' },
});
export const SET = {
  id: 's1',
  title: 'Sắp xếp',
  on: '2026-01-01',
  source: 'nghị quyết',
  heirs: [],
};
export const merging = (units: string[], into: string) => ({
  ...SET,
  register: [],
  changes: [{ kind: 'merge', units, into }],
});
export const onOrg = (type: string, data: unknown, state: OrgState = org): Act => ({
  ...{ stream: 'org', type, data, state },
});
export const reorganised = (): OrgState => {
  const data = merging(['xa-a1'], 'xa-a2');
  const decider = deciderOf('org');
  const command = { ...onOrg('ReorganiseUnits', data), actor: of(null) };
  const full = { ...command, id: 'c', receivedAt: AT, effectiveAt: AT } as unknown as Command;
  const loaded = { state: org as unknown, version: 0 };
  const decision = decider.decide(org, full);
  return foldAll(decider, [{ command: full, decision }], loaded).state as OrgState;
};
export const policyOf = (issuer: string | null) => ({
  ...{ id: 'ladder', from: '2026-01-01', to: null, source: 's', text: { vi: 'x', en: 'x' } },
  ...{ scope: { issuer, documentTypes: null }, value: LADDER.value },
});
export const adopt = (issuer: string | null, state?: PolicyState): Act => ({
  ...{ stream: 'policy/ladder', type: 'AdoptPolicy', data: policyOf(issuer), state },
});
/** What the state's law says, entered as a body's own. */
export const adoptLaw = (
  value: { readonly kind: string; readonly [field: string]: unknown },
  issuer: string,
  state?: PolicyState,
): Act => ({
  ...{ stream: 'policy/ladder', type: 'AdoptPolicy', state },
  data: { ...policyOf(issuer), value },
});
const stateNothing = { grade: 'notInCopy' };
export const FORMS = {
  kind: 'commendationForms',
  forms: [
    {
      ...{ code: 'bang-khen', list: 'form', name: { vi: 'Bằng khen', en: 'Certificate' } },
      ...{ kinds: [], units: ['cat-a'], subjects: ['collective'], source: 's', certainty: 'sure' },
    },
  ],
};
export const NORM = {
  ...{ kind: 'recognitionNorm', symbol: '1/TT', subjects: stateNothing, excluded: stateNothing },
  ...{ registration: stateNothing, checklist: stateNothing, levels: stateNothing },
  oneLevelDelegation: stateNothing,
};
export const THEMATIC = { kind: 'thematicDossier', calendarDays: 400, late: 'warn' };
/** What the operator entered of the state's law for one body. */
export const enacted = (issuer: string): PolicyState => {
  const [version] = adopted(issuer).versions;
  return { ...adopted(issuer), versions: [{ ...version!, value: FORMS as never }] };
};
export const adopted = (issuer: string | null): PolicyState => ({
  ...{ id: 'ladder', withdrawnOn: null },
  versions: [{ ...policyOf(issuer), version: 1 }],
});
export const BAR: Bar = {
  ...{ id: 'b1', unit: 'cat-a', from: '2026-01-01', to: null, kind: 'inspection' as const },
  ...{ reason: 'thanh tra', source: 'QĐ 9' },
};
export const barred = (by: string | null): BarsState => ({
  bars: { b1: BAR },
  recordedBy: { b1: by },
});
export const lift = (state: BarsState): Act => ({
  ...{ stream: 'bars', type: 'LiftBar', state },
  data: { id: 'b1', on: '2026-01-09', reason: 'hết' },
});
export const stated = (value: unknown) => ({ grade: 'stated', value, quote: 'q', place: 'p' });
export const awards = (bodies: readonly string[], issuer?: string): Act => ({
  ...{ stream: 'commendation/k-1', type: 'RecordAwards' },
  data: {
    directive: issuer === undefined ? null : 'd-07',
    title: { vi: 'Khen', en: 'Commended' },
    forms: { grade: 'notStated' },
    awardingBodies: bodies.length === 0 ? { grade: 'notStated' } : stated(bodies),
    subjects: stated([{ kind: 'collective', unit: 'xa-a1' }]),
    when: { grade: 'notStated' },
    split: { grade: 'notStated' },
    source: null,
  },
  found: { issuer },
});
export const erase = (...holders: readonly (readonly string[])[]): Act => ({
  ...{ stream: 'erasure', type: 'ErasePersonalValue', found: { holders } },
  data: { token: `pii:${'0'.repeat(64)}`, reason: 'yêu cầu' },
});
export const heir = (of: string): Act => ({
  ...{ stream: 'reorganisation/s1', type: 'DecideHeir' },
  data: { unit: 'xa-a1', heir: of, reason: 'trụ sở' },
  state: {
    ...{ id: 's1', title: 'x', on: '2026-01-01', source: 's', status: 'awaitingHeirs' },
    successions: [{ from: 'xa-a1', to: null, superior: null }],
    ...{ decided: [], passes: [], blocked: { 'xa-a1': 1 } },
  },
});

export const DAY = {
  ...{ date: '2027-01-01', kind: 'holiday', name: { vi: 'Tết', en: 'New Year' } },
  ...{ source: 's', certainty: 'sure' },
};
