/** Time in a commendation: reminders before, escalations after, one outcome for every rung, and no leap after an outage. */
import fc from 'fast-check';
import { CLOCK, foldAll, step, type Command, type Loaded } from '../kernel';
import { commendationDecider } from './decider';
import { SYSTEM } from '../testing/scene';
import { appraised, nominated, STANDING, STREAM, stepPlan, withDossier } from './testing/fixture';
import type { CommendationEvent, CommendationState } from './types';

const load = (state: CommendationState): Loaded<CommendationState> => ({ state, version: 1 });

/** Lets time come to `now`, with nothing asked. */
function until(state: CommendationState, now: string) {
  const { decided, loaded } = step(commendationDecider, load(state), { waiting: [], now }, STREAM);
  const events = decided.flatMap(({ decision }) => (decision.ok ? decision.events : []));
  return { events: events as readonly CommendationEvent[], state: loaded.state };
}

const reached = (events: readonly CommendationEvent[]) =>
  events.flatMap(({ type, data }) =>
    type === 'CommendationRungReached' ? [[data.rung, data.to, data.skipped]] : [],
  );

test('who owes the step is reminded before, the head told after, then the superior and the awarding body', () => {
  let { state } = withDossier();
  const told: unknown[] = [];
  while (commendationDecider.nextWakeup(state) !== null) {
    const now = commendationDecider.nextWakeup(state)!;
    const { events, state: after } = until(state, now);
    told.push(...reached(events));
    state = after;
  }
  expect(told).toEqual([
    ['T-3', 'v28', null],
    ['T-1', 'v28', null],
    ['T1', 'v28', null],
    ['T3', 'tong-cuc', null],
    ['T5', 'bo-cong-an', null],
  ]);
});

test('where nobody is above, the rung is skipped with that reason; the owing body is not told on itself', () => {
  let { state } = appraised();
  const told: unknown[] = [];
  for (let now = state.pending[0]?.at; now !== undefined; now = state.pending[0]?.at) {
    const { events, state: after } = until(state, now);
    told.push(...reached(events));
    state = after;
  }
  expect(told.slice(-2)).toEqual([
    ['T3', null, 'noAudience'],
    ['T5', 'bo-cong-an', 'sameAudience'],
  ]);
});

test('a step that is done in time leaves its rungs skipped, with that reason', () => {
  const { outcomes } = withDossier().state;
  expect(Object.keys(outcomes)).toEqual(['d0/T-3', 'd0/T-1', 'd0/T1', 'd0/T3', 'd0/T5']);
  for (const outcome of Object.values(outcomes)) {
    expect(outcome).toEqual({ outcome: 'skipped', reason: 'done' });
  }
});

describe('after an outage of a year', () => {
  const now = '2020-12-01T00:00:00.000Z';
  const woken = until(withDossier().state, now);

  test('the earliest overdue escalation is issued, reminders are overtaken, the rest is held', () => {
    expect(reached(woken.events)).toEqual([
      ['T-3', 'v28', 'superseded'],
      ['T-1', 'v28', 'superseded'],
      ['T1', 'v28', null],
    ]);
    expect(woken.events.at(-1)).toMatchObject({
      type: 'CommendationRungsHeld',
      data: { rungs: ['T3', 'T5'] },
    });
    expect(commendationDecider.nextWakeup(woken.state)).toBeNull();
  });

  test('the held rungs come after now with the moments planned anew, one by one', () => {
    const { schedule } = woken.state.deadlines.d1!;
    const rungs = [
      { ...schedule.rungs[3]!, at: '2020-12-03T00:00:00.000Z' },
      { ...schedule.rungs[4]!, at: '2020-12-05T00:00:00.000Z' },
    ];
    const command = {
      id: 'r-1',
      stream: STREAM,
      type: 'ReplanHeldStep',
      data: { deadline: 'd1', rungs: ['T3', 'T5'] },
      actor: SYSTEM,
      receivedAt: now,
      effectiveAt: '2019-12-17T01:00:00.000Z',
      plan: { schedule: { ...schedule, rungs } },
    } as Command;
    const decision = commendationDecider.decide(woken.state, command as never);
    const { state } = foldAll(
      commendationDecider as never,
      [{ command, decision }],
      load(woken.state) as never,
    ) as Loaded<CommendationState>;
    expect(commendationDecider.nextWakeup(state)).toBe('2020-12-03T00:00:00.000Z');
    expect(reached(until(state, '2020-12-03T00:00:00.000Z').events)).toEqual([
      ['T3', 'tong-cuc', null],
    ]);
  });
});

