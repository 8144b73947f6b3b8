/** Rules of waking late: one catch-up reminder, and nobody escalated in one leap. */
import { given, opens, replansHeld, rung, schedule, submits, UNITS } from './testing';
import { roundDecider } from './round';

const LATE = '2018-12-26T01:00:00.000Z';

test('reminders that a later one has overtaken are skipped, and one catch-up is sent', () => {
  const now = '2018-12-17T06:00:00.000Z';
  const round = given(opens()).wokenLateAt(now);
  expect(round.outcome('nga-son', 's0/T-7')).toEqual({ outcome: 'skipped', reason: 'superseded' });
  expect(round.outcome('nga-son', 's0/T-1')).toEqual({ outcome: 'issued', at: now });
});

test('the earliest overdue escalation is issued, the later ones are held with all behind them', () => {
  const units = UNITS.slice(0, 1);
  const round = given(opens({ units })).wokenLateAt(LATE);
  expect(round.outcome('nga-son', 's0/T+1')).toEqual({ outcome: 'issued', at: LATE });
  for (const id of ['T+3', 'T+5', 'T+7']) {
    expect(round.outcome('nga-son', `s0/${id}`)).toEqual({ outcome: 'skipped', reason: 'held' });
  }
  expect(round.last('RungsHeld')).toEqual({
    schedule: 's0',
    rungs: ['T+3', 'T+5', 'T+7'],
    units: ['nga-son'],
    at: '2018-12-21T01:00:00.000Z',
    issuedAt: LATE,
  });
  expect(roundDecider.nextWakeup(round.state)).toBeNull();
});

test('escalations that the engine issued in time are never held', () => {
  const round = given(opens())
    .until('2018-12-19T01:00:00.000Z')
    .wokenLateAt('2018-12-22T01:00:00.000Z');
  expect(round.outcome('nga-son', 's0/T+3')?.outcome).toBe('issued');
});

/** The one has a superior and gets the first step; the other has none, gets the second, and less is held. */
function heldApart() {
  return given(
    opens({
      schedule: {
        rungs: [
          rung('up', '2018-12-21T01:00:00.000Z', { kind: 'escalation', audience: 'superior' }),
          rung('top', '2018-12-23T01:00:00.000Z', { kind: 'escalation', audience: 'issuer' }),
          rung('why', '2018-12-25T01:00:00.000Z', { kind: 'explanation', audience: 'head' }),
        ],
      },
    }),
  ).wokenLateAt(LATE);
}

test('a unit for which the first escalation was not there gets the next one, and is held behind it', () => {
  const round = heldApart();
  expect(round.outcome('nga-son', 's0/up')?.outcome).toBe('issued');
  expect(round.outcome('nga-son', 's0/top')).toEqual({ outcome: 'skipped', reason: 'held' });
  expect(round.outcome('sam-son', 's0/up')).toEqual({ outcome: 'skipped', reason: 'noAudience' });
  expect(round.outcome('sam-son', 's0/top')?.outcome).toBe('issued');
  expect(round.outcome('sam-son', 's0/why')).toEqual({ outcome: 'skipped', reason: 'held' });
});

test.each([[0, 1] as const, [1, 0] as const])(
  'what one outage held for different units is planned anew for each, whichever is asked first (%i, %i)',
  (...order) => {
    const rungs = [
      rung('top', '2019-01-02T01:00:00.000Z', { kind: 'escalation', audience: 'issuer' }),
      rung('why', '2019-01-04T01:00:00.000Z', { kind: 'explanation', audience: 'head' }),
    ];
    const asked = [
      replansHeld('s0', ['top', 'why'], {
        at: LATE,
        units: ['nga-son'],
        plan: schedule({ rungs }),
      }),
      replansHeld('s0', ['why'], {
        at: LATE,
        units: ['tinh-gia', 'sam-son'],
        plan: schedule({ rungs: rungs.slice(1) }),
      }),
    ] as const;
    const round = order.reduce((so, which) => so.when(asked[which]), heldApart());
    expect(round.state.held).toEqual([]);
    const later = round.until('2019-01-05T00:00:00.000Z');
    const outcome = (unit: string, name: string) =>
      later.outcome(unit, `${later.unit(unit).schedule}/${name}`)?.outcome;
    expect(outcome('nga-son', 'top')).toBe('issued');
    expect(outcome('nga-son', 'why')).toBe('issued');
    expect(outcome('sam-son', 'why')).toBe('issued');
    expect(later.unit('sam-son').schedule).not.toBe(later.unit('nga-son').schedule);
  },
);

test('a plan that would hold the rungs again is refused, so that replanning ends', () => {
  const round = given(opens({ units: UNITS.slice(0, 1) })).wokenLateAt(LATE);
  const early = schedule({ rungs: [rung('T+3', LATE, { kind: 'escalation' })] });
  expect(round.when(replansHeld('s0', HELD, { at: LATE, plan: early })).refusal).toEqual({
    code: 'plan.invalid',
    params: { field: 'rungs/T+3/at', value: LATE },
  });
});

const planned = schedule({
  rungs: [
    rung('T+3', '2018-12-28T01:00:00.000Z', { kind: 'escalation', audience: 'superior' }),
    rung('T+5', '2019-01-01T01:00:00.000Z', { kind: 'escalation', audience: 'issuer' }),
    rung('T+7', '2019-01-03T01:00:00.000Z', { kind: 'explanation', audience: 'head' }),
  ],
});
const HELD = ['T+3', 'T+5', 'T+7'];
const replans = replansHeld('s0', HELD, { at: LATE, plan: planned });

test('held rungs planned anew come with their gaps on a schedule of the same due time', () => {
  const units = UNITS.slice(0, 1);
  const round = given(opens({ units })).wokenLateAt(LATE).when(replans);
  expect(round.caused).toEqual(['HeldRungsReplanned']);
  expect(round.state.held).toEqual([]);
  expect(round.unit('nga-son').schedule).toBe('s1');
  const later = round.until('2019-01-05T00:00:00.000Z');
  expect(HELD.map((id) => later.outcome('nga-son', `s1/${id}`)?.outcome)).toEqual([
    'issued',
    'issued',
    'issued',
  ]);
});

test('a unit that finished meanwhile does not move to the new schedule', () => {
  const heading = { acceptance: 'automatic' } as const;
  const round = given(opens({ units: UNITS.slice(0, 2), heading })).wokenLateAt(LATE);
  const after = round.when(submits('nga-son', { at: LATE })).when(replans);
  expect(after.last('HeldRungsReplanned').units).toEqual(['tinh-gia']);
});

test('a command that an earlier version asked, which names nobody, is for everybody it was held for', () => {
  const { units: _named, ...data } = replans.data;
  const round = given(opens({ units: UNITS.slice(0, 1) })).wokenLateAt(LATE);
  expect(round.when({ ...replans, data }).last('HeldRungsReplanned').units).toEqual(['nga-son']);
});

test('what is not held is not planned anew, and a plan with another due time is refused', () => {
  expect(given(opens()).when(replansHeld('s0', HELD, { plan: planned })).refusal?.code).toBe(
    'held.nothing-to-plan',
  );
  const other = schedule({ dueAt: '2019-01-31T10:00:00.000Z' });
  const round = given(opens({ units: UNITS.slice(0, 1) })).wokenLateAt(LATE);
  expect(round.when(replansHeld('s0', HELD, { at: LATE, plan: other })).refusal?.code).toBe(
    'plan.invalid',
  );
});
