/** Rules of refusing an obligation, upholding it, waiving it and finding it not applicable. */
import {
  clerkOf,
  declines,
  given,
  marksNotApplicable,
  opens,
  submits,
  upholds,
  waives,
} from './testing';

const NEW_YEAR = '2019-01-01T00:00:00.000Z';

test('a refusal with its reason is pending and stays among the unfinished', () => {
  const round = given(opens(), declines('nga-son'));
  expect(round.unit('nga-son').status).toBe('refused');
  expect(round.standing('nga-son', NEW_YEAR)).toBe('openLate');
  expect(given(opens()).when(declines('nga-son', { reason: '' })).refusal?.code).toBe(
    'reason.missing',
  );
});

test('an obligation that is upheld is owed again', () => {
  const round = given(opens(), declines('nga-son'), upholds('nga-son'));
  expect(round.unit('nga-son').status).toBe('open');
});

test('a unit that refused may still hand in', () => {
  const round = given(opens(), declines('nga-son'), submits('nga-son'));
  expect(round.unit('nga-son').status).toBe('submitted');
});

test('waived and not applicable stand outside the four buckets', () => {
  const round = given(
    opens(),
    declines('nga-son'),
    waives('nga-son'),
    marksNotApplicable('sam-son'),
  );
  expect(round.standing('nga-son', NEW_YEAR)).toBe('waived');
  expect(round.standing('sam-son', NEW_YEAR)).toBe('notApplicable');
});

test('only the unit itself refuses; only the standing body or the issuer answers', () => {
  const round = given(opens(), declines('nga-son'));
  for (const act of [upholds, waives, marksNotApplicable]) {
    expect(round.when(act('nga-son', { by: clerkOf('pv28') })).refusal?.code).toBe(
      'actor.not-entitled',
    );
    expect(round.when(act('nga-son', { by: clerkOf('ubnd-thanh-hoa') })).refusal).toBeNull();
    expect(round.when(act('nga-son', { reason: ' ' })).refusal?.code).toBe('reason.missing');
  }
  expect(given(opens()).when(declines('nga-son', { by: clerkOf('pv28') })).refusal?.code).toBe(
    'actor.not-obliged',
  );
});

test('what was not refused is not upheld', () => {
  expect(given(opens()).when(upholds('nga-son')).refusal).toMatchObject({
    code: 'obligation.not-possible-now',
    params: { status: 'open', command: 'UpholdObligation' },
  });
});