describe('after an outage over which nobody above is to be told', () => {
  const now = '2019-12-30T02:00:00.000Z';
  const { state } = appraised();
  const kinded = (kinds: { readonly [rung: string]: 'reminder' | 'escalation' }) => ({
    ...state,
    pending: state.pending.map((it) => ({ ...it, kind: kinds[it.id] ?? it.kind })),
  });

  test('the last reminder is issued: a rung that tells nobody overtakes none', () => {
    const woken = until(kinded({ T1: 'reminder' }), now);
    expect(reached(woken.events)).toEqual([
      ['T-3', 'bo-cong-an', 'superseded'],
      ['T-1', 'bo-cong-an', 'superseded'],
      ['T1', 'bo-cong-an', null],
      ['T3', null, 'noAudience'],
      ['T5', 'bo-cong-an', 'sameAudience'],
    ]);
    expect(woken.state).toMatchObject({ pending: [], held: [] });
  });

  test('a reminder to the awarding body overtakes the ones before it, though the same unit is told', () => {
    const woken = until(kinded({ T1: 'reminder', T5: 'reminder' }), now);
    expect(reached(woken.events).map(([rung, , skipped]) => [rung, skipped])).toEqual([
      ['T-3', 'superseded'],
      ['T-1', 'superseded'],
      ['T1', 'superseded'],
      ['T3', 'noAudience'],
      ['T5', null],
    ]);
  });
});

const GAP = fc.integer({ min: 0, max: 40 * 24 });

test('however late the engine wakes, nobody is escalated twice in one leap and each rung has one outcome', () => {
  fc.assert(
    fc.property(fc.array(GAP, { minLength: 1, maxLength: 8 }), (gaps) => {
      let { state } = withDossier();
      let hours = 0;
      const seen: string[] = [];
      for (const gap of gaps) {
        hours += gap;
        const now = new Date(
          Date.parse('2019-12-04T02:00:00.000Z') + hours * 3_600_000,
        ).toISOString();
        const { events, state: after } = until(state, now);
        const escalations = events.filter(
          (it) =>
            it.type === 'CommendationRungReached' &&
            it.data.kind !== 'reminder' &&
            it.data.skipped === null,
        );
        expect(escalations.length).toBeLessThanOrEqual(1);
        seen.push(
          ...events.flatMap((it) => (it.type === 'CommendationRungReached' ? it.data.rung : [])),
        );
        state = after;
      }
      expect(new Set(seen).size).toBe(seen.length);
      const ended = commendationDecider.decide(state, {
        id: 'c9',
        stream: STREAM,
        type: 'AppraiseNomination',
        data: { finding: 'eligible', reason: 'đủ', barred: [], opinionsOf: [] },
        actor: STANDING,
        receivedAt: '2021-12-06T02:00:00.000Z',
        effectiveAt: '2021-12-06T02:00:00.000Z',
        plan: stepPlan('decision', '2021-12-06'),
      });
      const left =
        ended.ok && ended.events[0]!.type === 'NominationAppraised'
          ? ended.events[0]!.data.closed!.rungs
          : [];
      expect([...seen, ...left].sort()).toEqual(['T-1', 'T-3', 'T1', 'T3', 'T5']);
    }),
  );
});

test('a wake-up with nothing due is refused, and one after the step is done has nothing to do', () => {
  const wake = (at: string) => ({
    id: 'w',
    stream: STREAM,
    type: 'WakeUp' as const,
    data: {},
    actor: CLOCK,
    receivedAt: at,
    effectiveAt: at,
  });
  const refused = commendationDecider.decide(nominated().state, wake('2019-12-03T00:00:00.000Z'));
  expect(refused).toMatchObject({ rejection: { code: 'wake-up.nothing-due' } });
});
