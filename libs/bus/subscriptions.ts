/** Keeps the subscriptions of one bus, so that closing the bus closes them all. */
import type { BatchHandler, Bus, SubscribeOptions, Subscription } from './bus';

type Open = (
  consumer: string,
  handler: BatchHandler,
  options: SubscribeOptions,
) => Promise<Subscription>;

export function openSubscriptions(open: Open, closeTransport?: () => Promise<void>): Bus {
  const subscriptions = new Set<Subscription>();
  return {
    async subscribe(consumer, handler, options = {}) {
      const subscription = await open(consumer, handler, options);
      subscriptions.add(subscription);
      return {
        crashed: subscription.crashed,
        healthy: () => subscription.healthy(),
        lag: () => subscription.lag(),
        close: async () => {
          subscriptions.delete(subscription);
          await subscription.close();
        },
      };
    },
    async close() {
      await Promise.all([...subscriptions].map((it) => it.close()));
      subscriptions.clear();
      await closeTransport?.();
    },
  };
}
