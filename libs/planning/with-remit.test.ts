/**
 * Whose people may act on what is another's: one table of acts and actors, planned on the organisation as it is recorded
 * and decided by what stands on the command.
 */
import { deciderOf, type Actor, type Command } from '../domain';
import { plan } from './plan';
import { book } from './testing/fixture';
import {
  adopt,
  adopted,
  adoptLaw,
  AT,
  awards,
  BAR,
  barred,
  DAY,
  enacted,
  erase,
  FORMS,
  heir,
  lift,
  merging,
  NORM,
  of,
  onOrg,
  org,
  register,
  reorganised,
  SET,
  THEMATIC,
  type Act,
} from './testing/remit-acts';

/** The code of the refusal, null when accepted; decided twice on what is recorded, as a replay does. */
function answer({ stream, type, data, state, found }: Act, actor: Actor): string | null {
  const decider = deciderOf(stream);
  const before = state ?? decider.initial;
  const asked = { type, stream, data, actor };
  const made = plan(asked, before, book({ org }), AT, new Map(), found);
  const command = JSON.parse(
    JSON.stringify({ ...asked, id: 'c', receivedAt: AT, effectiveAt: AT, plan: made }),
  ) as Command;
  const decision = decider.decide(before, command);
  expect(decider.decide(before, command)).toEqual(decision);
  return decision.ok ? null : decision.rejection.code;
}

const OTHERS = 'actor.not-in-remit';
const OPERATORS = 'actor.operator-only';
const LAW = 'policy.law-of-state';

