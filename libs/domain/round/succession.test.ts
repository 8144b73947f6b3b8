/** A change set reaches a round: what is open goes to the heirs with its due time, what is done stays. */
import { receivers } from './entitlement';
import * as the from './testing';
import { clerkOf, given, opens, submits, transfers } from './testing';

const HEIR = [{ from: 'nga-son', to: 'xa-nga-son' }];

test('the heir owes what was open, by the same due time and under the same name', () => {
  const after = given(opens()).when(transfers(HEIR));
  const { unit, owner, schedule, superior } = after.unit('nga-son');
  expect({ unit, owner, schedule, superior }).toEqual({
    ...{ unit: 'nga-son', owner: 'xa-nga-son', schedule: 's0', superior: 'ubnd-thanh-hoa' },
  });
  expect(after.last('ObligationsTransferred')).toMatchObject({ moved: 1, last: true });
  expect(after.unit('tinh-gia').owner).toBe('tinh-gia');
});

test('the heir submits, asks and refuses; whoever has ended cannot any more', () => {
  const moved = given(opens(), transfers(HEIR, { at: '2018-12-09T01:00:00.000Z' }));
  const by = clerkOf('xa-nga-son');
  expect(moved.when(submits('nga-son')).refusal).toMatchObject({
    code: 'actor.not-obliged',
    params: { unit: 'xa-nga-son', actorUnit: 'nga-son' },
  });
  const handed = moved.when(submits('nga-son', { by }));
  expect(handed.refusal).toBeNull();
  expect(handed.unit('nga-son').submissions[0]!.by).toBe('xa-nga-son');
  expect(moved.when(the.declines('nga-son', { by })).refusal).toBeNull();
  expect(moved.when(the.declines('nga-son')).refusal).toMatchObject({ code: 'actor.not-obliged' });
});

test('nobody judges what it has taken over', () => {
  const moved = given(
    opens(),
    transfers([{ from: 'nga-son', to: 'bcd-138' }], { at: '2018-12-09T01:00:00.000Z' }),
    submits('nga-son', { by: clerkOf('bcd-138') }),
  );
  expect(moved.when(the.accepts('nga-son')).refusal).toMatchObject({ code: 'actor.not-entitled' });
  const issuer = clerkOf('ubnd-thanh-hoa');
  expect(moved.when(the.accepts('nga-son', { by: issuer })).refusal).toBeNull();
});

test('what is accepted stays with whoever did it, and so does a closed round', () => {
  const done = given(opens(), submits('nga-son'), the.accepts('nga-son'));
  expect(done.when(transfers(HEIR)).unit('nga-son').owner).toBe('nga-son');
  const closed = given(opens(), the.closes()).when(transfers(HEIR));
  expect(closed.last('ObligationsTransferred').moves).toEqual([]);
  expect(closed.unit('nga-son').owner).toBe('nga-son');
});

test('without an heir it stays where it is, is marked, and nobody acts for it', () => {
  const at = '2018-12-09T01:00:00.000Z';
  const blocked = given(opens(), transfers([{ from: 'nga-son', to: null }], { at }));
  expect(blocked.unit('nga-son')).toMatchObject({ owner: 'nga-son', blocked: 'cai-cach-2025' });
  expect(blocked.last('ObligationsTransferred').blocked).toEqual([
    { owner: 'nga-son', units: ['nga-son'] },
  ]);
  for (const act of [submits('nga-son'), the.declines('nga-son')]) {
    expect(blocked.when(act).refusal).toMatchObject({
      code: 'obligation.awaits-heir',
      params: { unit: 'nga-son', reorganisation: 'cai-cach-2025' },
    });
  }
  const decided = blocked.when(transfers(HEIR, { pass: 1 }));
  expect(decided.unit('nga-son')).toMatchObject({ owner: 'xa-nga-son', blocked: null });
});

test('asked twice it is answered once', () => {
  const once = given(opens(), transfers(HEIR, { at: '2018-12-09T01:00:00.000Z' }));
  expect(once.when(transfers(HEIR)).caused).toEqual([]);
});

