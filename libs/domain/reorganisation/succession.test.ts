/** The law of succession: through any sequence, in any order of arrival, every open obligation has exactly one owner. */
import fc from 'fast-check';
import { lineageOf } from '../directive/heirs';
import { Successions } from '../testing/succession';

const UNITS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const SHARDS = [
  ['a', 'b', 'c', 'd'],
  ['a', 'e', 'f'],
];

const unit = fc.constantFrom(...UNITS);
const act = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('merge' as const), unit, heir: unit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('dissolve' as const), unit, heir: unit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('heir' as const), unit, heir: unit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), unit, heir: unit }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('finish' as const), unit, heir: unit }) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('take' as const),
      which: fc.nat({ max: 20 }),
      twice: fc.boolean(),
    }),
  },
);
type Act = typeof act extends fc.Arbitrary<infer A> ? A : never;

function play(acts: readonly Act[]): Successions {
  const world = new Successions([...UNITS, 'bo-cong-an', 'v28'], SHARDS);
  let sets = 0;
  for (const one of acts) {
    if (one.do === 'take') world.take(one.which, one.twice);
    else if (one.do === 'undo')
      world.say('org', 'UndoReorganisation', { id: `s${sets}`, reason: 'ghi nhầm' });
    else if (one.do === 'finish') {
      for (const shard of [0, 1]) {
        if (world.round(shard).obligations[one.unit]) world.accepts(shard, one.unit);
      }
    } else if (one.do === 'heir') {
      for (let set = 1; set <= sets; set += 1) {
        const data = { unit: one.unit, heir: one.heir, reason: 'họp ngày' };
        if (world.org.units[one.heir]?.ended === null) {
          world.say(`reorganisation/s${set}`, 'DecideHeir', data);
        }
      }
    } else {
      const change =
        one.do === 'merge'
          ? { kind: 'merge', units: [one.unit], into: one.heir }
          : { kind: 'dissolve', unit: one.unit, successors: [] };
      const set = { title: 'Sắp xếp', on: '2014-12-01', source: 'nguồn', register: [], heirs: [] };
      const id = `s${sets + 1}`;
      const decision = world.say('org', 'ReorganiseUnits', { ...set, id, changes: [change] });
      if (decision.ok) sets += 1;
    }
  }
  world.drain();
  return world;
}

const lives = fc.array(act, { minLength: 5, maxLength: 80 });

test('every open obligation is owed by a unit that is there, or is listed as without an heir', () => {
  fc.assert(
    fc.property(lives, (acts) => {
      const world = play(acts);
      for (const shard of [0, 1]) {
        for (const { owner, status, blocked } of Object.values(world.round(shard).obligations)) {
          if (status !== 'open') continue;
          const ended = world.org.units[owner]!.ended !== null;
          expect([owner, ended, blocked !== null]).toEqual([owner, ended, ended]);
          if (blocked !== null) expect(world.set(blocked).blocked[owner]).toBeGreaterThan(0);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('every change set comes to an end: all handed over, waiting for heirs alone, or undone', () => {
  fc.assert(
    fc.property(lives, (acts) => {
      const world = play(acts);
      for (const [id, { status }] of Object.entries(world.org.reorganisations ?? {})) {
        const carriedOut = world.set(id).status;
        if (status === 'open') expect(carriedOut).toBe('awaitingHeirs');
        else if (status === 'done') expect(carriedOut).toBe('completed');
        else expect([status, carriedOut]).toEqual(['undone', 'undone']);
      }
    }),
    { numRuns: 400 },
  );
});

test('what is finished keeps its owner', () => {
  fc.assert(
    fc.property(lives, (acts) => {
      const world = play(acts);
      for (const shard of [0, 1]) {
        for (const { owner, status, submissions } of Object.values(
          world.round(shard).obligations,
        )) {
          if (status === 'accepted') expect(owner).toBe(submissions.at(-1)!.by);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('what is undone has left no trace in what is owed', () => {
  fc.assert(
    fc.property(lives, (acts) => {
      const world = play(acts);
      const sets = world.org.reorganisations ?? {};
      for (const shard of [0, 1]) {
        for (const one of Object.values(world.round(shard).obligations)) {
          if (one.status !== 'open') continue;
          const undone = one.inherited.filter(
            ({ reorganisation }) => sets[reorganisation]!.status === 'undone',
          );
          expect(undone).toEqual([]);
          if (one.inherited.length === 0) expect(one.owner).toBe(one.unit);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test('a directive acts through units that are there, or have no heir', () => {
  fc.assert(
    fc.property(lives, (acts) => {
      const world = play(acts);
      const sets = Object.keys(world.org.reorganisations ?? {}).map((id) => world.set(id));
      const heirless = sets
        .filter(({ status }) => status !== 'undone')
        .flatMap(({ successions }) => successions.filter(({ to }) => to === null))
        .map(({ from }) => from);
      for (const one of UNITS) {
        const acting = lineageOf(world.directive.heirs, one).at(-1)!;
        const ended = world.org.units[acting]!.ended !== null;
        expect([acting, ended && !heirless.includes(acting)]).toEqual([acting, false]);
        if (acting !== one) expect(world.org.units[one]!.ended).not.toBeNull();
      }
    }),
    { numRuns: 400 },
  );
});
