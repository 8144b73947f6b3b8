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
  /** How many records the topic has ever held: fewer than were published means that its data was lost. */
  readonly records: number;
}

export async function createKafkaPublisher(settings: KafkaSettings): Promise<KafkaPublisher> {
  // The relay itself tries for ever, and says so: it must hear of a broker that is away within seconds.
  const kafka = kafkaClient({ ...settings, retries: 3 });
  const topic = eventsTopic(settings);
  const admin = kafka.admin();
  await admin.connect();
  let records: number;
  try {
    await ensureTopic(admin, topic);
    records = (await offsets(admin, topic)).high;
  } finally {
    await admin.disconnect();
  }
  const producer = kafka.producer({
    idempotent: true,
    maxInFlightRequests: 1,
    allowAutoTopicCreation: false,
    // Some 5 s; then the relay connects anew, which also finds that the topic is gone.
    retry: { initialRetryTime: 100, maxRetryTime: 2_000, retries: 6 },
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  let end = records;
  return {
    records,
    publish: async (entries) => {
      for (const send of inSends(entries)) {
        const offset = await publish(producer, topic, send);
        if (offset >= 0 && offset < end) throw new TopicMadeAnew(topic);
        end = offset + send.length;
      }
    },
    close: () => producer.disconnect(),
  };
}

/** Answers the offset of the first record. */
async function publish(producer: Producer, topic: string, entries: readonly Entry[]) {
  const [answer] = await producer.send({
    topic,
    acks: -1,
    messages: entries.map((entry) => ({ ...recordOf(entry), partition: 0 })),
  });
  return Number(answer?.baseOffset ?? -1);
}

/** The topic is shorter than it was a moment ago: somebody deleted it, and what was published is not there. */
export class TopicMadeAnew extends Error {
  readonly code = 'bus.topic-made-anew';
  readonly nextStep = 'nothing: the relay connects anew and publishes everything again';
  constructor(topic: string) {
    super(`the topic ${topic} was deleted and made anew`);
    this.name = 'TopicMadeAnew';
  }
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
