/** What only the whole ledger or the store could answer is found in the plan that was made with it. */
import { planEnding } from './plan-reorganisation';
import { recordedAnswer } from './question';

const directives = { ask: 'directives', units: ['v28'], after: null } as const;

test.each([
  { directives: [], more: false },
  { directives: ['d-1'], more: false },
  { directives: ['d-1', 'd-2', 'd-3'], more: true },
])('a refusal to end a unit says which directives name it: %j', (found) => {
  const answer = recordedAnswer(directives, planEnding(found))?.is;
  expect(answer).toEqual(found);
  expect(planEnding(answer as typeof found)).toEqual(planEnding(found));
});

test('a page of a change set is the plan itself', () => {
  const page = { directives: ['d-1'], more: false };
  expect(recordedAnswer({ ...directives, limit: 200 }, page)).toEqual({ is: page });
});

test('evidence, holders and holds stand in the plan', () => {
  const plan = {
    evidence: [
      { known: false, award: null },
      { known: true, award: null },
    ],
    remit: { above: {}, holders: [['v28']] },
    holds: [{ directive: 'd-1', symbol: null, holds: [1] }],
  };
  const held = (evidence: number) => ({ ask: 'held', sha256: 'a'.repeat(64), evidence }) as const;
  expect([0, 1, 2].map((at) => recordedAnswer(held(at), plan)?.is)).toEqual([false, true, false]);
  expect(recordedAnswer({ ask: 'holders', token: 'x' }, plan)).toEqual({ is: [['v28']] });
  expect(recordedAnswer({ ask: 'holds', token: 'x' }, plan)).toEqual({ is: plan.holds });
  expect(recordedAnswer({ ask: 'holds', token: 'x' }, undefined)).toEqual({ is: [] });
});

test('what the entries answer is not taken from the plan', () => {
  expect(recordedAnswer({ ask: 'state', stream: 'org' }, {})).toBeNull();
  expect(recordedAnswer({ ask: 'event', stream: 'org', version: 2 }, {})).toBeNull();
});
