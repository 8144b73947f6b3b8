/** A change set of units: the rules of each change, heirs, and what overlaps another is refused. */
import { codeOf, eventsOf, OPERATOR, Scene, SYSTEM } from '../testing/scene';
import { orgDecider } from './decider';
import type { ChangeSet, OrgEvent } from './types';
import { actingAt, superiorAt, unitAt } from './units';

const ON = '2025-07-01';
const unit = (id: string, parent: string | null = 'ubnd-tinh') => ({
  ...{ id, name: { vi: id, en: id }, aliases: [], parent, kind: 'uy-ban', roleClasses: [] },
  ...{ contacts: [] },
});

function office() {
  const by = OPERATOR;
  const scene = new Scene(orgDecider, 'org', { at: '2025-07-01T02:00:00.000Z', by });
  const units = [unit('ubnd-tinh', null), ...['a', 'b', 'c', 'x', 'y'].map((id) => unit(id))];
  scene.ask('RegisterUnits', {
    units: units.map((one) => ({ ...one, from: '2010-01-01', source: 'nguồn' })),
  });
  return scene;
}

const set = (of: Partial<ChangeSet>): ChangeSet => ({
  ...{ id: 's1', title: 'Sắp xếp', on: ON, source: 'nghị quyết', register: [], heirs: [] },
  changes: [],
  ...of,
});
const merge = (units: string[], into: string) => ({ kind: 'merge', units, into }) as const;
const dissolve = (one: string, ...successors: string[]) =>
  ({ kind: 'dissolve', unit: one, successors }) as const;

function reorganised(of: Partial<ChangeSet>, scene = office()) {
  const decision = scene.ask('ReorganiseUnits', set(of));
  const [event] = eventsOf(decision) as [Extract<OrgEvent, { type: 'UnitsReorganised' }>];
  return { scene, event };
}

test('one event registers the new, ends the old and says who takes over', () => {
  const { scene, event } = reorganised({
    register: [unit('xa-1'), unit('xa-2')],
    changes: [
      merge(['a'], 'xa-1'),
      { kind: 'split', unit: 'b', into: ['xa-1', 'xa-2'] },
      dissolve('c'),
    ],
    heirs: [{ unit: 'b', heir: 'xa-2', reason: 'trụ sở ở đó' }],
  });
  expect(event.data.successions).toEqual([
    { from: 'a', to: 'xa-1', superior: 'ubnd-tinh' },
    { from: 'b', to: 'xa-2', superior: 'ubnd-tinh' },
    { from: 'c', to: null, superior: null },
  ]);
  expect(unitAt(scene.state.units.a!, ON)).toBeNull();
  expect(unitAt(scene.state.units.a!, '2025-06-30')).not.toBeNull();
  expect(superiorAt(scene.state, 'xa-1', ON)).toBe('ubnd-tinh');
});

test('who acts for a unit is itself, its only successor, or the heir that is named, then or later', () => {
  const { scene } = reorganised({
    changes: [
      merge(['a'], 'x'),
      { kind: 'split', unit: 'b', into: ['x', 'y'] },
      { kind: 'split', unit: 'c', into: ['x', 'y'] },
    ],
    heirs: [{ unit: 'b', heir: 'y', reason: 'trụ sở ở đó' }],
  });
  const acting = (one: string, date = ON) => actingAt(scene.state, one, date);
  expect([acting('x'), acting('a'), acting('b'), acting('c')]).toEqual(['x', 'x', 'y', null]);
  expect(acting('a', '2025-06-30')).toBe('a');
  const done = { id: 's1', back: false, heirs: ['x'], decided: [{ unit: 'c', heir: 'x' }] };
  scene.ask('NoteReorganisationDone', done, { by: SYSTEM });
  expect(acting('c')).toBe('x');
  // A decision that names whoever is a taker already is news all the same, and told twice it is noted once.
  const changed = { ...done, decided: [{ unit: 'c', heir: 'y' }] };
  expect(eventsOf(scene.ask('NoteReorganisationDone', changed, { by: SYSTEM }))).toHaveLength(1);
  expect(eventsOf(scene.ask('NoteReorganisationDone', changed, { by: SYSTEM }))).toEqual([]);
  expect(acting('c')).toBe('y');
});

test('the reform of one province fits: 26 districts, 166 communes registered with it', () => {
  const communes = Array.from({ length: 166 }, (_, n) => ({
    ...unit(`xa-thu-${n}`),
    name: { vi: `Ủy ban nhân dân xã thứ ${n}`, en: `People's Committee of commune ${n}` },
  }));
  const districts = Array.from({ length: 26 }, (_, n) => unit(`huyen-${n}`));
  const scene = office();
  scene.ask('RegisterUnits', {
    units: districts.map((one) => ({ ...one, from: '2010-01-01', source: 'nguồn' })),
  });
  const changes = districts.map(({ id }, n) =>
    dissolve(id, ...communes.slice(n * 6, n * 6 + 6).map((one) => one.id)),
  );
  const { event } = reorganised({ register: communes, changes }, scene);
  expect(event.data.successions).toHaveLength(26);
});

