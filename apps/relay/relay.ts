/**
 * The relay: copies the ledger to Kafka in its order, and lets in what other systems send there. Modes: idle (no Kafka) | connecting → relaying ⇄ connecting.
 * Invariant: its cursor stands at an entry only when that entry and all before it are durable on the broker, and goes
 * back when the broker has lost them; a crash in between doubles messages and loses none. A second relay only doubles too.
 */
import {
  Bell,
  holdUntilDecided,
  partFault,
  type Hold,
  type BusLog,
  type InboundReader,
  type KafkaPublisher,
} from '../../libs/bus';
import type { WayIn } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import { databaseState, Gauge, type Metrics, type Readiness } from '../../libs/service';
import { inboundHandler } from './inbound';

export const RELAY_CONSUMER = 'relay';

export type RelayDeps = {
  readonly ledger: Ledger;
  /**
   * Connects to Kafka; null without Kafka. Then the consumers read the ledger themselves, the relay is idle, its cursor
   * stays and it does not count for being drained; with Kafka one day it publishes from there on.
   */
  readonly connect: (() => Promise<KafkaPublisher>) | null;
  /** What other systems send, and the way in for it; null without Kafka. */
  readonly inbound: { readonly reader: InboundReader; readonly wayIn: WayIn } | null;
  readonly logger: BusLog;
  readonly metrics?: Metrics;
};

export interface Relay {
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): Promise<Readiness>;
  /** Entries not yet published; 0 without Kafka. */
  lag(): Promise<number>;
  /** Resolves when the door of other systems ended by itself: the process must then end loudly. */
  readonly crashed: Promise<Error>;
}

const BATCH = 500;
/** The fallback when a hint is missed. */
const POLL_MS = 250;
const LONGEST_PAUSE_MS = 5_000;
const STOP_GRACE_MS = 5_000;
const SLOW_MS = 3_000;
const NEXT = 'start Kafka, or look at its log';

export function createRelay(deps: RelayDeps): Relay {
  return new LedgerRelay(deps);
}

class LedgerRelay implements Relay {
  readonly crashed: Promise<Error>;
  private readonly bell = new Bell();
  private hold: Hold | null = null;
  private publisher: KafkaPublisher | null = null;
  /** The last sequence published by this run. */
  private position = 0;
  /** The topic was found made anew, and the cursor has not gone back yet. */
  private madeAnew = false;
  private stopping = false;
  private trouble: string | null = 'not started';
  private pauseMs = 0;
  /** Since when the broker owes an answer. */
  private askedAt: number | null = null;
  private running: Promise<void> = Promise.resolve();
  private unsubscribe: () => void = () => undefined;

  constructor(private readonly deps: RelayDeps) {
    const { metrics, inbound, ledger } = deps;
    this.crashed = inbound?.reader.crashed ?? new Promise(() => undefined);
    if (!metrics) return;
    measure(metrics, {
      dondoc_relay_lag: ['Entries of the ledger not yet published to Kafka.', () => this.lag()],
      dondoc_dead_letters: ['Messages refused and kept.', () => ledger.deadLetterCount()],
    });
  }

  async start(): Promise<void> {
    const { ledger, connect, inbound } = this.deps;
    if (inbound) this.letIn(inbound);
    if (connect === null) return;
    // From now on the relay counts: nothing is drained before it has published the last entry.
    await ledger.moveCursor(null, RELAY_CONSUMER, 0);
    this.position = await ledger.cursor(RELAY_CONSUMER);
    this.unsubscribe = ledger.onEntries(() => this.bell.ring());
    this.running = this.run(connect);
  }

