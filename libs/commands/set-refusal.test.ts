/** A preview names what the decision would refuse: the same rules on the same organisation, and nothing is recorded. */
import {
  foldAll,
  orgDecider,
  REACTOR,
  type ChangeSet,
  type OrgCommand,
  type OrgState,
  type Unit,
} from '../domain';
import { setRefusal } from './set-refusal';

const now = '2025-07-02T02:00:00.000Z';
const dated = <T>(value: T) => [{ from: '2000-01-01', to: null, value, source: 's' }];
const unit = (id: string): Unit => ({
  ...{ id, names: dated({ vi: id, en: id }), aliases: [], parents: dated(null) },
  ...{ kinds: dated('x'), roleClasses: [], contacts: [], ended: null },
});
const before: OrgState = {
  units: Object.fromEntries(['a', 'b', 'c', 'd', 'tinh'].map((id) => [id, unit(id)])),
};
const set = (of: Partial<ChangeSet>): ChangeSet => ({
  ...{
    id: 's2',
    title: 'Sắp xếp',
    on: '2025-07-01',
    source: 'nghị quyết',
    register: [],
    heirs: [],
  },
  changes: [],
  ...of,
});
const merge = (units: string[], into: string) => ({ kind: 'merge' as const, units, into });

/** `a` has been merged into `b` by another set, which is still being carried out. */
const org = (() => {
  const data = set({ id: 's1', changes: [merge(['a'], 'b')] });
  const command = {
    ...{ id: 'c', stream: 'org', type: 'ReorganiseUnits', data, actor: REACTOR },
    ...{ receivedAt: now, effectiveAt: now },
  } as OrgCommand;
  const decision = orgDecider.decide(before, command);
  return foldAll(orgDecider, [{ command, decision }], { state: before, version: 0 }).state;
})();

const founded = (id: string) => ({
  ...{ id, name: { vi: id, en: id }, aliases: [], parent: 'tinh', kind: 'xa', roleClasses: [] },
  contacts: [
    {
      role: 'focal' as const,
      position: { vi: 'x', en: 'x' },
      email: 'a@x.vn',
      language: 'vi' as const,
    },
  ],
});

test.each<[string, Partial<ChangeSet>, string | null]>([
  ['a set that would be accepted', { changes: [merge(['c'], 'd')] }, null],
  ['one of a day to come', { on: '2030-01-01', changes: [merge(['c'], 'd')] }, null],
  [
    'one that registers a unit with contacts',
    { register: [founded('xa-1')], changes: [merge(['c'], 'xa-1')] },
    null,
  ],
  ['an heir that nobody registered', { changes: [merge(['c'], 'x')] }, 'unit.unknown'],
  ['a unit that has ended', { changes: [merge(['a'], 'd')] }, 'reorganisation.overlaps'],
  [
    'an overlap with a set still carried out',
    { changes: [merge(['c'], 'b')] },
    'reorganisation.overlaps',
  ],
  [
    'a unit named twice',
    { changes: [merge(['c'], 'd'), merge(['d'], 'tinh')] },
    'unit.named-twice',
  ],
  ['an id that is taken', { id: 's1', changes: [merge(['c'], 'd')] }, 'reorganisation.known'],
])('%s', async (_what, of, code) => {
  const refused = await setRefusal(set(of), { org, now });
  expect(refused?.code ?? null).toBe(code);
});

test('without a day the set is looked at as of now', async () => {
  const looked = { ...set({ changes: [merge(['c'], 'd')] }), on: null };
  expect(await setRefusal(looked, { org, now })).toBeNull();
  const never = { ...looked, changes: [merge(['a'], 'd')] };
  expect(await setRefusal(never, { org: before, now })).toBeNull();
});
