/** Publishes checkpoints: the note as it was signed, its size as the key. The newest says all that the ones before said. */
import { Partitioners } from 'kafkajs';
import { TOPICS } from '../contracts';
import { kafkaClient, makeTopic, type KafkaSettings } from './kafka-client';

export interface CheckpointPublisher {
  publish(size: number, note: string): Promise<void>;
  close(): Promise<void>;
}

const FOR_EVER = -1;

export async function createCheckpointPublisher(
  settings: KafkaSettings,
): Promise<CheckpointPublisher> {
  const kafka = kafkaClient({ ...settings, retries: 3 });
  const topic = settings.topic ?? TOPICS.checkpoints;
  const admin = kafka.admin();
  await admin.connect();
  try {
    await makeTopic(admin, topic, FOR_EVER);
  } finally {
    await admin.disconnect();
  }
  const producer = kafka.producer({
    allowAutoTopicCreation: false,
    createPartitioner: Partitioners.DefaultPartitioner,
  });
  await producer.connect();
  return {
    async publish(size, note) {
      const messages = [{ key: String(size), value: note, partition: 0 }];
      await producer.send({ topic, acks: -1, messages });
    },
    close: () => producer.disconnect(),
  };
}
