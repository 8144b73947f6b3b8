/** Laws of every decider but the round, which has its own: total, pure, JSON only, and independent of batching. */
import fc from 'fast-check';
import type { Duty } from './duty/types';
import { deciderOf } from './deciders';
import { foldAll, step, STEP_LIMIT, type Decided, type Decider, type Loaded } from './kernel';
import type { OrgState } from './org/types';
import { superiorAt } from './org/units';
import { seriesDecider } from './series/decider';
import type { SeriesState } from './series/types';
import { livesOf, STREAMS, UNITS } from './testing/arbitraries';
import { at } from './testing/asked';
import { ACK, convened, ISSUED_AT, issued, next, ON_REQUEST, REPORT } from './testing/directive-07';
import { RecognitionYear } from './testing/recognition-scene';
import { SYSTEM } from './testing/scene';

const END = '2014-08-31T00:00:00.000Z';

/** Where lives begin: from nothing alone, few random commands would get far. */
function beginnings(stream: string, decider: Decider<unknown>): readonly unknown[] {
  if (stream === 'org') return [decider.initial, UNITS];
  if (stream.startsWith('recognition/')) return [decider.initial, appraised()];
  if (stream !== 'directive/d-07') return [decider.initial];
  const duties = [ACK, REPORT, ON_REQUEST];
  return [decider.initial, issued(duties).state, coming(duties), convened().state];
}

/** Two dossiers wait for the decision, a third unit has only registered. */
function appraised(): unknown {
  const year = new RecognitionYear();
  year.upToAppraisal('a', 'b');
  year.register('c');
  return year.scene.state;
}

/** The acknowledgement waits to be convened, the yearly report to open. */
function coming(duties: readonly Duty[]): unknown {
  const scene = issued(duties);
  const by = SYSTEM;
  scene.ask('PlanRound', { duty: 'ack', after: null }, { by, plan: next('once', ISSUED_AT) });
  scene.ask('WakeUp', {}, { by });
  const plan = next('2014', '2014-08-16T15:00:00.000Z');
  scene.ask('PlanRound', { duty: 'report', after: null }, { by, plan });
  return scene.state;
}

describe.each(STREAMS)('%s', (stream, commands) => {
  const decider = deciderOf(stream);
  const lives = livesOf(stream, commands);
  const states = fc.constantFrom(...beginnings(stream, decider));

  test('decides whatever comes, folds whatever it decided, and touches no input', () => {
    fc.assert(
      fc.property(states, lives, (initial, life) => {
        let loaded: Loaded<unknown> = { state: frozen(initial), version: 0 };
        for (const command of life) {
          const decision = decider.decide(loaded.state, frozen(command));
          loaded = foldAll(decider, [frozen({ command, decision }) as Decided], loaded);
          frozen(loaded.state);
          decider.nextWakeup(loaded.state);
        }
      }),
    );
  });

  test('acts on each wake-up once: time goes on', () => {
    fc.assert(
      fc.property(states, lives, (initial, life) => {
        const { decided, nextAt } = step(
          decider,
          { state: initial, version: 0 },
          { waiting: life, now: END },
          stream,
        );
        expect(decided.length).toBeLessThan(STEP_LIMIT);
        expect(nextAt === null || nextAt > END).toBe(true);
      }),
    );
  });

  test('keeps state and events that are JSON and nothing else', () => {
    fc.assert(
      fc.property(states, lives, (initial, life) => {
        const { decided, loaded } = step(
          decider,
          { state: initial, version: 0 },
          { waiting: life, now: END },
          stream,
        );
        expect(JSON.parse(JSON.stringify(loaded.state))).toStrictEqual(loaded.state);
        const decisions = decided.map(({ decision }) => decision);
        expect(JSON.parse(JSON.stringify(decisions))).toStrictEqual(decisions);
      }),
      { numRuns: 50 },
    );
  });

  test('comes to the same state however the commands are batched and delivered', () => {
    fc.assert(
      fc.property(states, lives, at, (initial, life, until) => {
        const start = { state: initial, version: 0 };
        const whole = step(decider, start, { waiting: life, now: END }, stream).loaded;
        const early = life.filter(({ effectiveAt }) => effectiveAt <= until).reverse();
        const late = life.filter(({ effectiveAt }) => effectiveAt > until).reverse();
        const first = step(decider, start, { waiting: early, now: until }, stream).loaded;
        expect(step(decider, first, { waiting: late, now: END }, stream).loaded).toStrictEqual(
          whole,
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** Allotted numbers have no gap but for those that texts state, and every directive has what it was told. */
test('a series gives each number once and leaves no gap among those it allots', () => {
  const [stream, commands] = STREAMS[1]!;
  fc.assert(
    fc.property(livesOf(stream, commands), (life) => {
      const start = { state: seriesDecider.initial, version: 0 };
      const { loaded } = step(deciderOf(stream), start, { waiting: life, now: END }, stream);
      const { taken, last } = loaded.state as SeriesState;
      for (let number = 1; number <= last; number += 1) expect(taken[number]).toBeDefined();
      const allotted = Object.values(taken).filter(({ how }) => how === 'allotted');
      expect(new Set(allotted.map(({ directive }) => directive)).size).toBe(allotted.length);
    }),
  );
});

test('no unit is ever above itself, on any day', () => {
  const [stream, commands] = STREAMS[2]!;
  fc.assert(
    fc.property(livesOf(stream, commands), (life) => {
      const start = { state: UNITS as unknown, version: 0 };
      const org = step(deciderOf(stream), start, { waiting: life, now: END }, stream).loaded
        .state as OrgState;
      for (const on of ['2010-01-01', '2014-08-15', '2015-06-01', '2016-01-01', '2018-08-07']) {
        for (const unit of Object.keys(org.units)) {
          let steps = 0;
          for (let up = superiorAt(org, unit, on); up !== null; up = superiorAt(org, up, on)) {
            steps += 1;
            expect(steps).toBeLessThan(10);
          }
        }
      }
    }),
  );
});

function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(frozen);
  }
  return value;
}
