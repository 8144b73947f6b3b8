/** The kafkajs client as every part of the bus uses it, and the topics as they must be. */
import { setTimeout as pause } from 'node:timers/promises';
import { connect } from 'node:net';
import { Kafka, type Admin, type logCreator } from 'kafkajs';
import { TOPICS } from '../contracts';
import { guardRequestQueue } from './request-queue-guard';

export type KafkaSettings = {
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** kafkajs' own log, led into ours. */
  readonly logCreator?: logCreator;
  /** Another name than the product's: for tests that share a broker. */
  readonly topic?: string;
  /** How often one request or connection is tried before its caller hears of it. */
  readonly retries?: number;
};

export function kafkaClient(settings: KafkaSettings): Kafka {
  const { brokers, clientId, logCreator, retries = 10 } = settings;
  guardRequestQueue();
  return new Kafka({
    brokers: [...brokers],
    clientId,
    ...(logCreator ? { logCreator: withoutRetryAdvice(logCreator) } : {}),
    // Small requests follow each other closely: with Nagle's algorithm each would wait for the one before.
    socketFactory: ({ host, port, onConnect }) => {
      const socket = connect({ host, port, noDelay: true, keepAlive: true }, onConnect);
      return socket;
    },
    connectionTimeout: 3_000,
    retry: { initialRetryTime: 100, maxRetryTime: 5_000, retries },
  });
}

/**
 * kafkajs advises unlimited retries for an idempotent producer. Ours are limited on purpose: the relay then makes a
 * new producer and publishes again from its cursor, and a double is dropped by its sequence.
 */
function withoutRetryAdvice(creator: logCreator): logCreator {
  return (level) => {
    const write = creator(level);
    return (entry) => {
      if (!entry.log.message.startsWith('Limiting retries for the idempotent')) write(entry);
    };
  };
}

export function eventsTopic({ topic }: KafkaSettings): string {
  return topic ?? TOPICS.events;
}

const FOR_EVER = -1;

/**
 * Creates the topic if it is not there. One partition, because the order of the ledger is the order of the topic;
 * kept for ever, because a new consumer reads from the beginning.
 */
export async function ensureTopic(admin: Admin, topic: string): Promise<void> {
  await makeTopic(admin, topic, FOR_EVER);
  const { topics } = await onceKnown(() => admin.fetchTopicMetadata({ topics: [topic] }));
  const partitions = topics[0]?.partitions.length ?? 0;
  if (partitions !== 1) {
    const error = new Error(`the topic ${topic} has ${partitions} partitions and must have one`);
    throw Object.assign(error, {
      code: 'bus.partitions',
      nextStep: `delete the topic ${topic}; the relay makes it anew and publishes everything again`,
    });
  }
}

/** Does nothing when it is there already, with whatever partitions it has. */
export async function makeTopic(admin: Admin, topic: string, retentionMs: number): Promise<void> {
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: 1,
        replicationFactor: -1,
        configEntries: [
          { name: 'retention.ms', value: String(retentionMs) },
          { name: 'cleanup.policy', value: 'delete' },
        ],
      },
    ],
    waitForLeaders: true,
  });
}

/** First and next offset of the topic's one partition. */
export async function offsets(
  admin: Admin,
  topic: string,
): Promise<{ readonly low: number; readonly high: number }> {
  const [partition] = await onceKnown(() => admin.fetchTopicOffsets(topic));
  return { low: Number(partition?.low ?? 0), high: Number(partition?.high ?? 0) };
}

const NOT_KNOWN_YET = ['UNKNOWN_TOPIC_OR_PARTITION', 'LEADER_NOT_AVAILABLE'];
const KNOWN_WITHIN_MS = 10_000;
const ASK_AGAIN_MS = 50;

/** A topic that another process has just made is refused as unknown until the broker has heard of it itself. */
async function onceKnown<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (const since = performance.now(); ;) {
    try {
      return await ask();
    } catch (thrown) {
      const { type } = Object(thrown) as { type?: unknown };
      const waits = typeof type === 'string' && NOT_KNOWN_YET.includes(type);
      if (!waits || performance.now() - since > KNOWN_WITHIN_MS) throw thrown;
      await pause(ASK_AGAIN_MS);
    }
  }
}
