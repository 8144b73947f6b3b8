/** Rules of opening a round. */
import { command, given, opens, OPENED_AT, rung, schedule, submits, STREAM } from './testing';
import { roundDecider } from './round';
import type { RoundCommand } from './types';

function refusalOf(act: RoundCommand) {
  const decision = roundDecider.decide(roundDecider.initial, act);
  return decision.ok ? null : decision.rejection;
}

test('a round freezes who owes, by when and in which order rungs come', () => {
  const rungs = [rung('b', '2018-12-16T01:00:00.000Z'), rung('a', '2018-12-05T01:00:00.000Z')];
  const { state } = given(opens({ schedule: { rungs } }));
  expect(state.status).toBe('open');
  expect(state.openedAt).toBe(OPENED_AT);
  expect(Object.keys(state.obligations)).toEqual(['nga-son', 'tinh-gia', 'sam-son']);
  expect(state.pending.map((entry) => entry.rung)).toEqual(['a', 'b']);
});

test('a round opens once', () => {
  expect(given(opens()).when(opens()).refusal?.code).toBe('round.already-open');
});

test('nothing is taken before the round is open', () => {
  expect(refusalOf(submits('nga-son'))).toEqual({
    code: 'round.not-open',
    params: { command: 'SubmitReport' },
  });
});

test('a round whose due time is not after its opening is refused', () => {
  const act = opens({ schedule: { dueAt: OPENED_AT } });
  expect(refusalOf(act)).toMatchObject({ code: 'round.due-not-after-opening' });
});

test('who joins late may join after the due time', () => {
  expect(refusalOf(opens({ late: true, at: '2018-12-20T01:00:00.000Z' }))).toBeNull();
});

test('a round needs units, each once, and at most 500', () => {
  const many = Array.from({ length: 501 }, (_, n) => ({ unit: `u${n}`, superior: null }));
  expect(refusalOf(opens({ units: [] }))?.code).toBe('round.no-units');
  expect(refusalOf(opens({ units: [many[0]!, many[0]!] }))?.code).toBe('round.unit-twice');
  expect(refusalOf(opens({ units: many }))?.code).toBe('round.too-many-units');
});

test('a schedule with two rungs of one name, or an instant of another form, is refused', () => {
  const twice = [rung('T-1', '2018-12-16T01:00:00.000Z'), rung('T-1', '2018-12-17T01:00:00.000Z')];
  expect(refusalOf(opens({ schedule: { rungs: twice } }))?.code).toBe('plan.invalid');
  expect(refusalOf(opens({ schedule: schedule({ dueAt: '2018-12-18' }) }))?.code).toBe(
    'plan.invalid',
  );
});

test('a command of an unknown type is refused, whatever its name', () => {
  const act = { ...command('WakeUp', {}), type: 'toString', stream: STREAM };
  expect(refusalOf(act as unknown as RoundCommand)?.code).toBe('command.unknown');
});
