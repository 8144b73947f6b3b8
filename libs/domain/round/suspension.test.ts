/** Rules of a round that is suspended with its directive, and resumed. */
import {
  accepts,
  asksForTime,
  cancels,
  decidesExtension,
  given,
  opens,
  resumes,
  rung,
  schedule,
  submits,
  suspends,
  telephones,
} from './testing';

const MID = '2018-12-15T01:00:00.000Z';
const BACK = '2018-12-20T01:00:00.000Z';
const suspended = () =>
  given(opens(), submits('tinh-gia', { at: '2018-12-10T01:00:00.000Z' }), suspends({ at: MID }));
const later = schedule({
  dueAt: '2018-12-28T10:00:00.000Z',
  rungs: [rung('T-1', '2018-12-27T01:00:00.000Z')],
});

test('rungs that fall due while suspended are skipped with that reason', () => {
  const round = suspended().until(BACK);
  expect(round.outcome('nga-son', 's0/T-1')).toEqual({ outcome: 'skipped', reason: 'suspended' });
  expect(round.outcome('tinh-gia', 's0/T-1')).toEqual({ outcome: 'skipped', reason: 'submitted' });
  expect(round.standing('nga-son', BACK)).toBe('suspended');
});

test('an office may hand in and be judged while suspended', () => {
  const round = suspended();
  expect(round.when(submits('nga-son', { at: BACK })).caused).toEqual(['ReportSubmitted']);
  expect(round.when(accepts('tinh-gia', { at: BACK })).caused).toEqual(['ReportAccepted']);
});

test('while suspended nobody is urged and no due time is asked for', () => {
  const round = suspended();
  const ask = asksForTime('nga-son', '2018-12-28', { plan: later, at: BACK });
  expect(round.when(ask).refusal?.code).toBe('round.suspended');
  expect(round.when(telephones('nga-son', { at: BACK })).refusal?.code).toBe('round.suspended');
  expect(round.when(suspends({ at: BACK })).refusal?.code).toBe('round.suspended');
});

test('due times stay when the resumption sets none, and the ladder goes on', () => {
  const round = suspended().when(resumes({ at: '2018-12-18T01:00:00.000Z' }));
  expect(round.caused).toEqual(['RoundResumed']);
  expect(round.until(BACK).outcome('nga-son', 's0/T+1')?.outcome).toBe('issued');
});

test('a new due time moves the unfinished, and their old rungs are rescheduled', () => {
  const round = suspended().when(
    resumes({ at: '2018-12-16T01:00:00.000Z', newDueDate: '2018-12-28', plan: later }),
  );
  expect(round.last('RoundResumed')).toMatchObject({
    schedule: { id: 's1' },
    units: ['nga-son', 'tinh-gia', 'sam-son'],
    skipped: [
      { schedule: 's0', reason: 'rescheduled', rungs: ['T-1', 'T+1', 'T+3', 'T+5', 'T+7'] },
    ],
  });
  expect(round.state.pending).toEqual([
    { schedule: 's1', rung: 'T-1', at: '2018-12-27T01:00:00.000Z' },
  ]);
});

test('a resumption never takes back an extension that reaches further', () => {
  const far = schedule({ dueAt: '2019-01-31T10:00:00.000Z', rungs: [] });
  const round = given(
    opens(),
    asksForTime('nga-son', '2019-01-31', { plan: far }),
    decidesExtension('nga-son', 'grant', { plan: far }),
    suspends({ at: MID }),
    resumes({ at: BACK, newDueDate: '2018-12-28', plan: later }),
  );
  expect(round.last('RoundResumed').units).toEqual(['tinh-gia', 'sam-son']);
  expect(round.unit('nga-son').schedule).toBe('s1');
});

test('only a suspended round is resumed', () => {
  expect(given(opens()).when(resumes()).refusal?.code).toBe('round.not-suspended');
});

test('a suspended round may be cancelled', () => {
  expect(suspended().when(cancels({ at: BACK })).caused).toEqual(['RoundCancelled']);
});
