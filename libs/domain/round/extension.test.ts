/** Rules of asking for more time, and of who decides. */
import {
  accepts,
  answersCounter,
  asksForTime,
  clerkOf,
  decidesExtension,
  DUE_AT,
  given,
  opens,
  rung,
  schedule,
  submits,
} from './testing';

const LATER = '2018-12-26T10:00:00.000Z';
const plan = schedule({ dueAt: LATER, rungs: [rung('T-1', '2018-12-25T01:00:00.000Z')] });
const latest = schedule({ dueAt: '2018-12-28T10:00:00.000Z', rungs: [] });

const asked = () => given(opens(), asksForTime('nga-son', '2018-12-26', { plan }));

test('a granted extension sets the later due time and says which rungs it replaces', () => {
  const round = asked().when(decidesExtension('nga-son', 'grant', { plan }));
  expect(round.caused).toEqual(['ExtensionGranted']);
  expect(round.last('ExtensionGranted')).toMatchObject({
    schedule: { id: 's1', dueAt: LATER },
    previousDueAt: DUE_AT,
    replaced: ['s0/T-1', 's0/T+1', 's0/T+3', 's0/T+5', 's0/T+7'],
    ordinal: 1,
  });
  expect(round.standing('nga-son', LATER)).toBe('openOnTime');
  expect(round.standing('tinh-gia', LATER)).toBe('openLate');
  expect(round.outcome('nga-son', 's0/T+1')).toEqual({ outcome: 'skipped', reason: 'rescheduled' });
});

test('after an extension only the new ladder reminds the unit', () => {
  const round = asked()
    .when(decidesExtension('nga-son', 'grant', { plan }))
    .until('2018-12-31T00:00:00.000Z');
  expect(round.outcome('nga-son', 's1/T-1')).toEqual({
    outcome: 'issued',
    at: '2018-12-25T01:00:00.000Z',
  });
  expect(round.outcome('nga-son', 's0/T+1')).toEqual({ outcome: 'skipped', reason: 'rescheduled' });
  expect(round.outcome('tinh-gia', 's1/T-1')).toBeUndefined();
});

test('when all have left a schedule, time does not wake for its rungs any more', () => {
  const units = [{ unit: 'nga-son', superior: null }];
  const round = given(
    opens({ units }),
    asksForTime('nga-son', '2018-12-26', { plan }),
    decidesExtension('nga-son', 'grant', { plan }),
  );
  expect(round.state.pending).toEqual([
    { schedule: 's1', rung: 'T-1', at: '2018-12-25T01:00:00.000Z' },
  ]);
});

test('only the obliged unit asks', () => {
  const act = asksForTime('nga-son', '2018-12-26', { plan, by: clerkOf('tinh-gia') });
  expect(given(opens()).when(act).refusal?.code).toBe('actor.not-obliged');
});

test('one request is open at a time; a denied one makes room for the next', () => {
  const again = asksForTime('nga-son', '2018-12-27', { plan: latest });
  expect(asked().when(again).refusal).toMatchObject({
    code: 'extension.already-asked',
    params: { proposedDate: '2018-12-26' },
  });
  const denied = asked().when(decidesExtension('nga-son', 'deny'));
  expect(denied.caused).toEqual(['ExtensionDenied']);
  expect(denied.when(again).caused).toEqual(['ExtensionRequested']);
});

test.each([DUE_AT, '2018-12-17T10:00:00.000Z'])(
  'an extension never shortens nor repeats the due time: %s',
  (dueAt) => {
    const same = schedule({ dueAt });
    const act = asksForTime('nga-son', '2018-12-18', { plan: same });
    expect(given(opens()).when(act).refusal?.code).toBe('extension.not-later');
    expect(asked().when(decidesExtension('nga-son', 'grant', { plan: same })).refusal?.code).toBe(
      'extension.not-later',
    );
  },
);

test('after acceptance nothing is extended', () => {
  const round = given(opens(), submits('nga-son'), accepts('nga-son'));
  expect(round.when(asksForTime('nga-son', '2018-12-26', { plan })).refusal?.code).toBe(
    'obligation.not-possible-now',
  );
});

test('somebody else decides: neither the asker nor the asking unit', () => {
  const colleague = decidesExtension('nga-son', 'deny', { by: clerkOf('nga-son', 2) });
  expect(asked().when(colleague).refusal?.code).toBe('extension.same-actor');
  const moved = { ...clerkOf('nga-son'), unit: 'bcd-138' };
  expect(asked().when(decidesExtension('nga-son', 'deny', { by: moved })).refusal?.code).toBe(
    'extension.same-actor',
  );
  const stranger = decidesExtension('nga-son', 'deny', { by: clerkOf('tinh-gia') });
  expect(asked().when(stranger).refusal?.code).toBe('actor.not-entitled');
});

test('a counter-proposal becomes the due time when the unit agrees', () => {
  const countered = asked().when(
    decidesExtension('nga-son', 'counter', { date: '2018-12-28', plan: latest }),
  );
  expect(countered.caused).toEqual(['ExtensionCountered']);
  expect(countered.unit('nga-son').extension?.counterDate).toBe('2018-12-28');
  const agreed = countered.when(answersCounter('nga-son', true, { plan: latest }));
  expect(agreed.standing('nga-son', latest.dueAt)).toBe('openOnTime');
  const declined = countered.when(answersCounter('nga-son', false));
  expect(declined.caused).toEqual(['CounterProposalDeclined']);
  expect(declined.unit('nga-son').extension).toBeNull();
  expect(declined.standing('nga-son', latest.dueAt)).toBe('openLate');
});

test('a counter-proposal needs a date, an answer needs a counter-proposal, a grant keeps the date asked', () => {
  expect(asked().when(decidesExtension('nga-son', 'counter', { plan })).refusal?.code).toBe(
    'extension.date-missing',
  );
  expect(asked().when(answersCounter('nga-son', true, { plan })).refusal?.code).toBe(
    'extension.no-counter-proposal',
  );
  const other = decidesExtension('nga-son', 'grant', { plan, date: '2018-12-30' });
  expect(asked().when(other).refusal?.code).toBe('extension.other-date');
  expect(given(opens()).when(decidesExtension('nga-son', 'grant', { plan })).refusal?.code).toBe(
    'extension.not-asked',
  );
});

test('the third extension is flagged', () => {
  const dues = ['2018-12-26T10:00:00.000Z', '2018-12-27T10:00:00.000Z', '2018-12-28T10:00:00.000Z'];
  const flags: boolean[] = [];
  let round = given(opens());
  for (const dueAt of dues) {
    const next = schedule({ dueAt, rungs: [] });
    round = round.when(asksForTime('nga-son', dueAt.slice(0, 10), { plan: next }));
    flags.push(round.last('ExtensionRequested').flagged);
    round = round.when(decidesExtension('nga-son', 'grant', { plan: next }));
  }
  expect(flags).toEqual([false, false, true]);
  expect(round.unit('nga-son').extensions).toBe(3);
});

test('a request without a plan says so', () => {
  expect(given(opens()).when(asksForTime('nga-son', '2018-12-26')).refusal?.code).toBe(
    'plan.missing',
  );
});