test.each<[string, Partial<ChangeSet>]>([
  ['reorganisation.empty', {}],
  ['reorganisation.bad-id', { id: 'a~b', changes: [dissolve('a')] }],
  ['unit.unknown', { changes: [dissolve('nobody')] }],
  ['unit.unknown', { changes: [merge(['a'], 'nobody')] }],
  ['unit.duplicate', { register: [unit('a')], changes: [dissolve('b')] }],
  ['unit.cycle', { register: [unit('p', 'q'), unit('q', 'p')], changes: [dissolve('a')] }],
  ['unit.named-twice', { changes: [dissolve('a'), merge(['a'], 'b')] }],
  ['unit.named-twice', { changes: [merge(['a'], 'b'), dissolve('b')] }],
  ['date.invalid', { on: '2025-02-30', changes: [dissolve('a')] }],
  [
    'reorganisation.heir-not-ended',
    { changes: [dissolve('a')], heirs: [{ unit: 'b', heir: 'x', reason: 'vì' }] },
  ],
  [
    'reorganisation.heir-is-given',
    { changes: [dissolve('a', 'x')], heirs: [{ unit: 'a', heir: 'y', reason: 'vì' }] },
  ],
  [
    'reorganisation.heir-not-successor',
    {
      changes: [{ kind: 'split', unit: 'a', into: ['x', 'y'] }],
      heirs: [{ unit: 'a', heir: 'c', reason: 'vì' }],
    },
  ],
  [
    'reorganisation.heir-not-successor',
    { changes: [dissolve('a', 'x', 'y')], heirs: [{ unit: 'a', heir: 'c', reason: 'vì' }] },
  ],
  [
    'reorganisation.heir-is-itself',
    { changes: [dissolve('a')], heirs: [{ unit: 'a', heir: 'a', reason: 'vì' }] },
  ],
  ['reason.missing', { changes: [dissolve('a')], heirs: [{ unit: 'a', heir: 'x', reason: ' ' }] }],
  ['reorganisation.too-large', { title: 'ă'.repeat(30_000), changes: [dissolve('a')] }],
])('%s', (code, of) => {
  expect(codeOf(office().ask('ReorganiseUnits', set(of)))).toBe(code);
});

test('a set whose day has not come is refused with the day', () => {
  const plan = { impossible: 'reorganisation.not-yet', params: { on: ON, today: '2025-06-20' } };
  const decision = office().ask('ReorganiseUnits', set({ changes: [dissolve('a')] }), { plan });
  expect(decision).toMatchObject({ rejection: { code: 'reorganisation.not-yet' } });
});

describe('overlapping successions', () => {
  const again = (of: Partial<ChangeSet>, done: boolean) => {
    const { scene } = reorganised({ changes: [merge(['a'], 'x')] });
    const data = { id: 's1', back: false, heirs: [] };
    if (done) scene.ask('NoteReorganisationDone', data, { by: SYSTEM });
    return codeOf(scene.ask('ReorganiseUnits', set({ id: 's2', ...of })));
  };

  test('what has ended ends no second time, and takes over nothing', () => {
    expect(again({ changes: [dissolve('a')] }, true)).toBe('reorganisation.overlaps');
    expect(again({ changes: [merge(['b'], 'a')] }, true)).toBe('reorganisation.overlaps');
  });

  test('while a set hands over, nobody it names is named by another', () => {
    expect(again({ changes: [merge(['x'], 'y')] }, false)).toBe('reorganisation.overlaps');
    expect(again({ changes: [merge(['b'], 'x')] }, false)).toBe('reorganisation.overlaps');
    expect(again({ changes: [merge(['b'], 'y')] }, false)).toBe('accepted');
  });

  test('when all is handed over, its heir may merge on, but on no earlier day', () => {
    expect(again({ changes: [merge(['x'], 'y')] }, true)).toBe('accepted');
    expect(again({ on: '2024-01-01', changes: [merge(['x'], 'y')] }, true)).toBe(
      'reorganisation.out-of-order',
    );
  });

  test('an id stands for one set for ever', () => {
    expect(again({ id: 's1', changes: [merge(['b'], 'y')] }, true)).toBe('reorganisation.known');
  });
});

describe('undoing', () => {
  const undo = (scene: ReturnType<typeof office>, id = 's1') =>
    scene.ask('UndoReorganisation', { id, reason: 'ghi nhầm' });

  test('its units are there again, and may be named anew when all is handed back', () => {
    const { scene } = reorganised({ register: [unit('xa')], changes: [merge(['a'], 'xa')] });
    expect(codeOf(undo(scene))).toBe('accepted');
    expect(unitAt(scene.state.units.a!, ON)).not.toBeNull();
    expect(unitAt(scene.state.units.xa!, ON)).not.toBeNull();
    const anew = set({ id: 's2', changes: [merge(['a'], 'x')] });
    expect(codeOf(scene.ask('ReorganiseUnits', anew))).toBe('reorganisation.overlaps');
    scene.ask('NoteReorganisationDone', { id: 's1', back: true, heirs: [] }, { by: SYSTEM });
    expect(codeOf(scene.ask('ReorganiseUnits', anew))).toBe('accepted');
    expect(codeOf(undo(scene))).toBe('reorganisation.undone');
    expect(codeOf(undo(scene, 'nothing'))).toBe('reorganisation.unknown');
  });

  test('not under what a later set built upon it, nor under an heir that has ended', () => {
    const { scene } = reorganised({ changes: [merge(['a'], 'x')] });
    scene.ask('NoteReorganisationDone', { id: 's1', back: false, heirs: [] }, { by: SYSTEM });
    scene.ask('ReorganiseUnits', set({ id: 's2', changes: [merge(['x'], 'y')] }));
    expect(codeOf(undo(scene))).toBe('reorganisation.built-upon');
    const other = reorganised({ changes: [merge(['a'], 'x')] }).scene;
    other.ask('DissolveUnit', { unit: 'x', on: '2025-08-01', source: 'nguồn', successors: [] });
    expect(codeOf(undo(other))).toBe('unit.ended');
  });
});
