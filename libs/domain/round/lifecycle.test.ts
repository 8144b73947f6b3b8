/** The tables: every status is reachable, and buttons follow from both tables. */
import { closes, given, opens, submits, suspends } from './testing';
import { isFinished, obligationLifecycle, roundActions, roundLifecycle } from './lifecycle';
import { ROUND_REJECTIONS } from './rejections';
import type { ObligationStatus } from './types';

test('what is offered for a unit is what round and obligation both allow', () => {
  expect(roundActions(given(opens(), submits('nga-son')).state, 'nga-son')).toContain(
    'AcceptReport',
  );
  const suspended = given(opens(), suspends()).state;
  expect(roundActions(suspended, 'nga-son')).toContain('SubmitReport');
  expect(roundActions(suspended, 'nga-son')).not.toContain('RequestExtension');
  const closed = given(opens(), closes()).state;
  expect(roundActions(closed, 'nga-son')).not.toContain('WaiveObligation');
  expect(roundActions(closed, 'nobody')).toEqual([]);
});

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
