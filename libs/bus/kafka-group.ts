/** What every member of a consumer group has alike: its session, and a heart that beats while a batch is at hand. */
import type { ConsumerConfig, EachBatchPayload } from 'kafkajs';
import type { BusLog } from './bus';

const HEARTBEAT_MS = 3_000;

export const MEMBER: Omit<ConsumerConfig, 'groupId'> = {
  // A member that was killed holds the group up for so long; a live one beats while its batch is at hand.
  sessionTimeout: 10_000,
  heartbeatInterval: HEARTBEAT_MS,
  // A fetch is answered as soon as one byte is there; the wait only bounds how long closing takes.
  minBytes: 1,
  maxWaitTimeInMs: 500,
  maxBytesPerPartition: 4 * 1_048_576,
  allowAutoTopicCreation: false,
};

/** A handler may take longer than the group's session: the heart beats meanwhile. */
export async function beating(
  payload: EachBatchPayload,
  work: Promise<void>,
  log: BusLog,
): Promise<void> {
  const beat = setInterval(() => {
    payload.heartbeat().catch((thrown: unknown) => {
      log.debug({ err: thrown }, 'heartbeat while a batch is at hand');
    });
  }, HEARTBEAT_MS);
  try {
    await work;
  } finally {
    clearInterval(beat);
  }
}
