/**
 * Where checkpoints go on the stage, out of the checkpointer's hands: a folder, a witness that may be away, and the topic; and
 * all that can be found there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { Kafka, logLevel, type KafkaMessage } from 'kafkajs';
import { serveWitness, type Serving } from '../../../apps/cli/witness/serve';
import { createWitness, type Witness } from '../../../apps/cli/witness/witness';
import { originOf, type NoteSigner } from '../../../libs/audit';
import { TOPICS } from '../../../libs/contracts';
import { makeKeyFile } from '../../../libs/process';

/** A note, and where it was found. */
export type Found = { readonly place: string; readonly note: string };

const WITNESS = 'chung-kien.vn/w1';

export class Outside {
  readonly key: NoteSigner;
  readonly witnessKey: NoteSigner;
  private readonly keyFile: string;
  private readonly checkpoints: string;
  private readonly seen: string;
  private readonly witness: Witness;
  private serving: Serving | null = null;
  private port = 0;

  constructor(folder: string, deployment: string) {
    const inside = (...names: string[]) => join(folder, 'outside', ...names);
    [this.keyFile, this.checkpoints, this.seen] = [
      inside('keys', 'checkpoint.key'),
      inside('checkpoints'),
      inside('witness', 'seen'),
    ];
    this.key = makeKeyFile(this.keyFile, { name: originOf(deployment), kind: 'log' });
    this.witnessKey = makeKeyFile(inside('witness', 'w.key'), { name: WITNESS, kind: 'witness' });
    this.witness = createWitness({
      logs: [this.key.key],
      signer: this.witnessKey,
      state: this.seen,
      now: () => Math.floor(Date.now() / 1_000),
    });
  }

  /** At the address it had before. */
  async startWitness(): Promise<void> {
    this.serving = await serveWitness({
      ...{ witness: this.witness, key: this.witnessKey.key, say: () => undefined },
      ...{ host: '127.0.0.1', port: this.port },
    });
    this.port = Number(new URL(this.serving.url).port);
  }

  async stopWitness(): Promise<void> {
    await this.serving?.close();
    this.serving = null;
  }

  /** What the checkpointer is told. */
  variables(): { readonly [name: string]: string } {
    return {
      DONDOC_SIGNING_KEY_FILE: this.keyFile,
      DONDOC_CHECKPOINTS_DIR: this.checkpoints,
      DONDOC_WITNESSES: `${this.witnessKey.key.text} http://127.0.0.1:${this.port}/`,
    };
  }

  /** Everything that is there. */
  found(): Found[] {
    return [
      ...notesIn('memory', `${this.keyFile}.last`),
      ...notesIn('latest', join(this.checkpoints, 'latest')),
      ...filesIn(this.checkpoints, /\.checkpoint$/u).flatMap((file) => notesIn('folder', file)),
      ...filesIn(this.seen, /\.checkpoint$/u).flatMap((file) => notesIn('witness', file)),
    ];
  }
}

export async function notesInTopic(brokers: readonly string[]): Promise<Found[]> {
  const records = await recordsIn(brokers, TOPICS.checkpoints);
  return records.map(({ value }) => ({ place: 'topic', note: String(value) }));
}

/** From the beginning; none when there is no such topic. */
export async function recordsIn(
  brokers: readonly string[],
  topic: string,
): Promise<readonly KafkaMessage[]> {
  const kafka = new Kafka({ brokers: [...brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  try {
    if (!(await admin.listTopics()).includes(topic)) return [];
    const [offsets] = await admin.fetchTopicOffsets(topic);
    const end = Number(offsets?.high ?? 0);
    return end === 0 ? [] : await readTo(kafka, topic, end);
  } finally {
    await admin.disconnect();
  }
}

async function readTo(kafka: Kafka, topic: string, end: number): Promise<KafkaMessage[]> {
  const consumer = kafka.consumer({ groupId: `laws-${randomUUID()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic, fromBeginning: true });
    const found: KafkaMessage[] = [];
    await new Promise<void>((resolve, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
      const eachMessage = async ({ message }: { message: KafkaMessage }) => {
        found.push(message);
        if (Number(message.offset) >= end - 1) resolve();
        await Promise.resolve();
      };
      consumer.run({ autoCommit: false, eachMessage }).catch(reject);
    });
    return found;
  } finally {
    await consumer.disconnect();
  }
}

function filesIn(folder: string, named: RegExp): string[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => named.test(name));
  return files.map((name) => join(folder, name));
}

function notesIn(place: string, file: string): Found[] {
  return existsSync(file) ? [{ place, note: readFileSync(file, 'utf8') }] : [];
}