  /** While nobody has decided about a restore, what other systems send stays where it is. */
  private letIn({ reader, wayIn }: NonNullable<RelayDeps['inbound']>): void {
    const { ledger, logger: log } = this.deps;
    this.hold = holdUntilDecided({ ledger, log }, 'inbound');
    void this.hold.decided.then((isDecided) => {
      if (isDecided) reader.start(inboundHandler({ ...this.deps, wayIn }));
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.hold?.letGo();
    this.unsubscribe();
    this.bell.ring();
    // A broker that is away is asked again for half a minute: what it did not confirm is published at the next start.
    let late: NodeJS.Timeout | undefined;
    const givenUp = new Promise<void>((resolve) => (late = setTimeout(resolve, STOP_GRACE_MS)));
    const published = this.running.then(() => this.disconnect());
    const read = this.deps.inbound?.reader.close() ?? Promise.resolve();
    await Promise.race([Promise.all([published, read]), givenUp]);
    clearTimeout(late);
  }

  async ready(): Promise<Readiness> {
    if (this.deps.connect === null) {
      return { ok: true, parts: { kafka: 'none: the services read the ledger directly' } };
    }
    const waitsMs = this.askedAt === null ? 0 : performance.now() - this.askedAt;
    const slow = waitsMs > SLOW_MS ? `no answer for ${Math.round(waitsMs / 1000)} s` : null;
    const trouble = this.trouble ?? slow;
    const database = await databaseState(this.deps.ledger);
    const kafka = trouble === null ? 'ok' : `${trouble}: ${NEXT}`;
    const parts = { kafka, database, inbound: this.inboundState() };
    return { ok: Object.values(parts).every((part) => part === 'ok'), parts };
  }

  private inboundState(): string {
    const open = this.deps.inbound?.reader.healthy() ?? true;
    return open ? 'ok' : `what other systems send is not read: ${NEXT}`;
  }

  async lag(): Promise<number> {
    const { ledger, connect } = this.deps;
    if (connect === null) return 0;
    const [last, cursor] = await Promise.all([ledger.lastSeq(), ledger.cursor(RELAY_CONSUMER)]);
    return Math.max(0, last - cursor);
  }

  private async run(connect: () => Promise<KafkaPublisher>): Promise<void> {
    while (!this.stopping) {
      try {
        const published = await this.relay(this.publisher ?? (await this.connected(connect)));
        this.trouble = null;
        this.pauseMs = 0;
        if (published === 0 && !this.stopping) await this.bell.heard(POLL_MS);
      } catch (thrown) {
        await this.recover(thrown);
      }
    }
  }

  /**
   * A topic with fewer records than were published is new, or its data was lost: then everything is published again,
   * so that it tells the whole story to outside consumers. Ours drop what they have seen by its sequence. The cursor goes
   * back first: doubles count as records, so a relay that is killed meanwhile could not see it from them.
   */
  private async connected(connect: () => Promise<KafkaPublisher>): Promise<KafkaPublisher> {
    const publisher = (this.publisher = await connect());
    const { records } = publisher;
    if (this.madeAnew || records < this.position) {
      const { position: published } = this;
      this.deps.logger.warn({ records, published }, 'the topic lost records: publishing all again');
      await this.beginAnew();
    }
    return publisher;
  }

  private async beginAnew(): Promise<void> {
    await this.deps.ledger.restartCursor(RELAY_CONSUMER);
    this.position = 0;
    this.madeAnew = false;
  }

  private async relay(publisher: KafkaPublisher): Promise<number> {
    const { ledger } = this.deps;
    const entries = await ledger.entriesAfter(this.position, BATCH);
    const last = entries.at(-1);
    if (!last) return 0;
    this.askedAt = performance.now();
    try {
      await publisher.publish(entries);
    } catch (thrown) {
      // What has just come into the new topic may be longer than all there was before.
      this.madeAnew ||= Object(thrown).code === 'bus.topic-made-anew';
      throw thrown;
    } finally {
      this.askedAt = null;
    }
    this.position = last.seq;
    await ledger.moveCursor(null, RELAY_CONSUMER, last.seq);
    return entries.length;
  }

  /** A producer that failed is not used again: after lost broker data its numbering would not fit. */
  private async recover(thrown: unknown): Promise<void> {
    if (this.stopping) return;
    this.trouble = thrown instanceof Error ? thrown.message : String(thrown);
    this.pauseMs = Math.min(this.pauseMs * 2 || 250, LONGEST_PAUSE_MS);
    const { logger } = this.deps;
    logger.warn(
      { err: partFault('relay', thrown), pauseMs: this.pauseMs },
      'not relaying: connecting anew',
    );
    await this.disconnect();
    if (!this.stopping) await this.pause();
  }

  /** Entries go on arriving meanwhile: only stopping ends the pause. */
  private async pause(): Promise<void> {
    const until = performance.now() + this.pauseMs;
    for (let left = this.pauseMs; left > 0 && !this.stopping; left = until - performance.now()) {
      await this.bell.heard(left);
    }
  }

  private async disconnect(): Promise<void> {
    const { publisher } = this;
    this.publisher = null;
    await publisher?.close().catch((thrown: unknown) => {
      this.deps.logger.debug({ err: thrown }, 'closing the producer');
    });
  }
}

type Figures = { readonly [name: string]: readonly [help: string, read: () => Promise<number>] };

function measure(metrics: Metrics, figures: Figures): void {
  for (const [name, [help, read]] of Object.entries(figures)) {
    new Gauge({
      name,
      help,
      registers: [metrics],
      async collect() {
        this.set(await read());
      },
    });
  }
}
