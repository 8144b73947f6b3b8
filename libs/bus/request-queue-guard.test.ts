/** The guard against the timer that kafkajs sets for ever on an idle connection. */
import RequestQueue = require('kafkajs/src/network/requestQueue');
import { guardRequestQueue } from './request-queue-guard';

type Queue = InstanceType<typeof RequestQueue> & {
  throttleCheckTimeoutId: NodeJS.Timeout | null;
  checkPendingRequests(): void;
  maybeThrottle(ms: number): void;
  destroy(): void;
};

const log = { debug: () => undefined };

function idleQueue(): Queue {
  const Make = RequestQueue as unknown as new (settings: object) => Queue;
  return new Make({ maxInFlightRequests: 1, requestTimeout: 1000, logger: log });
}

test('without the guard an idle connection of kafkajs sets a timer (else the guard can go)', () => {
  const queue = idleQueue();
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId).not.toBeNull();
  queue.destroy();
});

test('an idle connection sets no timer, a throttled one does', () => {
  guardRequestQueue();
  guardRequestQueue();
  const queue = idleQueue();
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId ?? null).toBeNull();
  queue.maybeThrottle(5);
  queue.checkPendingRequests();
  expect(queue.throttleCheckTimeoutId).not.toBeNull();
  queue.destroy();
});
