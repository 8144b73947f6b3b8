/**
 * The bus over Kafka. A consumer's place is its cursor in the ledger, never an offset committed to the broker: the
 * offset to begin at is computed from the cursor, doubles are dropped by seq and holes are filled from the ledger.
 */
import { BATCH_SIZE, type Bus, type BusLog } from './bus';
import { eventsTopic, kafkaClient, type KafkaSettings } from './kafka-client';
import { Delivery } from './delivery';
import { KafkaSubscription } from './kafka-subscription';
import { openSubscriptions } from './subscriptions';
import type { Ledger } from '../ledger';

export type KafkaBusSettings = KafkaSettings & {
  readonly ledger: Ledger;
  readonly log: BusLog;
  /** Instances of one consumer share a group; the default is `dondoc-`. */
  readonly groupPrefix?: string;
  /** Whose cursor says what was published; `relay` unless a test says otherwise. */
  readonly publishedBy?: string;
};

export function createKafkaBus(settings: KafkaBusSettings): Bus {
  const { ledger, log } = settings;
  const kafka = kafkaClient(settings);
  return openSubscriptions(async (consumer, handler, options) => {
    const batchSize = options.batchSize ?? BATCH_SIZE;
    const delivery = new Delivery({ ledger, log, consumer, handler, batchSize });
    const { id } = await ledger.deployment();
    const subscription = new KafkaSubscription({
      kafka,
      delivery,
      ledger,
      log,
      consumer,
      batchSize,
      topic: eventsTopic(settings),
      group: `${settings.groupPrefix ?? 'dondoc-'}${consumer}`,
      source: `urn:dondoc:${id}`,
      publishedBy: settings.publishedBy ?? 'relay',
    });
    await subscription.start();
    return subscription;
  });
}