test('what comes before the opening is carried out with it', () => {
  const held = given(transfers(HEIR, { at: the.OPENED_AT })).when(opens());
  expect(held.caused).toEqual(['RoundOpened', 'ObligationsTransferred']);
  expect(held.unit('nga-son').owner).toBe('xa-nga-son');
  expect(held.state.awaiting).toEqual([]);
});

test('undone, it goes back with its superior; a set undone before it came changes nothing', () => {
  const at = '2018-12-09T01:00:00.000Z';
  const back = transfers([], { pass: 1, back: true });
  const undone = given(opens(), transfers(HEIR, { at })).when(back);
  expect(undone.unit('nga-son')).toMatchObject({
    ...{ owner: 'nga-son', superior: 'ca-thanh-hoa', inherited: [] },
  });
  const early = given(opens(), transfers([], { pass: 1, back: true, at })).when(transfers(HEIR));
  expect(early.unit('nga-son').owner).toBe('nga-son');
});

test('what a later set moved on comes back too when the earlier one is undone', () => {
  const at = '2018-12-09T01:00:00.000Z';
  const later = { from: 'xa-nga-son', to: 'xa-moi' };
  const moved = given(
    opens(),
    transfers(HEIR, { at }),
    transfers([later], { reorganisation: 'sau', at: '2018-12-09T02:00:00.000Z' }),
  );
  expect(moved.unit('nga-son').owner).toBe('xa-moi');
  const back = moved.when(transfers([], { pass: 1, back: true })).unit('nga-son');
  expect(back).toMatchObject({ owner: 'nga-son', inherited: [] });
});

/** A set of one unit that ended on a day of December; the heir's superior is who it is for the heir. */
function ends(reorganisation: string, [from, to]: readonly [string, string], superior: string) {
  const at = `2018-12-0${reorganisation === 'A' ? 3 : 4}T01:00:00.000Z`;
  const act = transfers([{ from, to }], { reorganisation, at });
  return { ...act, data: { ...act.data, successions: [{ from, to, superior }] } };
}
const undoes = (reorganisation: string, day: number) =>
  transfers([], { reorganisation, pass: 1, back: true, at: `2018-12-0${day}T01:00:00.000Z` });
const owed = ({ owner, superior, inherited }: the.Sentence['state']['obligations'][string]) => ({
  ...{ owner, superior },
  sets: inherited.map((one) => one.reorganisation),
});
const ABOVE_IT = ends('A', ['huyen-x', 'huyen-y'], 'tinh');
const ABOVE_IT_LATER = ends('B', ['huyen-x', 'huyen-y'], 'tinh');
const ITSELF = ends('A', ['xa-u', 'xa-v'], 'huyen-x');
const ITSELF_LATER = ends('B', ['xa-u', 'xa-v'], 'huyen-z');

test.each([
  [
    'the superior, then the owner',
    ABOVE_IT,
    ITSELF_LATER,
    ['xa-v', 'huyen-z'],
    ['xa-u', 'huyen-y'],
  ],
  [
    'the owner, then the superior',
    ITSELF,
    ABOVE_IT_LATER,
    ['xa-u', 'huyen-y'],
    ['xa-v', 'huyen-x'],
  ],
] as const)(
  'of two sets that do not build on one another each is undone by itself: %s',
  (_what, first, second, withoutA, withoutB) => {
    const both = given(opens({ units: [{ unit: 'xa-u', superior: 'huyen-x' }] }), first, second);
    const after = (...sets: string[]) =>
      owed(sets.reduce((so, set, n) => so.when(undoes(set, 5 + n)), both).unit('xa-u'));
    const [owner, superior] = withoutA;
    expect(after('A')).toEqual({ owner, superior, sets: ['B'] });
    expect(after('B')).toEqual({ owner: withoutB[0], superior: withoutB[1], sets: ['A'] });
    const untouched = { owner: 'xa-u', superior: 'huyen-x', sets: [] };
    expect(after('A', 'B')).toEqual(untouched);
    expect(after('B', 'A')).toEqual(untouched);
  },
);

