/**
 * The relay's pen: writes entries to Kafka in the order of the ledger. Idempotent, one send in flight, acknowledged
 * by all replicas; who calls waits for one publish before the next.
 */
import { Partitioners, type Producer } from 'kafkajs';
import type { Entry } from '../ledger';
import type { Publisher } from './bus';
import { ensureTopic, eventsTopic, kafkaClient, offsets, type KafkaSettings } from './kafka-client';
import { recordOf } from './kafka-record';

/** Below the broker's default limit of a record batch (1 MiB) with room for keys and headers. */
const SEND_BYTES = 768 * 1024;

export interface KafkaPublisher extends Publisher {
  /** The topic holds nothing: it is new, or its data was lost. */
  readonly topicIsEmpty: boolean;
}

export async function createKafkaPublisher(settings: KafkaSettings): Promise<KafkaPublisher> {
  const kafka = kafkaClient(settings);
  const topic = eventsTopic(settings);
  const admin = kafka.admin();
  await admin.connect();
  let topicIsEmpty: boolean;
  try {
    await ensureTopic(admin, topic);
    const { low, high } = await offsets(admin, topic);
    topicIsEmpty = low === high;
  } finally {
    await admin.disconnect();
  }
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    topicIsEmpty,
    publish: async (entries) => {
      for (const send of inSends(entries)) await publish(producer, topic, send);
    },
    close: () => producer.disconnect(),
  };
}

async function publish(producer: Producer, topic: string, entries: readonly Entry[]) {
  await producer.send({
    topic,
    acks: -1,
    messages: entries.map((entry) => ({ ...recordOf(entry), partition: 0 })),
  });
}

/** Cuts into sends of at most {@link SEND_BYTES}, in order. */
export function inSends(entries: readonly Entry[]): Entry[][] {
  const sends: Entry[][] = [];
  let bytes = 0;
  for (const entry of entries) {
    const size = Buffer.byteLength(entry.bytes) + 512;
    if (sends.length === 0 || bytes + size > SEND_BYTES) {
      sends.push([]);
      bytes = 0;
    }
    sends.at(-1)!.push(entry);
    bytes += size;
  }
  return sends;
}
