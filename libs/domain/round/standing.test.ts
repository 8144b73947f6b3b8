/** Every obligation stands in exactly one place: the four official buckets, or outside them. */
import { accepts, DUE_AT, given, opens, returns, submits } from './testing';
import { missingUnits, standingOf } from './standing';
import type { ObligationStatus, RoundStatus, Standing } from './types';

const BEFORE = '2018-12-18T09:59:59.999Z';
const AFTER = '2018-12-18T10:00:00.001Z';

const base = given(opens(), submits('nga-son', { at: BEFORE })).state;
const late = given(opens(), submits('nga-son', { at: AFTER })).state;

function standing(
  status: ObligationStatus,
  { handedInLate = false, now = BEFORE, round = 'open' as RoundStatus } = {},
): Standing {
  const state = handedInLate ? late : base;
  const obligation = { ...state.obligations['nga-son']!, status };
  const accepted = status === 'accepted' ? { acceptedSubmission: 1, acceptedAt: AFTER } : {};
  return standingOf({ ...obligation, ...accepted }, state.schedules, round, now);
}

test.each<[ObligationStatus, Parameters<typeof standing>[1], Standing]>([
  ['open', { now: DUE_AT }, 'openOnTime'],
  ['open', { now: AFTER }, 'openLate'],
  ['returned', { now: DUE_AT }, 'openOnTime'],
  ['returned', { now: AFTER }, 'openLate'],
  ['refused', { now: AFTER }, 'openLate'],
  ['submitted', { now: AFTER }, 'openOnTime'],
  ['submitted', { handedInLate: true, now: AFTER }, 'openLate'],
  ['accepted', { now: AFTER }, 'doneOnTime'],
  ['accepted', { handedInLate: true, now: AFTER }, 'doneLate'],
  ['waived', { now: AFTER }, 'waived'],
  ['notApplicable', { now: AFTER }, 'notApplicable'],
  ['cancelled', { now: AFTER }, 'cancelled'],
  ['open', { now: AFTER, round: 'suspended' }, 'suspended'],
  ['submitted', { now: AFTER, round: 'suspended' }, 'suspended'],
  ['accepted', { now: AFTER, round: 'suspended' }, 'doneOnTime'],
  ['waived', { now: AFTER, round: 'suspended' }, 'waived'],
  ['open', { now: AFTER, round: 'closed' }, 'openLate'],
  ['accepted', { now: AFTER, round: 'cancelled' }, 'doneOnTime'],
])('%s %j stands as %s', (status, how, expected) => {
  expect(standing(status, how)).toBe(expected);
});

test('without a due time an obligation stands outside the four', () => {
  expect(standingOf(base.obligations['tinh-gia']!, {}, 'open', AFTER)).toBe('noDueDate');
});

test('missing is whose report neither waits nor is accepted', () => {
  const { state } = given(
    opens(),
    submits('nga-son'),
    submits('tinh-gia'),
    returns('tinh-gia'),
    submits('sam-son'),
    accepts('sam-son'),
  );
  expect(missingUnits(state)).toEqual(['tinh-gia']);
});