/** Everybody named may; `other` may not, and neither may whoever is not named. */
const TABLE: readonly [what: string, act: Act, may: (string | null)[], code: string][] = [
  [
    'merges provincial police',
    onOrg('MergeUnits', { units: ['cat-b'], into: 'cat-a', on: '2026-01-01', source: 's' }),
    ['bo', null],
    OTHERS,
  ],
  [
    'splits a province',
    onOrg('SplitUnit', { unit: 'cat-a', into: ['cat-b', 'bo'], on: '2026-01-01', source: 's' }),
    ['bo', null],
    OTHERS,
  ],
  [
    'splits a province and gives a stranger a part',
    onOrg('SplitUnit', { unit: 'cat-a', into: ['cat-b', 'ubnd'], on: '2026-01-01', source: 's' }),
    [null],
    OTHERS,
  ],
  [
    'merges a commune into a stranger',
    onOrg('MergeUnits', { units: ['xa-a1'], into: 'ubnd', on: '2026-01-01', source: 's' }),
    [null],
    OTHERS,
  ],
  [
    'dissolves a commune and names a stranger',
    onOrg('DissolveUnit', {
      unit: 'xa-a1',
      successors: ['xa-a2', 'cat-b'],
      on: '2026-01-01',
      source: 's',
    }),
    ['bo', null],
    OTHERS,
  ],
  [
    'dissolves a commune',
    onOrg('DissolveUnit', { unit: 'xa-a1', successors: [], on: '2026-01-01', source: 's' }),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'reorganises provinces',
    onOrg('ReorganiseUnits', merging(['cat-b'], 'cat-a')),
    ['bo', null],
    OTHERS,
  ],
  [
    'reorganises communes',
    onOrg('ReorganiseUnits', merging(['xa-a1'], 'xa-a2')),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'reorganises a commune and a province',
    onOrg('ReorganiseUnits', merging(['xa-a1', 'cat-b'], 'xa-a2')),
    ['bo', null],
    OTHERS,
  ],
  [
    'reorganises a commune into another province',
    onOrg('ReorganiseUnits', merging(['xa-a1'], 'cat-b')),
    ['bo', null],
    OTHERS,
  ],
  [
    'loads what a commune owes onto another province',
    onOrg('ReorganiseUnits', {
      ...SET,
      ...{ register: [], changes: [{ kind: 'dissolve', unit: 'xa-a1', successors: [] }] },
      heirs: [{ unit: 'xa-a1', heir: 'cat-b', reason: 'x' }],
    }),
    ['bo', null],
    OTHERS,
  ],
  [
    'undoes a set of communes',
    onOrg('UndoReorganisation', { id: 's1', reason: 'nhầm' }, reorganised()),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'registers under a province',
    onOrg('RegisterUnits', { units: [register('xa-a3', 'cat-a')] }),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'registers under nobody',
    onOrg('RegisterUnits', { units: [register('x', null)] }),
    [null],
    OPERATORS,
  ],
  [
    'renames a commune',
    onOrg('RenameUnit', {
      unit: 'xa-a1',
      on: '2026-01-01',
      name: { vi: 'n', en: 'n' },
      alias: null,
      source: 's',
    }),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'moves a commune',
    onOrg('MoveUnit', { unit: 'xa-a1', on: '2026-01-01', parent: 'cat-b', source: 's' }),
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  [
    'sets contacts of a commune',
    onOrg('SetContacts', { unit: 'xa-a1', contacts: [] }),
    ['xa-a1', 'cat-a', 'bo', null],
    OTHERS,
  ],
  ['names an heir', heir('xa-a2'), ['cat-a', 'bo', null], OTHERS],
  ['names the body itself as heir', heir('cat-a'), ['cat-a', 'bo', null], OTHERS],
  ['names another province as heir', heir('cat-b'), ['bo', null], OTHERS],
  ['names a stranger as heir', heir('ubnd'), [null], OTHERS],
  ["adopts a province's policy", adopt('cat-a'), ['cat-a', 'bo', null], OTHERS],
  ["adopts the Ministry's policy", adopt('bo'), ['bo', null], OTHERS],
  ["adopts everybody's policy", adopt(null), [null], OPERATORS],
  [
    "adopts its own policy under the Ministry's id",
    adopt('cat-a', adopted('bo')),
    ['bo', null],
    OTHERS,
  ],
  [
    "withdraws a province's policy",
    {
      ...adopt('cat-a', adopted('cat-a')),
      type: 'WithdrawPolicy',
      data: { id: 'ladder', on: '2026-02-01', reason: 'x' },
    },
    ['cat-a', 'bo', null],
    OTHERS,
  ],
  ['gives itself the power to award', adoptLaw(FORMS, 'cat-a'), [null], LAW],
  ['sets a norm of recognition of its own', adoptLaw(NORM, 'cat-a'), [null], LAW],
  ['sets the time for its thematic dossiers', adoptLaw(THEMATIC, 'cat-a'), [null], LAW],
  [
    "puts the law under its own ladder's id",
    adoptLaw(FORMS, 'cat-a', adopted('cat-a')),
    [null],
    LAW,
  ],
  ['puts its ladder in the place of the law', adopt('cat-a', enacted('cat-a')), [null], LAW],
  [
    'withdraws the law',
    {
      ...adopt('cat-a', enacted('cat-a')),
      type: 'WithdrawPolicy',
      data: { id: 'ladder', on: '2026-02-01', reason: 'x' },
    },
    [null],
    LAW,
  ],
  [
    'adopts a calendar',
    {
      stream: 'calendar/vn',
      type: 'AdoptCalendarYear',
      data: { calendar: 'vn', year: 2027, days: [DAY], source: 's' },
    },
    [null],
    OPERATORS,
  ],
  ["records a province's award", awards(['cat-a']), ['cat-a', 'bo', null], OTHERS],
  ["records the Ministry's award", awards(['bo']), ['bo', null], OTHERS],
  [
    'records awards of several, as reported to the issuer',
    awards(['bo', 'ubnd', 'cat-a'], 'bo'),
    ['bo', null],
    OTHERS,
  ],
  [
    'records awards of several, reported to nobody',
    awards(['bo', 'ubnd', 'cat-a']),
    [null],
    OTHERS,
  ],
  ['records awards of nobody named, as reported', awards([], 'ubnd'), ['ubnd', null], OTHERS],
  [
    'records a bar of a province',
    { stream: 'bars', type: 'RecordBar', data: BAR },
    ['bo', null],
    OTHERS,
  ],
  ["lifts the Ministry's bar of a province", lift(barred('bo')), ['bo', null], OTHERS],
  ["lifts the operator's bar of a province", lift(barred(null)), ['bo', null], OTHERS],
  [
    'lifts a bar that the unit itself is said to have recorded',
    lift(barred('cat-a')),
    ['bo', null],
    OTHERS,
  ],
  ['erases a name of one commendation', erase(['cat-a', 'bo']), ['cat-a', 'bo', null], OTHERS],
  ['erases a name that stands in two', erase(['cat-a', 'bo'], ['bo']), ['bo', null], OTHERS],
  ['erases a value of nobody', erase(), [null], OPERATORS],
];

const EVERYBODY = ['bo', 'cat-a', 'cat-b', 'xa-a1', 'xa-a2', 'ubnd', null];
const ROWS = TABLE.flatMap(([what, act, may, code]) =>
  EVERYBODY.map(
    (actor) =>
      [what, actor ?? 'the operator', act, actor, may.includes(actor) ? null : code] as const,
  ),
);

test.each(ROWS)('%s: %s', (_what, _who, act, actor, code) => {
  expect(answer(act, of(actor))).toBe(code);
});

test('a refusal names who may', () => {
  const act = onOrg('ReorganiseUnits', merging(['xa-a1'], 'xa-a2'));
  const command = { ...act, actor: of('ubnd'), id: 'c', receivedAt: AT, effectiveAt: AT };
  expect(deciderOf('org').decide(org, command as unknown as Command)).toMatchObject({
    rejection: { params: { unit: 'ubnd', of: 'xa-a1', bodies: ['cat-a', 'bo'] } },
  });
});

test('a command without what the way in attaches is refused to everybody who acts for a unit', () => {
  const command = { type: 'RecordBar', stream: 'bars', data: BAR, actor: of('bo'), id: 'c' };
  const full = { ...command, receivedAt: AT, effectiveAt: AT } as unknown as Command;
  expect(deciderOf('bars').decide({ bars: {} }, full)).toMatchObject({
    rejection: { code: 'actor.operator-only' },
  });
});

test('power goes on with whoever took over from a body that has ended', () => {
  const ended = { on: '2025-07-01', how: 'merged', successors: ['cat-b'], source: 's' } as const;
  const after = { units: { ...org.units, 'cat-a': { ...org.units['cat-a']!, ended } } };
  const asked = {
    stream: 'bars',
    type: 'RecordBar',
    data: { ...BAR, unit: 'xa-a1' },
    actor: of('bo'),
  };
  const above = (at: string) =>
    (plan(asked, { bars: {} }, book({ org: after }), at) as { remit: unknown }).remit;
  expect(above(AT)).toEqual({ above: { 'xa-a1': ['cat-a', 'cat-b', 'bo'] } });
  expect(above('2025-06-30T02:00:00.000Z')).toEqual({ above: { 'xa-a1': ['cat-a', 'bo'] } });
});
