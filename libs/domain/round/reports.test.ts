/** Rules of handing in, withdrawing, accepting and returning. */
import { accepts, clerkOf, DUE_AT, given, opens, returns, submits, withdraws } from './testing';

const AFTER_DUE = '2018-12-18T10:00:00.001Z';

test('a report handed in waits for its receiver and is unfinished until accepted', () => {
  const round = given(opens(), submits('nga-son'));
  expect(round.unit('nga-son').status).toBe('submitted');
  expect(round.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('openOnTime');
});

test('an accepted report is done, and receipt and acceptance keep their own times', () => {
  const round = given(
    opens(),
    submits('nga-son', { at: '2018-12-17T02:00:00.000Z' }),
    accepts('nga-son', { at: '2018-12-20T02:00:00.000Z' }),
  );
  expect(round.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneOnTime');
  expect(round.unit('nga-son')).toMatchObject({
    status: 'accepted',
    acceptedSubmission: 1,
    acceptedAt: '2018-12-20T02:00:00.000Z',
    submissions: [{ effectiveAt: '2018-12-17T02:00:00.000Z' }],
  });
});

test('what arrives exactly at the due instant is in time, a millisecond later it is late', () => {
  const inTime = given(opens(), submits('nga-son', { at: DUE_AT }), accepts('nga-son'));
  const late = given(opens(), submits('nga-son', { at: AFTER_DUE }), accepts('nga-son'));
  expect(inTime.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneOnTime');
  expect(late.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneLate');
});

test('lateness is judged by the effective time, not by when our door took it', () => {
  const act = { ...submits('nga-son', { at: DUE_AT }), receivedAt: '2018-12-20T00:00:00.000Z' };
  const round = given(opens(), act, accepts('nga-son', { at: '2018-12-20T01:00:00.000Z' }));
  expect(round.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneOnTime');
});

test('a returned report counts as unfinished', () => {
  const round = given(opens(), submits('nga-son'), returns('nga-son'));
  expect(round.unit('nga-son').status).toBe('returned');
  expect(round.standing('nga-son', DUE_AT)).toBe('openOnTime');
  expect(round.standing('nga-son', AFTER_DUE)).toBe('openLate');
});

test('the submission finally accepted decides timeliness, and the first is kept', () => {
  const round = given(
    opens(),
    submits('nga-son', { at: '2018-12-10T01:00:00.000Z' }),
    returns('nga-son', { at: '2018-12-19T01:00:00.000Z' }),
    submits('nga-son', { at: '2018-12-20T01:00:00.000Z' }),
    accepts('nga-son', { at: '2018-12-21T01:00:00.000Z' }),
  );
  expect(round.standing('nga-son', '2019-01-01T00:00:00.000Z')).toBe('doneLate');
  expect(round.unit('nga-son').submissions.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
  expect(round.unit('nga-son').acceptedSubmission).toBe(2);
});

test('a report may be withdrawn before acceptance; the obligation is open again', () => {
  const round = given(opens(), submits('nga-son'), withdraws('nga-son'));
  expect(round.unit('nga-son').status).toBe('open');
  expect(round.when(submits('nga-son')).caused).toEqual(['ReportSubmitted']);
  const accepted = given(opens(), submits('nga-son'), accepts('nga-son'));
  expect(accepted.when(withdraws('nga-son')).refusal).toMatchObject({
    code: 'obligation.not-possible-now',
    params: {
      status: 'accepted',
      command: 'WithdrawReport',
      possible: expect.arrayContaining(['CorrectReport']),
    },
  });
});

test('a second report while one waits is refused, and so is one after acceptance', () => {
  const waiting = given(opens(), submits('nga-son'));
  expect(waiting.when(submits('nga-son')).refusal?.code).toBe('report.already-submitted');
  const done = given(opens(), submits('nga-son'), accepts('nga-son'));
  expect(done.when(submits('nga-son')).refusal?.code).toBe('report.already-accepted');
});

test('an empty report is refused unless it says that there is nothing to report', () => {
  const round = given(opens());
  const empty = { summary: '  ' };
  expect(round.when(submits('nga-son', { report: empty })).refusal?.code).toBe('report.empty');
  const nil = submits('nga-son', { report: { summary: '', nil: true } });
  expect(round.when(nil).caused).toEqual(['ReportSubmitted']);
  const byHash = submits('nga-son', { report: { ...empty, contentSha256: 'a'.repeat(64) } });
  expect(round.when(byHash).caused).toEqual(['ReportSubmitted']);
});

test('where the duty accepts by itself, receipt and acceptance are recorded at once', () => {
  const round = given(opens({ heading: { acceptance: 'automatic' } }));
  const acknowledged = round.when(submits('nga-son'));
  expect(acknowledged.caused).toEqual(['ReportSubmitted', 'ReportAccepted']);
  expect(acknowledged.last('ReportAccepted')).toMatchObject({ automatic: true, submission: 1 });
});

test('only the obliged unit hands in', () => {
  const act = submits('nga-son', { by: clerkOf('tinh-gia') });
  expect(given(opens()).when(act).refusal).toEqual({
    code: 'actor.not-obliged',
    params: { unit: 'nga-son', actorUnit: 'tinh-gia' },
  });
});

test.each(['bcd-138', 'ca-thanh-hoa', 'ubnd-thanh-hoa'])(
  'the receiver, the standing body and the issuer judge: %s',
  (unit) => {
    const round = given(opens(), submits('nga-son'));
    expect(round.when(accepts('nga-son', { by: clerkOf(unit) })).refusal).toBeNull();
    expect(round.when(returns('nga-son', { by: clerkOf(unit) })).refusal).toBeNull();
  },
);

test('the channel returns what is not complete, and does not accept', () => {
  const round = given(opens(), submits('nga-son'));
  const by = clerkOf('pv28');
  expect(round.when(returns('nga-son', { by })).refusal).toBeNull();
  expect(round.when(accepts('nga-son', { by })).refusal?.code).toBe('actor.not-entitled');
});

test('nobody judges what it owes itself, even when it is a receiver', () => {
  const units = [
    { unit: 'ca-thanh-hoa', superior: 'bo-cong-an' },
    { unit: 'nga-son', superior: null },
  ];
  const round = given(opens({ units }), submits('ca-thanh-hoa'));
  const own = round.when(accepts('ca-thanh-hoa', { by: clerkOf('ca-thanh-hoa') }));
  expect(own.refusal?.code).toBe('actor.not-entitled');
  expect(own.refusal?.params.entitled).toEqual(['bcd-138', 'ubnd-thanh-hoa']);
  expect(round.when(accepts('ca-thanh-hoa')).refusal).toBeNull();
});

test('a return, a withdrawal needs its reason', () => {
  const round = given(opens(), submits('nga-son'));
  expect(round.when(returns('nga-son', { reason: ' ' })).refusal?.code).toBe('reason.missing');
  expect(round.when(withdraws('nga-son', { reason: '' })).refusal?.code).toBe('reason.missing');
});

test.each(['cat-ha-noi', 'constructor', '__proto__', 'toString'])(
  'a unit that is not in the round is refused by name: %s',
  (unit) => {
    expect(given(opens()).when(submits(unit)).refusal).toEqual({
      code: 'unit.not-in-round',
      params: { unit },
    });
  },
);
