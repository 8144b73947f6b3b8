/** Rules of a report that came on paper and is entered later, and of substitution. */
import {
  accepts,
  clerkOf,
  confirmsPaper,
  DUE_AT,
  entersPaper,
  given,
  opens,
  OPENED_AT,
  rejectsPaper,
  returns,
  submits,
  substitutes,
} from './testing';

const ENTERED = '2018-12-22T01:00:00.000Z';
const entered = () => given(opens(), entersPaper('nga-son', DUE_AT, { at: ENTERED }));

test('a paper report counts from when it was truly received, once a second person confirms', () => {
  expect(entered().unit('nga-son').status).toBe('open');
  const confirmed = entered().when(confirmsPaper('nga-son', { at: '2018-12-23T01:00:00.000Z' }));
  expect(confirmed.last('ReportSubmitted').submission).toMatchObject({
    channel: 'paper',
    effectiveAt: DUE_AT,
    receivedAt: '2018-12-23T01:00:00.000Z',
  });
  const done = confirmed.when(accepts('nga-son', { at: '2018-12-24T01:00:00.000Z' }));
  expect(done.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneOnTime');
});

test('who entered the paper cannot confirm it', () => {
  const act = confirmsPaper('nga-son', { by: clerkOf('pv28', 1) });
  expect(entered().when(act).refusal?.code).toBe('paper.same-person');
});

test('the time claimed lies between the opening and the entry', () => {
  const round = given(opens());
  const future = entersPaper('nga-son', '2018-12-22T01:00:00.001Z', { at: ENTERED });
  const before = entersPaper('nga-son', '2018-12-01T00:59:59.999Z', { at: ENTERED });
  expect(round.when(future).refusal?.code).toBe('paper.time-in-future');
  expect(round.when(before).refusal?.code).toBe('paper.before-opening');
  expect(round.when(entersPaper('nga-son', OPENED_AT, { at: ENTERED })).refusal).toBeNull();
  expect(round.when(entersPaper('nga-son', ENTERED, { at: ENTERED })).refusal).toBeNull();
});

test('a paper that is rejected was never handed in', () => {
  const round = entered().when(rejectsPaper('nga-son'));
  expect(round.unit('nga-son')).toMatchObject({ status: 'open', paper: null, submissions: [] });
  expect(round.when(confirmsPaper('nga-son')).refusal?.code).toBe('paper.not-entered');
});

test('one paper waits at a time, and none after a report', () => {
  expect(entered().when(entersPaper('nga-son', DUE_AT, { at: ENTERED })).refusal?.code).toBe(
    'paper.already-entered',
  );
  const handedIn = given(opens(), submits('nga-son'));
  expect(handedIn.when(entersPaper('nga-son', DUE_AT, { at: ENTERED })).refusal?.code).toBe(
    'report.already-submitted',
  );
});

test('the obliged unit does not enter its own paper', () => {
  const act = entersPaper('nga-son', DUE_AT, { at: ENTERED, by: clerkOf('nga-son') });
  expect(given(opens()).when(act).refusal?.code).toBe('actor.not-entitled');
});

const span = { from: '2018-12-05T00:00:00.000Z', to: '2018-12-15T00:00:00.000Z' };
const substituted = () => given(opens(), substitutes('nga-son', 'tinh-gia', span));

test('a substitute answers for the unit within its span, and is named beside it', () => {
  const by = clerkOf('tinh-gia');
  const round = substituted().when(submits('nga-son', { by, at: span.to }));
  expect(round.last('ReportSubmitted').submission).toMatchObject({
    by: 'tinh-gia',
    substituteFor: 'nga-son',
  });
  const tooLate = submits('nga-son', { by, at: '2018-12-15T00:00:00.001Z' });
  expect(substituted().when(tooLate).refusal?.code).toBe('actor.not-obliged');
  expect(substituted().when(submits('nga-son')).refusal).toBeNull();
});

test('a substitute that is also a receiver does not judge what it handed in', () => {
  const round = given(
    opens(),
    substitutes('nga-son', 'pv28', span),
    submits('nga-son', { by: clerkOf('pv28') }),
  );
  const own = round.when(returns('nga-son', { by: clerkOf('pv28', 2) }));
  expect(own.refusal?.code).toBe('actor.not-entitled');
});

test('a substitution is decided by the standing body or the issuer, for another unit and a real span', () => {
  const round = given(opens());
  const by = clerkOf('pv28');
  expect(round.when(substitutes('nga-son', 'tinh-gia', { ...span, by })).refusal?.code).toBe(
    'actor.not-entitled',
  );
  expect(round.when(substitutes('nga-son', 'nga-son', span)).refusal?.code).toBe(
    'substitution.same-unit',
  );
  const empty = { from: span.to, to: span.to };
  expect(round.when(substitutes('nga-son', 'tinh-gia', empty)).refusal?.code).toBe(
    'substitution.empty-span',
  );
});