test('a superior that a later set moved on comes back when the earlier one is undone', () => {
  const on = ends('B', ['huyen-y', 'huyen-z'], 'tinh');
  const both = given(opens({ units: [{ unit: 'xa-u', superior: 'huyen-x' }] }), ABOVE_IT, on);
  expect(both.unit('xa-u').superior).toBe('huyen-z');
  expect(owed(both.when(undoes('A', 5)).unit('xa-u'))).toEqual({
    ...{ owner: 'xa-u', superior: 'huyen-x', sets: [] },
  });
});

test('a superior and the bodies of the heading that end are followed by theirs, and come back', () => {
  const ended = [
    { from: 'ca-thanh-hoa', to: 'ca-moi' },
    { from: 'bcd-138', to: 'bcd-moi' },
  ];
  const moved = given(opens()).when(transfers(ended, { at: '2018-12-09T01:00:00.000Z' }));
  expect(moved.unit('nga-son')).toMatchObject({ owner: 'nga-son', superior: 'ca-moi' });
  expect(moved.unit('tinh-gia').superior).toBe('ubnd-thanh-hoa');
  expect(receivers(moved.state.heading!)).toEqual(['bcd-moi', 'ca-moi', 'ubnd-thanh-hoa', 'pv28']);
  const back = moved.when(transfers([], { pass: 1, back: true }));
  expect(back.state.heading).toEqual(back.state.headingAtOpening);
  expect(back.unit('nga-son').superior).toBe('ca-thanh-hoa');
});

const ABOVE = { directive: 'd-07', duty: 'report', unit: 'ca-thanh-hoa' };
/** A change set that touches nothing of this round. */
const ELSEWHERE = transfers([{ from: 'quan-a', to: 'phuong-a' }], {
  at: '2018-12-06T01:00:00.000Z',
});

test('a link noted since the opening outlives a change set: what is accepted answers the duty above', () => {
  const linked = given(
    opens({ units: the.UNITS.slice(0, 1) }),
    the.notesFeeds(ABOVE, true, { at: '2018-12-05T01:00:00.000Z' }),
    ELSEWHERE,
    submits('nga-son', { at: '2018-12-12T01:00:00.000Z' }),
  );
  expect(linked.state.heading!.feeds).toEqual([ABOVE]);
  const accepted = linked.when(the.accepts('nga-son', { at: '2018-12-13T01:00:00.000Z' }));
  expect(accepted.last('ReportAccepted').feeding?.targets).toEqual([ABOVE]);
});

test('a link taken back since the opening stays taken back through a change set', () => {
  const unlinked = given(
    opens({ heading: { feeds: [ABOVE] } }),
    the.notesFeeds(ABOVE, false, { at: '2018-12-05T01:00:00.000Z' }),
    ELSEWHERE,
  );
  expect(unlinked.state.heading!.feeds).toBeUndefined();
  const kept = given(opens({ heading: { feeds: [ABOVE] } }), ELSEWHERE);
  expect(kept.state.heading!.feeds).toEqual([ABOVE]);
});

test('a shard of 500 hands over in events that fit an entry', () => {
  const name = (n: number) => `uy-ban-nhan-dan-huyen-co-ten-rat-dai-${n}`;
  const units = Array.from({ length: 250 }, (_, n) => ({ unit: name(n), superior: name(n + 1) }));
  const all = units.map(({ unit }) => ({ from: unit, to: `${unit}-moi` }));
  const after = given(opens({ units })).when(transfers(all));
  const events = after.events.filter(({ type }) => type === 'ObligationsTransferred');
  expect(events).toHaveLength(3);
  for (const event of events) expect(JSON.stringify(event).length).toBeLessThan(55_000);
  expect(Object.values(after.state.obligations).every(({ owner }) => owner.endsWith('-moi'))).toBe(
    true,
  );
});
