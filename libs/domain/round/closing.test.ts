/** Rules of closing and cancelling a round, and of what is handed in afterwards. */
import {
  accepts,
  cancels,
  clerkOf,
  closes,
  declines,
  given,
  opens,
  submits,
  suspends,
  UNITS,
  waives,
} from './testing';
import { roundDecider } from './round';

const CLOSED_AT = '2018-12-20T01:00:00.000Z';
const LATER = '2018-12-21T01:00:00.000Z';
const NEW_YEAR = '2019-01-01T00:00:00.000Z';
const two = { units: UNITS.slice(0, 2) };

test('a round closes by itself with its last obligation, and gives every rung left its outcome', () => {
  const round = given(opens(two), waives('tinh-gia'), submits('nga-son'));
  const done = round.when(accepts('nga-son'));
  expect(done.caused).toEqual(['ReportAccepted', 'RoundClosed']);
  expect(done.last('RoundClosed')).toMatchObject({
    byItself: true,
    unfinished: [],
    skipped: [
      { schedule: 's0', reason: 'accepted', units: ['nga-son'] },
      { schedule: 's0', reason: 'waived', units: ['tinh-gia'] },
    ],
  });
  expect(done.outcome('nga-son', 's0/T+7')).toEqual({ outcome: 'skipped', reason: 'accepted' });
  expect(roundDecider.nextWakeup(done.state)).toBeNull();
});

test('a round closes by itself while suspended, too', () => {
  const units = UNITS.slice(0, 1);
  const round = given(opens({ units }), submits('nga-son'), suspends({ at: LATER }));
  expect(round.when(accepts('nga-son', { at: LATER })).state.status).toBe('closed');
});

test('a round that is closed names what is unfinished', () => {
  const round = given(opens(), submits('nga-son'), declines('sam-son')).when(
    closes({ at: CLOSED_AT }),
  );
  const closed = round.last('RoundClosed');
  expect(closed).toMatchObject({ byItself: false, unfinished: ['nga-son', 'tinh-gia', 'sam-son'] });
  const reasons = closed.skipped.map(({ reason, units, rungs }) => [reason, units, rungs.length]);
  expect(reasons).toEqual([
    ['submitted', ['nga-son'], 3],
    ['closed', ['tinh-gia'], 3],
    ['refused', ['sam-son'], 3],
  ]);
});

test('only the standing body, the issuer or the system closes, with a reason', () => {
  const round = given(opens());
  expect(round.when(closes({ by: clerkOf('pv28') })).refusal?.code).toBe('actor.not-entitled');
  expect(round.when(closes({ reason: '' })).refusal?.code).toBe('reason.missing');
  expect(round.when(closes({ by: clerkOf('ubnd-thanh-hoa') })).refusal).toBeNull();
});

test('a closed round refuses and says what to do; a report that says so is taken after closing', () => {
  const round = given(opens(), closes({ at: CLOSED_AT }));
  const plain = round.when(submits('nga-son', { at: LATER }));
  expect(plain.refusal).toMatchObject({ code: 'round.closed', params: { say: 'afterClosing' } });
  const saying = round.when(submits('nga-son', { at: LATER, afterClosing: true }));
  expect(saying.last('ReportSubmitted').afterClosing).toBe(true);
  expect(saying.standing('nga-son', NEW_YEAR)).toBe('openLate');
  const accepted = saying.when(accepts('nga-son', { at: NEW_YEAR }));
  expect(accepted.caused).toEqual(['ReportAccepted']);
  expect(accepted.standing('nga-son', NEW_YEAR)).toBe('doneLate');
});

test('a report that waited at the closing may still be accepted, but nothing is waived any more', () => {
  const round = given(opens(), submits('nga-son'), closes({ at: CLOSED_AT }));
  const accepted = round.when(accepts('nga-son', { at: LATER }));
  expect(accepted.standing('nga-son', NEW_YEAR)).toBe('doneOnTime');
  expect(round.when(waives('tinh-gia', { at: LATER })).refusal?.code).toBe('round.closed');
  expect(round.when(closes({ at: LATER })).refusal?.code).toBe('round.closed');
});

test('cancellation cancels what is unfinished and leaves what is done', () => {
  const round = given(opens(), submits('nga-son'), accepts('nga-son'), submits('tinh-gia')).when(
    cancels({ at: CLOSED_AT }),
  );
  expect(round.standing('nga-son', NEW_YEAR)).toBe('doneOnTime');
  expect(round.standing('tinh-gia', NEW_YEAR)).toBe('cancelled');
  expect(round.standing('sam-son', NEW_YEAR)).toBe('cancelled');
  expect(round.outcome('tinh-gia', 's0/T+3')).toEqual({ outcome: 'skipped', reason: 'cancelled' });
  expect(round.outcome('nga-son', 's0/T+3')).toEqual({ outcome: 'skipped', reason: 'accepted' });
  const after = round.when(submits('sam-son', { at: LATER, afterClosing: true }));
  expect(after.refusal?.code).toBe('round.cancelled');
});

test('a round without rungs opens, is reported on and closes', () => {
  const schedule = { rungs: [] };
  const round = given(opens({ units: UNITS.slice(0, 1), schedule }), submits('nga-son'));
  expect(round.when(accepts('nga-son')).last('RoundClosed').skipped).toEqual([]);
});
