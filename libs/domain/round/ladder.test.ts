/** Rules of the ladder while the engine wakes in time. */
import { reachesSameAsLast } from './audience';
import {
  accepts,
  declines,
  given,
  ladder,
  marksNotApplicable,
  opens,
  returns,
  rung,
  submits,
  transfers,
  UNITS,
  waives,
} from './testing';
import type { RoundEvent } from './types';

const END = '2018-12-31T00:00:00.000Z';
const reached = (events: readonly RoundEvent[]) =>
  events.flatMap((event) => (event.type === 'RungReached' ? [event.data] : []));

test('a rung is one event that lists whom it reached and whom it skipped, with the reason', () => {
  const round = given(
    opens(),
    submits('nga-son', { at: '2018-12-05T01:00:00.000Z' }),
    waives('tinh-gia', { at: '2018-12-05T01:00:00.000Z' }),
  ).until('2018-12-07T01:00:00.000Z');
  expect(reached(round.events)).toEqual([
    {
      schedule: 's0',
      rung: 'T-7',
      kind: 'reminder',
      audience: 'focal',
      dueAt: '2018-12-18T10:00:00.000Z',
      at: '2018-12-07T01:00:00.000Z',
      issuedAt: '2018-12-07T01:00:00.000Z',
      issued: ['sam-son'],
      skipped: [
        { unit: 'nga-son', reason: 'submitted' },
        { unit: 'tinh-gia', reason: 'waived' },
      ],
      letter: null,
    },
  ]);
});

test('each status but open and returned is a reason of its own', () => {
  const units = ['a', 'b', 'c', 'd', 'e', 'f'].map((unit) => ({ unit, superior: null }));
  const round = given(
    opens({ units }),
    submits('a', { at: '2018-12-05T01:00:00.000Z' }),
    submits('b', { at: '2018-12-05T01:00:00.000Z' }),
    accepts('b', { at: '2018-12-05T02:00:00.000Z' }),
    declines('c', { at: '2018-12-05T01:00:00.000Z' }),
    marksNotApplicable('d', { at: '2018-12-05T01:00:00.000Z' }),
    submits('e', { at: '2018-12-05T01:00:00.000Z' }),
    returns('e', { at: '2018-12-05T02:00:00.000Z' }),
  ).until('2018-12-07T01:00:00.000Z');
  const [first] = reached(round.events);
  expect(first?.issued).toEqual(['e', 'f']);
  expect(first?.skipped).toEqual([
    { unit: 'a', reason: 'submitted' },
    { unit: 'b', reason: 'accepted' },
    { unit: 'c', reason: 'refused' },
    { unit: 'd', reason: 'notApplicable' },
  ]);
});

test('what is handed in exactly at a rung is no longer urged by it', () => {
  const at = '2018-12-07T01:00:00.000Z';
  const round = given(opens(), submits('nga-son', { at })).until(at);
  expect(round.outcome('nga-son', 's0/T-7')).toEqual({ outcome: 'skipped', reason: 'submitted' });
});

test('two reminders to the same person both come: the ladder means them', () => {
  const round = given(opens()).until('2018-12-17T01:00:00.000Z');
  expect(round.outcome('nga-son', 's0/T-1')?.outcome).toBe('issued');
});

test('without a superior the escalation to it is skipped for want of an audience', () => {
  const round = given(opens()).until(END);
  expect(round.outcome('sam-son', 's0/T+3')).toEqual({ outcome: 'skipped', reason: 'noAudience' });
  expect(round.outcome('sam-son', 's0/T+5')?.outcome).toBe('issued');
});

test('the escalation to the issuer is skipped where the superior is the issuer', () => {
  const round = given(opens()).until(END);
  expect(round.outcome('tinh-gia', 's0/T+3')?.outcome).toBe('issued');
  expect(round.outcome('tinh-gia', 's0/T+5')).toEqual({
    outcome: 'skipped',
    reason: 'sameAudience',
  });
  expect(round.outcome('nga-son', 's0/T+5')?.outcome).toBe('issued');
});

