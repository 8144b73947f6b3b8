/** The tables: every status is reachable. */
import { isFinished, obligationLifecycle, roundLifecycle } from './lifecycle';
import { ROUND_REJECTIONS } from './rejections';
import type { ObligationStatus } from './types';

test('finished is where no step leads to another status', () => {
  for (const status of Object.keys(obligationLifecycle.table) as ObligationStatus[]) {
    const leaves = obligationLifecycle
      .actions(status)
      .some((type) => obligationLifecycle.next(status, type) !== status);
    expect(leaves).toBe(!isFinished(status));
  }
});

test('every status of a round but the first is led to by a command', () => {
  const led = Object.values(roundLifecycle.table).flatMap((row) => Object.values(row));
  expect(new Set(led)).toEqual(new Set(['open', 'suspended', 'closed', 'cancelled']));
});

test('no code of refusal stands twice', () => {
  expect(new Set(ROUND_REJECTIONS).size).toBe(ROUND_REJECTIONS.length);
});
