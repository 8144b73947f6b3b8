/** Another system on a topic of its own: sends messages, and knows how far the relay has got with them. */
import { randomBytes } from 'node:crypto';
import { Kafka, logLevel, type Admin, type Producer } from 'kafkajs';
import { createRelay, type Relay } from '../../../apps/relay/relay';
import { createKafkaInbound, createKafkaPublisher, type BusLog } from '../../../libs/bus';
import { createWayIn } from '../../../libs/commands';
import type { Ledger } from '../../../libs/ledger';
import { kafkaBrokers } from '../../support/servers';
import { until } from './until';

export class InboundTopic {
  readonly topic = `test.inbound.${randomBytes(4).toString('hex')}`;
  private readonly kafka = new Kafka({ brokers: [...kafkaBrokers()], logLevel: logLevel.NOTHING });
  private readonly admin: Admin = this.kafka.admin();
  private readonly producer: Producer = this.kafka.producer();
  private sent = 0;

  /** The relay makes the topic when it comes to it first. */
  async open(): Promise<void> {
    await Promise.all([this.admin.connect(), this.producer.connect()]);
    const topics = [{ topic: this.topic, numPartitions: 1 }];
    await this.admin.createTopics({ topics, waitForLeaders: true });
  }

  async close(): Promise<void> {
    await Promise.all([this.admin.disconnect(), this.producer.disconnect()]);
  }

  relay(ledger: Ledger, logger: BusLog): Relay {
    const settings = {
      brokers: kafkaBrokers(),
      clientId: 'dondoc-test',
      logCreator: () => () => undefined,
    };
    const reader = createKafkaInbound({ ...settings, topic: this.topic, log: logger });
    return createRelay({
      ledger,
      connect: () => createKafkaPublisher({ ...settings, topic: `${this.topic}.events` }),
      inbound: { reader, wayIn: createWayIn(ledger) },
      logger,
    });
  }

  /** Resolves with the sources by which the relay knows them. */
  async send(...values: (string | Buffer | object | null)[]): Promise<string[]> {
    const messages = values.map((value) => ({ value: bytesOf(value) }));
    await this.producer.send({ topic: this.topic, messages });
    this.sent += values.length;
    return values.map((_, n) => `${this.topic}/0/${this.sent - values.length + n}`);
  }

  /** Everything sent is committed as done. */
  async read(): Promise<void> {
    await until('everything sent is read', async () => (await this.committed()) === this.sent);
  }

  /** As it is when whoever read died before the broker heard of it. */
  async forgetCommit(offset: number): Promise<void> {
    const partitions = [{ partition: 0, offset: String(offset) }];
    await this.admin.setOffsets({ groupId: this.group, topic: this.topic, partitions });
  }

  private get group(): string {
    return `relay-${this.topic}`;
  }

  private async committed(): Promise<number> {
    const { group: groupId, topic } = this;
    // At the first use of a group the broker is still looking for its coordinator.
    const [of] = await this.admin.fetchOffsets({ groupId, topics: [topic] }).catch(() => []);
    return Number(of?.partitions[0]?.offset ?? 0);
  }
}

function bytesOf(value: string | Buffer | object | null): string | Buffer | null {
  return value === null || typeof value === 'string' || Buffer.isBuffer(value)
    ? value
    : JSON.stringify(value);
}