test('a rung skipped before counts as not there when audiences are compared', () => {
  const round = given(
    opens(),
    submits('tinh-gia', { at: '2018-12-20T01:00:00.000Z' }),
    returns('tinh-gia', { at: '2018-12-22T01:00:00.000Z' }),
  ).until(END);
  expect(round.outcome('tinh-gia', 's0/T+3')).toEqual({ outcome: 'skipped', reason: 'submitted' });
  expect(round.outcome('tinh-gia', 's0/T+5')?.outcome).toBe('issued');
});

test('rungs of one instant are all reached at that instant, in the order of the ladder', () => {
  const at = '2018-12-21T01:00:00.000Z';
  const rungs = [
    rung('letter', at, { kind: 'letter', audience: 'head' }),
    rung('up', at, { kind: 'escalation', audience: 'superior' }),
  ];
  const round = given(opens({ units: UNITS.slice(0, 1), schedule: { rungs } })).until(END);
  expect(reached(round.events).map(({ rung: id, issued }) => [id, issued.length])).toEqual([
    ['letter', 1],
    ['up', 1],
  ]);
});

test('every rung of every obligation has its outcome when the ladder is over', () => {
  const round = given(opens()).until(END);
  for (const { unit } of UNITS) {
    expect(Object.keys(round.unit(unit).outcomes)).toEqual(
      ['T-7', 'T-1', 'T+1', 'T+3', 'T+5', 'T+7'].map((id) => `s0/${id}`),
    );
  }
  expect(round.state.pending).toEqual([]);
});

/** An escalation to the superior and one to the issuer, with a change set between them. */
function succeededBetween(before: string | null, after: string) {
  const up = rung('T+3', '2018-12-21T01:00:00.000Z', { kind: 'escalation', audience: 'superior' });
  const top = rung('T+5', '2018-12-25T01:00:00.000Z', { kind: 'escalation', audience: 'issuer' });
  const units = [{ unit: 'xa-a', superior: before }];
  const act = transfers([{ from: 'xa-a', to: 'xa-b' }], { at: '2018-12-23T01:00:00.000Z' });
  const successions = act.data.successions.map((one) => ({ ...one, superior: after }));
  const succeeds = { ...act, data: { ...act.data, successions } };
  return given(opens({ units, schedule: { rungs: [up, top] } }), succeeds).until(END);
}

test('the issuer is told although the heir is below it: another superior was told before the succession', () => {
  const round = succeededBetween('huyen-x', 'ubnd-thanh-hoa');
  expect(round.unit('xa-a').superior).toBe('ubnd-thanh-hoa');
  expect(round.outcome('xa-a', 's0/T+3')?.outcome).toBe('issued');
  expect(round.outcome('xa-a', 's0/T+5')?.outcome).toBe('issued');
});

test('the issuer told as the superior is not told again because the heir has another superior', () => {
  const round = succeededBetween('ubnd-thanh-hoa', 'huyen-y');
  expect(round.outcome('xa-a', 's0/T+3')?.outcome).toBe('issued');
  expect(round.outcome('xa-a', 's0/T+5')).toEqual({ outcome: 'skipped', reason: 'sameAudience' });
});

test('a state that does not say whom its last rung reached asks who it would be now', () => {
  const told = given(opens()).until('2018-12-22T00:00:00.000Z').state;
  const [below, apart] = ['tinh-gia', 'nga-son'].map((unit) => {
    const { lastAudience, ...older } = told.obligations[unit]!;
    expect(lastAudience).toBe(`unit:${older.superior}`);
    return older;
  });
  const top = ladder.find(({ id }) => id === 'T+5')!;
  expect(reachesSameAsLast(top, below!, told)).toBe(true);
  expect(reachesSameAsLast(top, apart!, told)).toBe(false);
});
