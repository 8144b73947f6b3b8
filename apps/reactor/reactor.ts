/**
 * The reactor: what one stream's event means for another becomes a command there, and an erasure is carried out. Invariant: its cursor moves after
 * the asked commands are durable, so every event is reacted to at least once, and ids make that exactly once. The
 * cursor is never put back: a rebuilt read model asks nothing again.
 *
 * On a told clock it waits until nothing is undecided and no wake-up is due, then takes all entries up to the head in
 * order of (stream, version): so the same script and seed give the same streams, whoever was first in the ledger.
 */
import { settled, type Bus, type BusLog, type Subscription } from '../../libs/bus';
import type { WayIn } from '../../libs/commands';
import type { Entry, Ledger } from '../../libs/ledger';
import {
  contentParts,
  databaseState,
  measureConsumerLag,
  type Metrics,
  type Readiness,
} from '../../libs/service';
import { askedBy, byStream, type React } from './asked';
import { createPacker, PACKER_CONSUMER } from './packer';
import { carryOutErasures } from './erasures';

export const REACTOR_CONSUMER = 'reactor';

export type ReactorDeps = {
  readonly ledger: Ledger;
  readonly bus: Bus;
  readonly wayIn: Pick<WayIn, 'ask'>;
  readonly logger: BusLog;
  readonly metrics?: Metrics;
  /** The domain's reactions unless a test brings its own. */
  readonly react?: React;
};

export interface Reactor {
  start(): Promise<void>;
  stop(): Promise<void>;
  ready(): Promise<Readiness>;
  lag(): Promise<number>;
  /** Resolves when it has stopped by itself: the process must then end loudly. */
  readonly crashed: Promise<Error>;
}

const PAGE = 1_000;

export function createReactor(deps: ReactorDeps): Reactor {
  return new LedgerReactor(deps);
}

class LedgerReactor implements Reactor {
  readonly crashed: Promise<Error>;
  private crash: (reason: Error) => void = () => undefined;
  private subscription: Subscription | null = null;
  private packing: Subscription | null = null;
  private readonly stopping = new AbortController();

  constructor(private readonly deps: ReactorDeps) {
    this.crashed = new Promise((resolve) => (this.crash = resolve));
    if (deps.metrics) measureConsumerLag(deps.metrics, REACTOR_CONSUMER, () => this.lag());
  }

  async start(): Promise<void> {
    const { bus, ledger } = this.deps;
    const { clock } = await ledger.deployment();
    const react = clock === 'told' ? () => this.reactWhenSettled() : this.reactTo.bind(this);
    this.subscription = await bus.subscribe(REACTOR_CONSUMER, (entries) =>
      this.unless(react(entries)),
    );
    void this.subscription.crashed.then(this.crash);
    await this.startPacker();
  }

  /** Beside the reactor, with a cursor of its own: a pack that takes long holds up no reaction. */
  private async startPacker(): Promise<void> {
    const { bus, ledger, wayIn, logger } = this.deps;
    const { signal } = this.stopping;
    const pack = createPacker({ ledger, wayIn, logger, reactor: REACTOR_CONSUMER, signal });
    this.packing = await bus.subscribe(PACKER_CONSUMER, (entries) => this.unless(pack(entries)));
    void this.packing.crashed.then(this.crash);
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all([this.subscription?.close(), this.packing?.close()]);
    this.subscription = null;
    this.packing = null;
  }

  async ready(): Promise<Readiness> {
    const healthy = this.subscription?.healthy() && this.packing?.healthy();
    const bus = healthy ? 'ok' : 'reading entries has stopped';
    const { ledger } = this.deps;
    const [database, content] = await Promise.all([databaseState(ledger), contentParts(ledger)]);
    return { ok: bus === 'ok' && database === 'ok', parts: { bus, database, ...content } };
  }

  async lag(): Promise<number> {
    return (await this.subscription?.lag()) ?? 0;
  }

  /** Stopping in the middle is no fault: the cursor stays, the next start goes on from it. */
  private async unless(reacting: Promise<void>): Promise<void> {
    try {
      await reacting;
    } catch (thrown) {
      if (!this.stopping.signal.aborted) throw thrown;
    }
  }

  private async reactTo(entries: readonly Entry[]): Promise<void> {
    const { ledger } = this.deps;
    const cursor = await ledger.cursor(REACTOR_CONSUMER);
    await this.ask(entries.filter(({ seq }) => seq > cursor));
  }

  private async reactWhenSettled(): Promise<void> {
    const { ledger } = this.deps;
    const { signal } = this.stopping;
    for (;;) {
      await settled({ ledger, signal });
      const head = await ledger.lastSeq();
      const entries = await this.entriesUpTo(head);
      if (entries.length === 0) return;
      // Somebody from outside asked something meanwhile: what it leads to belongs to the same step of time.
      if ((await ledger.lastSeq()) !== head) continue;
      await this.ask(entries.toSorted(byStream), head);
      return;
    }
  }

  private async entriesUpTo(head: number): Promise<Entry[]> {
    const { ledger } = this.deps;
    const all: Entry[] = [];
    for (let after = await ledger.cursor(REACTOR_CONSUMER); after < head;) {
      const page = await ledger.entriesAfter(after, PAGE);
      all.push(...page.filter(({ seq }) => seq <= head));
      after = page.at(-1)?.seq ?? head;
    }
    return all;
  }

  private async ask(entries: readonly Entry[], upTo = entries.at(-1)?.seq): Promise<void> {
    if (upTo === undefined) return;
    const { ledger, wayIn, logger, react } = this.deps;
    await carryOutErasures(ledger, entries);
    const commands = askedBy(entries, react);
    if (commands.length > 0) {
      await wayIn.ask(commands);
      logger.debug({ entries: entries.length, commands: commands.length }, 'reacted');
    }
    await ledger.moveCursor(null, REACTOR_CONSUMER, upTo);
  }
}
