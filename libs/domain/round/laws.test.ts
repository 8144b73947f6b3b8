/** Laws of the round over random lives, with the engine waking whenever it does. */
import fc from 'fast-check';
import { foldAll, inOrder, stamp, step, type Loaded } from '../kernel';
import { roundDecider } from './round';
import { rungOutcomesOf } from './rung-outcomes';
import { rungKey } from './schedules';
import { standingOf } from './standing';
import { hour, life, LAST_HOUR } from './testing/arbitraries';
import {
  eventsOf,
  frozen,
  frozenDecider,
  owedOutcomes,
  play,
  statesOf,
  type Played,
  type Stepping,
} from './testing/play';
import { STREAM } from './testing';
import type { RoundCommand, RoundEvent, RoundState, Standing } from './types';

const RUNS = { numRuns: 100 };

/** A life that could not even open (its due time was not after its opening) says nothing. */
const opened = ({ loaded }: Played) => loaded.state.status !== 'none';

/** Only what JSON has: no undefined, no class, no Map, Set or Date. */
function isJson(value: unknown): boolean {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object') return false;
  const plain = Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
  return plain && Object.values(value).every(isJson);
}

test('evolve never throws, nothing given is mutated, and every state is plain JSON', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const { decided, loaded } = play(lived);
      const states = statesOf(decided);
      expect(states.at(-1)).toStrictEqual(loaded.state);
      expect(JSON.parse(JSON.stringify(loaded.state))).toStrictEqual(loaded.state);
      expect(states.filter((state) => !isJson(state))).toEqual([]);
      expect(decided.filter(({ decision }) => !isJson(decision))).toEqual([]);
    }),
    RUNS,
  );
});

test('a fold over what was recorded is the state that was decided on', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const { decided, loaded } = play(lived);
      let again: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };
      for (const one of decided) again = foldAll(frozenDecider(), [one], again);
      expect(again).toStrictEqual(loaded);
    }),
    RUNS,
  );
});

test('a fold that changes in place gives the same states, and changes neither its beginning nor what was decided', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const { decided, loaded } = play(lived);
      const states = statesOf(decided);
      const events = decided.flatMap(({ command, decision }) =>
        decision.ok ? decision.events.map((event) => stamp(event as RoundEvent, command)) : [],
      );
      for (const [n, from] of states.entries()) {
        const fold = roundDecider.folding!(frozen(from));
        for (const event of events.slice(n)) fold.add(frozen(event));
        expect(fold.state).toStrictEqual(loaded.state);
      }
      const waiting = decided.map(({ command }) => command).filter(({ type }) => type !== 'WakeUp');
      const beginning = { state: roundDecider.initial, version: 0 };
      const [inPlace, frozenly] = [roundDecider, frozenDecider()].map((decider) =>
        step(decider, beginning, { waiting, now: hour(LAST_HOUR) }, STREAM),
      );
      expect(inPlace).toStrictEqual(frozenly);
    }),
    RUNS,
  );
});

test('every rung of every schedule of every obligation ends in exactly one outcome', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const played = play(lived);
      fc.pre(opened(played));
      const events = eventsOf(played.decided);
      const { state } = played.loaded;
      const told = events
        .flatMap(rungOutcomesOf)
        .map(({ unit, schedule, rung }) => `${unit} ${rungKey(schedule, rung)}`);
      expect(new Set(told).size).toBe(told.length);
      expect(told.toSorted()).toEqual([...owedOutcomes(events, state)].sort());
      const kept = Object.values(state.obligations).flatMap(({ unit, outcomes }) =>
        Object.keys(outcomes).map((key) => `${unit} ${key}`),
      );
      expect(kept.sort()).toEqual(told.toSorted());
      expect(state.pending).toEqual([]);
    }),
    RUNS,
  );
});

