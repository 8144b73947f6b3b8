/**
 * Reads what other systems send. Modes: joining (broker away, rebalance) ⇄ following → closed | crashed.
 * Invariant: an offset is committed to Kafka only after its message was handed over and the handler is done with it; a
 * crash in between hands it over again. While the database is away it waits, and its heart beats.
 */
import type { Consumer, EachBatchPayload, KafkaMessage } from 'kafkajs';
import { TOPICS } from '../contracts';
import { Bell } from './bell';
import type { BusLog } from './bus';
import { kafkaAway } from './kafka-away';
import { kafkaClient, makeTopic, type KafkaSettings } from './kafka-client';
import { beating, MEMBER } from './kafka-group';
import { patiently } from './patiently';

export type InboundMessage = {
  /** `topic/partition/offset` */
  readonly source: string;
  readonly bytes: Buffer;
};

/** Must be able to take a message again. What it throws stops the reading, unless it is a database that is away. */
export type InboundHandler = (message: InboundMessage) => Promise<void>;

export type InboundSettings = KafkaSettings & { readonly log: BusLog };

export interface InboundReader {
  /** Returns at once: a broker that is away is waited for. */
  start(handler: InboundHandler): void;
  healthy(): boolean;
  /** Resolves with the reason when the reading ended by itself: the process must then end loudly. */
  readonly crashed: Promise<Error>;
  /** Waits for the message at hand. */
  close(): Promise<void>;
}

const CONSUMER = 'inbound';
const WHO = 'reader of the inbound topic';
/** What nobody has read by then is lost; what was read is in the command log or the dead letters. */
const RETENTION_MS = 30 * 86_400_000;
const LONGEST_PAUSE_MS = 5_000;

export function createKafkaInbound(settings: InboundSettings): InboundReader {
  return new KafkaInbound(settings);
}

class KafkaInbound implements InboundReader {
  readonly crashed: Promise<Error>;
  private readonly topic: string;
  private readonly client: Consumer;
  private readonly closing = new Bell();
  private crash: (error: Error) => void = () => undefined;
  private handler: InboundHandler = () => Promise.resolve();
  private mode: 'joining' | 'following' | 'closed' | 'crashed' = 'joining';

  constructor(private readonly settings: InboundSettings) {
    this.crashed = new Promise((resolve) => (this.crash = resolve));
    this.topic = settings.topic ?? TOPICS.inbound;
    const groupId = `relay-${this.topic}`;
    this.client = kafkaClient(settings).consumer({ ...MEMBER, groupId });
  }

  start(handler: InboundHandler): void {
    this.handler = handler;
    this.listen();
    void this.join();
  }

  healthy(): boolean {
    return this.mode === 'following';
  }

  async close(): Promise<void> {
    if (this.mode !== 'crashed') this.mode = 'closed';
    this.closing.ring();
    await this.client.disconnect();
  }

  private async join(): Promise<void> {
    const { log } = this.settings;
    for (let pauseMs = 250; this.mode === 'joining';) {
      try {
        await this.makeTopic();
        if (this.mode !== 'joining') return;
        await this.client.connect();
        await this.client.subscribe({ topic: this.topic, fromBeginning: true });
        await this.client.run({
          // Commits what eachBatch has resolved, after each batch and when it is given up.
          autoCommit: true,
          eachBatchAutoResolve: false,
          partitionsConsumedConcurrently: 1,
          eachBatch: (payload) => this.eachBatch(payload),
        });
        return;
      } catch (thrown) {
        if (this.mode !== 'joining') return;
        const err = kafkaAway(WHO, thrown);
        log.warn({ consumer: CONSUMER, err, pauseMs }, 'not reading: connecting anew');
        await this.closing.heard(pauseMs);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  private async makeTopic(): Promise<void> {
    const admin = kafkaClient({ ...this.settings, retries: 3 }).admin();
    await admin.connect();
    try {
      await makeTopic(admin, this.topic, RETENTION_MS);
    } finally {
      await admin.disconnect();
    }
  }

  private listen(): void {
    const { GROUP_JOIN, CRASH, REBALANCING } = this.client.events;
    const { log } = this.settings;
    this.client.on(GROUP_JOIN, () => {
      if (this.mode === 'joining') this.mode = 'following';
      log.debug({ consumer: CONSUMER }, 'joined the group');
    });
    this.client.on(REBALANCING, () => {
      if (this.mode === 'following') this.mode = 'joining';
    });
    this.client.on(CRASH, ({ payload }) => {
      if (this.mode === 'closed' || this.mode === 'crashed') return;
      if (!payload.restart) return this.fail(payload.error);
      this.mode = 'joining';
      const err = kafkaAway(WHO, payload.error);
      log.warn({ consumer: CONSUMER, err }, 'joining the group anew');
      // Kafka's data may have been lost, and the topic with it.
      this.makeTopic().catch((thrown: unknown) => log.debug({ err: thrown }, 'no topic yet'));
    });
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    for (const message of payload.batch.messages) {
      if (!payload.isRunning() || payload.isStale() || this.ended()) return;
      try {
        await beating(payload, this.hand(payload.batch.partition, message), this.settings.log);
      } catch (thrown) {
        this.fail(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return;
      }
      payload.resolveOffset(message.offset);
      // Throws error 27 when the group rebalances: the rest of the batch is given up and kafkajs joins again.
      await payload.heartbeat();
    }
  }

  private hand(partition: number, { offset, value }: KafkaMessage): Promise<void> {
    const source = `${this.topic}/${partition}/${offset}`;
    const message = { source, bytes: value ?? Buffer.alloc(0) };
    const { log } = this.settings;
    const closed = () => this.ended();
    const patience = { consumer: CONSUMER, log, closing: this.closing, closed };
    return patiently(() => this.handler(message), patience);
  }

  private ended(): boolean {
    return this.mode === 'closed' || this.mode === 'crashed';
  }

  private fail(error: Error): void {
    if (this.ended()) return;
    this.mode = 'crashed';
    const { log } = this.settings;
    log.error({ consumer: CONSUMER, err: error }, 'the reading stops and keeps its place');
    this.crash(error);
    // Not awaited: it waits for the batch that is failing right now.
    this.client.disconnect().catch((thrown: unknown) => log.debug({ err: thrown }, 'disconnect'));
  }
}
