/**
 * One consumer of the events topic. Modes: joining → following ⇄ joining (rebalance, broker away) → closed | crashed.
 * Invariant: the handler is called by whoever owns the partition only, and a batch is given up at error 27
 * (the group is rebalancing) after the entries at hand.
 */
import type { Consumer, EachBatchPayload, Kafka, KafkaMessage } from 'kafkajs';
import { databaseFault, isPassing, type Entry, type Ledger } from '../ledger';
import type { BusLog, Subscription } from './bus';
import type { Delivery } from './delivery';
import { kafkaAway } from './kafka-away';
import { ensureTopic, offsets } from './kafka-client';
import { beating, MEMBER } from './kafka-group';
import { entryOf } from './kafka-record';

export type KafkaSubscriptionSettings = {
  readonly kafka: Kafka;
  readonly delivery: Delivery;
  readonly ledger: Ledger;
  readonly log: BusLog;
  readonly consumer: string;
  readonly batchSize: number;
  readonly topic: string;
  readonly group: string;
  readonly source: string;
  readonly publishedBy: string;
};

const PARTITION = 0;
/** What was published and has not come by then is fetched from the ledger. */
const LOST_AFTER_MS = 1_000;

export class KafkaSubscription implements Subscription {
  readonly crashed: Promise<Error>;
  private readonly client: Consumer;
  private crash: (error: Error) => void = () => undefined;
  private joined: () => void = () => undefined;
  private mode: 'joining' | 'following' | 'closed' | 'crashed' = 'joining';
  private owner = false;
  private nextOffset = 0;
  private waitingFor: number | null = null;
  private fetching = false;
  private watch: NodeJS.Timeout | undefined;

  constructor(private readonly settings: KafkaSubscriptionSettings) {
    this.crashed = new Promise((resolve) => (this.crash = resolve));
    this.client = settings.kafka.consumer({ ...MEMBER, groupId: settings.group });
  }

  async start(): Promise<void> {
    const { topic, delivery } = this.settings;
    const cursor = await delivery.open();
    this.nextOffset = await this.firstOffset(cursor);
    const joined = new Promise<void>((resolve) => (this.joined = resolve));
    this.listen();
    await this.client.connect();
    await this.client.subscribe({ topic, fromBeginning: true });
    await this.client.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 1,
      eachBatch: (payload) => this.eachBatch(payload),
    });
    await Promise.race([joined, this.crashed.then((error) => Promise.reject(error))]);
    this.watch = setInterval(() => void this.fetchLost(), LOST_AFTER_MS);
  }

  healthy(): boolean {
    return this.mode === 'following';
  }

  lag(): Promise<number> {
    return this.settings.delivery.lag();
  }

  async close(): Promise<void> {
    if (this.mode !== 'crashed') this.mode = 'closed';
    clearInterval(this.watch);
    await this.settings.delivery.close();
    await this.client.disconnect();
  }

  /**
   * The record of seq n lies at offset n-1 or later, as long as the topic began with the ledger: doubles of the relay
   * only push it on. A topic that was made anew is shorter: then from its beginning.
   */
  private async firstOffset(cursor: number): Promise<number> {
    const admin = this.settings.kafka.admin();
    await admin.connect();
    try {
      await ensureTopic(admin, this.settings.topic);
      const { low, high } = await offsets(admin, this.settings.topic);
      return cursor > high ? low : Math.max(low, cursor);
    } finally {
      await admin.disconnect();
    }
  }

  private listen(): void {
    const { GROUP_JOIN, CRASH, REBALANCING } = this.client.events;
    this.client.on(GROUP_JOIN, ({ payload }) => {
      const { topic, consumer, log } = this.settings;
      this.owner = (payload.memberAssignment[topic] ?? []).includes(PARTITION);
      if (this.mode === 'joining') this.mode = 'following';
      if (this.owner) {
        this.client.seek({ topic, partition: PARTITION, offset: String(this.nextOffset) });
      }
      log.debug({ consumer, owner: this.owner, offset: this.nextOffset }, 'joined the group');
      this.joined();
    });
    this.client.on(REBALANCING, () => {
      if (this.mode === 'following') this.mode = 'joining';
    });
    this.client.on(CRASH, ({ payload }) => {
      if (this.mode === 'closed' || this.mode === 'crashed') return;
      if (!payload.restart) return this.fail(payload.error);
      this.mode = 'joining';
      const { consumer, log } = this.settings;
      log.warn({ consumer, err: kafkaAway(consumer, payload.error) }, 'joining the group anew');
    });
  }

  private async eachBatch(payload: EachBatchPayload): Promise<void> {
    const { messages } = payload.batch;
    for (let at = 0; at < messages.length; at += this.settings.batchSize) {
      if (!payload.isRunning() || payload.isStale() || this.mode === 'crashed') return;
      const some = messages.slice(at, at + this.settings.batchSize);
      try {
        const entries = some.flatMap((message) => this.entry(message));
        await beating(payload, this.settings.delivery.deliver(entries), this.settings.log);
      } catch (thrown) {
        this.fail(thrown instanceof Error ? thrown : new Error(String(thrown)));
        return;
      }
      if (this.mode === 'closed') return;
      const { offset } = some.at(-1)!;
      this.nextOffset = Number(offset) + 1;
      payload.resolveOffset(offset);
      // Throws error 27 when the group rebalances: the rest of the batch is given up and kafkajs joins again.
      await payload.heartbeat();
    }
  }

  private entry(message: KafkaMessage): Entry[] {
    const entry = entryOf(message, this.settings.source);
    return entry === null ? [] : [entry];
  }

  /**
   * The topic may have lost what the relay says it published (Kafka's data wiped or restored): what does not come
   * within a second is taken from the ledger, where it stands for certain.
   */
  private async fetchLost(): Promise<void> {
    const { ledger, delivery, publishedBy, consumer, log } = this.settings;
    if (this.mode !== 'following' || !this.owner || this.fetching) return;
    this.fetching = true;
    try {
      const published = await ledger.cursor(publishedBy);
      const seen = this.waitingFor;
      this.waitingFor = published > delivery.cursor ? delivery.cursor : null;
      if (this.waitingFor === null || this.waitingFor !== seen) return;
      const count = await delivery.deliverFromLedger(published);
      if (count > 0) log.warn({ consumer, count }, 'entries missing in Kafka came from the ledger');
    } catch (thrown) {
      // A database that is away for a moment is looked at again in a second.
      if (isPassing(thrown))
        log.warn(
          { consumer, err: databaseFault(thrown) },
          'the ledger is asked again for what Kafka may have lost',
        );
      else this.fail(thrown instanceof Error ? thrown : new Error(String(thrown)));
    } finally {
      this.fetching = false;
    }
  }

  private fail(error: Error): void {
    if (this.mode === 'closed' || this.mode === 'crashed') return;
    this.mode = 'crashed';
    clearInterval(this.watch);
    const { consumer, log } = this.settings;
    log.error({ consumer, err: error }, 'the consumer stops and keeps its place');
    this.crash(error);
    // Not awaited: it waits for the batch that is failing right now.
    this.client.disconnect().catch((thrown: unknown) => log.debug({ err: thrown }, 'disconnect'));
  }
}
