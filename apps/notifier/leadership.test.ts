import type { Ledger } from '../../libs/ledger';
import { Leadership } from './leadership';

const TTL_MS = 3_000;

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function leadership(renewLease: () => Promise<boolean>): Leadership {
  const ledger = { tryLease: () => Promise.resolve(true), renewLease };
  return new Leadership(ledger as unknown as Ledger, TTL_MS);
}

test('renewed in time it goes on', async () => {
  const it = leadership(() => Promise.resolve(true));
  await it.take();
  await jest.advanceTimersByTimeAsync(3 * TTL_MS);
  expect(it.leads).toBe(true);
  it.lose();
});

test('once its time was up, a renewal that is answered late does not bring it back', async () => {
  const answers: ((kept: boolean) => void)[] = [];
  const it = leadership(() => new Promise((resolve) => answers.push(resolve)));
  await it.take();
  await jest.advanceTimersByTimeAsync(TTL_MS + 1);
  expect(it.leads).toBe(false);
  for (const answer of answers.splice(0)) answer(true);
  await jest.advanceTimersByTimeAsync(0);
  expect(it.leads).toBe(false);
  await it.take();
  expect(it.leads).toBe(true);
  it.lose();
});
