/** How far a consumer is behind, as one metric of all of them: told apart by the label, never by the name. */
import { Gauge, type Metrics } from './metrics';

/** @param lag entries of the ledger that lie after the consumer's cursor */
export function measureConsumerLag(
  metrics: Metrics,
  consumer: string,
  lag: () => Promise<number>,
): void {
  new Gauge({
    name: 'dondoc_consumer_lag',
    help: 'Entries of the ledger that lie after the cursor of the consumer.',
    labelNames: ['consumer'],
    registers: [metrics],
    async collect() {
      this.set({ consumer }, await lag());
    },
  });
}
