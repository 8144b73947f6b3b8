/**
 * Thresholds hold in their own scope and from their own date, and are never borrowed; the rate is counted from the rounds
 * that the way in found, and a span is judged when it is over.
 */
import type { RoundState } from '../domain';
import { plan } from './plan';
import { book, directive, org, policy } from './testing/fixture';

const BANDS = [{ below: 80, code: 'criticism', text: { vi: 'phê bình', en: 'criticism' } }];
const thresholds = (issuer: string | null, from = '2014-01-01') =>
  policy(
    'thresholds',
    { kind: 'thresholds', bands: BANDS },
    {
      from,
      scope: { issuer, documentTypes: null },
    },
  );

const OWN = thresholds('bo-cong-an');
const UNITS = ['nga-son', 'tinh-gia', 'sam-son', 'a'];

const submitted = (of: number) => ({
  ...{ status: 'accepted', acceptedSubmission: 1 },
  submissions: [{ ordinal: 1, effectiveAt: `2018-12-${of}T02:00:00.000Z` }],
});
const NEVER = { status: 'open', acceptedSubmission: null, submissions: [] };

/** Due 18/12/2018 17:00: one in time, one late, one never. */
function round(late = false, status = 'open'): RoundState {
  const owed = { 'nga-son': submitted(10), 'tinh-gia': submitted(20), 'sam-son': NEVER };
  const obligations = Object.fromEntries(
    Object.entries(owed).map(([unit, one]) => [unit, { ...one, unit, schedule: 's0' }]),
  );
  const schedules = { s0: { dueAt: '2018-12-18T10:00:00.000Z' } };
  return { status, late, schedules, obligations } as unknown as RoundState;
}

type Asked = { unit?: string; from?: string; to?: string; rounds?: RoundState[]; units?: string[] };

const planned = (
  of: ReturnType<typeof policy>,
  { rounds = [], units = UNITS, ...data }: Asked = {},
) =>
  plan(
    {
      type: 'DecideCriticism',
      stream: 'directive/d-07',
      data: { unit: 'a', from: '2018-12-01', to: '2018-12-31', ...data },
    },
    directive([]),
    book({ policies: [of], org: org(units) }),
    '2019-01-10T02:00:00.000Z',
    new Map(),
    { rounds },
  );

test("the issuer's own thresholds are put on the command", () => {
  const counted = { part: 0, of: 0 };
  expect(planned(OWN)).toEqual({ policy: 'thresholds@1', bands: BANDS, counted });
});

test('a unit that is not registered is named', () => {
  expect(planned(OWN, { units: [] })).toMatchObject({ impossible: 'unit.unknown' });
});

test.each([
  ["another province's", thresholds('ubnd-tinh-thanh-hoa')],
  ['later ones', thresholds('bo-cong-an', '2019-01-01')],
])('%s do not apply', (_what, of) => {
  expect(planned(of)).toMatchObject({ impossible: 'criticism.no-policy' });
});

test.each<[string, Asked, number, number]>([
  ['in time', { unit: 'nga-son' }, 1, 1],
  ['late', { unit: 'tinh-gia' }, 0, 1],
  ['never', { unit: 'sam-son' }, 0, 1],
  ['of a unit that the round does not have', { unit: 'a' }, 0, 0],
  ['due after the span', { unit: 'nga-son', to: '2018-12-17' }, 0, 0],
  ['due before the span', { unit: 'nga-son', from: '2018-12-19' }, 0, 0],
  [
    'due on the one day of the span',
    { unit: 'nga-son', from: '2018-12-18', to: '2018-12-18' },
    1,
    1,
  ],
  ['owed by whoever joined later', { unit: 'nga-son', rounds: [round(true)] }, 0, 0],
  [
    'never, of a round that is cancelled',
    { unit: 'sam-son', rounds: [round(false, 'cancelled')] },
    0,
    0,
  ],
  ['of two rounds', { unit: 'nga-son', rounds: [round(), round()] }, 2, 2],
])('what was done %s is counted', (_what, asked, part, of) => {
  const made = planned(OWN, { rounds: [round()], ...asked });
  expect(made).toMatchObject({ counted: { part, of } });
});

test.each([
  ['today', '2019-01-10', 'criticism.not-yet'],
  ['ahead', '2019-06-30', 'criticism.not-yet'],
  ['that is none', '2018-13-31', 'date.invalid'],
])('a span with its last day %s is not judged', (_what, to, code) => {
  expect(planned(OWN, { to })).toMatchObject({ impossible: code });
});