test('at every moment a rung is either to come, awaited by somebody, or has its outcome', () => {
  fc.assert(
    fc.property(life, (lived) => {
      for (const state of statesOf(play(lived).decided)) {
        const times = state.pending.map(({ at }) => at);
        expect(times).toEqual(times.toSorted());
        for (const { schedule, rung } of state.pending) {
          const key = rungKey(schedule, rung);
          const awaited = Object.values(state.obligations).some(
            (one) => one.schedule === schedule && !Object.hasOwn(one.outcomes, key),
          );
          expect(awaited).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test('the due time of an obligation never comes nearer', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const states = statesOf(play(lived).decided);
      for (const [n, state] of states.entries()) {
        for (const { unit, schedule } of Object.values(states[n - 1]?.obligations ?? {})) {
          const before = states[n - 1]!.schedules[schedule]!.dueAt;
          const after = state.schedules[state.obligations[unit]!.schedule]!.dueAt;
          expect(after >= before).toBe(true);
        }
      }
    }),
    RUNS,
  );
});

test('after an outage nobody is escalated twice at one moment of waking', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const seen = new Map<string, string>();
      for (const event of eventsOf(play(lived).decided)) {
        if (event.type !== 'RungReached' || event.data.kind === 'reminder') continue;
        for (const unit of event.data.issued) {
          const key = `${unit} ${event.data.issuedAt}`;
          const before = seen.get(key);
          // Rungs that were due at one and the same instant are one escalation.
          expect(before ?? event.data.at).toBe(event.data.at);
          seen.set(key, event.data.at);
        }
      }
    }),
    RUNS,
  );
});

const STANDINGS: readonly Standing[] = [
  'doneOnTime',
  'doneLate',
  'openOnTime',
  'openLate',
  'noDueDate',
  'waived',
  'notApplicable',
  'suspended',
  'cancelled',
];

test('every obligation stands in exactly one place, and what is accepted stays done', () => {
  fc.assert(
    fc.property(life, fc.integer({ min: 0, max: LAST_HOUR }), (lived, hours) => {
      for (const state of statesOf(play(lived).decided).slice(-5)) {
        for (const obligation of Object.values(state.obligations)) {
          const { schedules, status } = state;
          const standing = standingOf(obligation, schedules, status, hour(hours));
          expect(STANDINGS).toContain(standing);
          expect(standing.startsWith('done')).toBe(obligation.status === 'accepted');
        }
      }
    }),
    RUNS,
  );
});

test('a round is closed exactly when nothing is unfinished or somebody ended it', () => {
  fc.assert(
    fc.property(life, (lived) => {
      const { decided } = play(lived);
      let state: RoundState = roundDecider.initial;
      for (const one of decided) {
        state = foldAll(roundDecider, [one], { state, version: 0 }).state;
        if (state.status !== 'open' && state.status !== 'suspended') continue;
        const unfinished = Object.values(state.obligations).some(({ status }) =>
          ['open', 'submitted', 'returned', 'refused'].includes(status),
        );
        expect(unfinished).toBe(true);
      }
    }),
    RUNS,
  );
});

/** Commands in another order of delivery. */
const shuffled =
  (order: readonly number[]): Stepping =>
  (before, waiting, at) => {
    const tray = waiting
      .map((one, n) => ({ one, key: order[n % order.length]! }))
      .sort((a, b) => a.key - b.key)
      .map(({ one }) => one);
    return step(frozenDecider(), before, { waiting: tray, now: at }, STREAM);
  };

/** Commands in several full trays, cut anywhere: more wait behind each, perhaps of the same instant. */
const inBatches =
  (size: number): Stepping =>
  (before, waiting, at) => {
    const left = waiting.toSorted(inOrder);
    const decided: Played['decided'][number][] = [];
    let loaded = before;
    for (let full = true; full;) {
      const batch: RoundCommand[] = left.splice(0, size);
      full = left.length > 0;
      const done = step(frozenDecider(), loaded, { waiting: batch, now: at, full }, STREAM);
      decided.push(...done.decided);
      ({ loaded } = done);
    }
    return { loaded, decided };
  };

const told = ({ decided, loaded }: Played) => ({
  loaded,
  decided: decided.map(({ command, decision }) => ({ id: command.id, decision })),
});

test('among commands that wait together neither batching nor the order of delivery matters', () => {
  fc.assert(
    fc.property(
      life,
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat(), { minLength: 7, maxLength: 7 }),
      (lived, size, order) => {
        const together = told(play(lived, shuffled([0])));
        expect(told(play(lived, shuffled(order)))).toStrictEqual(together);
        expect(told(play(lived, inBatches(size)))).toStrictEqual(together);
      },
    ),
    RUNS,
  );
});
