/**
 * Sees to it that every stream with work gets it done: wakes the runs of streams that keep time and decides the others
 * itself. Modes: standing by ⇄ leading; one dispatcher leads at a time, under a lease. Invariant: no undecided command
 * and no overdue wake-up is ever left lying; a notification is only a hint, the sweep finds everything.
 */
import type { Client } from '@temporalio/client';
import { keepsTime, type Instant } from '../domain';
import type { Ledger, Overdue, WakeupRow } from '../ledger';
import { decideStream, type DeciderStamp } from './decide-stream';
import { createRuns, type Runs } from './runs';
import { createWakeBook, MOMENT_MS, type WakeBook } from './wake-book';

const SWEEP_MS = 500;
/** On a wall clock a run's own timer wakes it: one that is late by less is on its way, and a wake would only cost a task. */
const TIMER_GRACE_MS = 3_000;
/** A top that lies unchanged this long has a run that does not work: it is started again. */
const STUCK_MS = 120_000;
const LEASE_MS = 5_000;
const AT_ONCE = 20;
const LEASE = 'dispatcher';

export type DispatcherSettings = {
  readonly ledger: Ledger;
  readonly client: Client;
  /** Unique to this process. */
  readonly holder: string;
  readonly queue: string;
  readonly stamp: DeciderStamp;
  readonly workflowTaskTimeoutMs?: number;
  /** Default two minutes. */
  readonly stuckMs?: number;
  /** How long a leader that no longer renews its lease keeps the others out; default 5 s. */
  readonly leaseMs?: number;
  /** Told of everything an operator should know: a stuck run, a fault of a part. */
  readonly report: (report: DispatcherReport) => void;
};

export type DispatcherReport = {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly message: string;
  readonly stream?: string;
  readonly cause?: unknown;
};

export interface Dispatcher {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether this process holds the lease. */
  leading(): boolean;
}

export function createDispatcher(settings: DispatcherSettings): Dispatcher {
  return new LeasedDispatcher(settings);
}

class LeasedDispatcher implements Dispatcher {
  private readonly book: WakeBook;
  private readonly runs: Runs;
  /** Streams whose run has just announced that it gives way to its successor: their wakes are held. */
  private readonly leaving = new Set<string>();
  private readonly unsubscribe: (() => void)[] = [];
  private running = false;
  private leader = false;
  private leasedAt = -Infinity;
  private hinted = false;
  private nudge: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly settings: DispatcherSettings) {
    this.book = createWakeBook(settings.stuckMs ?? STUCK_MS);
    this.runs = createRuns(settings);
  }

  leading(): boolean {
    return this.leader;
  }

  async start(): Promise<void> {
    const { ledger } = this.settings;
    this.running = true;
    this.unsubscribe.push(
      ledger.onCommands(() => this.hint()),
      ledger.onClock(() => this.hint()),
      ledger.onRuns(({ stream, state }) => {
        if (state === 'busy') this.leaving.add(stream);
        else {
          this.leaving.delete(stream);
          this.book.forget(stream);
          this.hint();
        }
      }),
    );
    this.loop = this.run();
  }

  async stop(): Promise<void> {
    this.running = false;
    for (const end of this.unsubscribe.splice(0)) end();
    this.nudge();
    await this.loop;
    if (this.leader) await this.settings.ledger.releaseLease(LEASE, this.settings.holder);
    this.leader = false;
  }

  private async run(): Promise<void> {
    while (this.running) {
      this.hinted = false;
      try {
        await this.lead();
        if (this.leader) await this.sweep();
      } catch (cause) {
        this.leader = false;
        this.leasedAt = -Infinity;
        const message = 'the dispatcher could not reach the ledger or Temporal and tries again';
        this.settings.report({ level: 'error', code: 'dispatcher.part-down', message, cause });
      }
      if (!this.hinted && this.running) await this.nap();
    }
  }

  /** Takes or renews the lease; a new leader forgets what it knew and moves every run to its queue. */
  private async lead(): Promise<void> {
    const { ledger, holder, report, leaseMs = LEASE_MS } = this.settings;
    if (performance.now() - this.leasedAt < leaseMs / 3) return;
    this.leasedAt = performance.now();
    const held = this.leader
      ? await ledger.renewLease(LEASE, holder, leaseMs)
      : await ledger.tryLease(LEASE, holder, leaseMs);
    const led = this.leader;
    this.leader = held;
    if (held && !led) {
      this.book.clear();
      this.leaving.clear();
      report({ level: 'info', code: 'dispatcher.leads', message: 'this dispatcher leads' });
      await this.moveRuns();
    } else if (!held && led) {
      report({ level: 'warn', code: 'dispatcher.lost', message: 'another dispatcher leads now' });
    }
  }

  /** On wall time every stream with a wake-up to come has a run of this bundle; a told clock wakes runs when due. */
  private async moveRuns(): Promise<void> {
    const { ledger, queue } = this.settings;
    const { clock } = await ledger.deployment();
    if (clock === 'told') return;
    const move = ({ stream, queue: its }: WakeupRow) =>
      its === queue
        ? this.runs.ensure(stream)
        : this.runs.wake(stream, { oldest: null, afresh: true });
    await this.someAtOnce(await ledger.wakeups(), move);
  }

  private async sweep(): Promise<void> {
    const { ledger } = this.settings;
    // What was announced by now stands in the rows; the hint that a successor has come may have been lost.
    this.leaving.clear();
    const work = await ledger.overdue(await this.dueBefore());
    this.book.keepOnly(work);
    await this.someAtOnce(work, (item) => this.attend(item));
  }

  /** A told clock has no timers. */
  private async dueBefore(): Promise<Instant> {
    const { ledger } = this.settings;
    const [now, { clock }] = await Promise.all([ledger.now(), ledger.deployment()]);
    return clock === 'told' ? now : new Date(Date.parse(now) - TIMER_GRACE_MS).toISOString();
  }

  private async someAtOnce<Item>(items: readonly Item[], act: (item: Item) => Promise<void>) {
    for (let at = 0; at < items.length && this.running && this.leader; at += AT_ONCE) {
      await Promise.all(items.slice(at, at + AT_ONCE).map(act));
      // Long work must not outlast the lease: whoever has lost it stops here.
      await this.lead();
    }
  }

  private async attend(item: Overdue): Promise<void> {
    const { ledger, stamp, report } = this.settings;
    const { stream } = item;
    try {
      if (keepsTime(stream)) await this.wake(item);
      else await decideStream(ledger, stream, stamp);
    } catch (cause) {
      const message = `${stream} could not be attended to and is tried again`;
      report({ level: 'error', code: 'dispatcher.stream', message, stream, cause });
      this.book.forget(stream);
    }
  }

  private async wake(item: Overdue): Promise<void> {
    const { stream, queue, oldest, leaving } = item;
    const verdict = this.book.judge(item);
    if (verdict === 'stuck') return this.restart(item);
    if (verdict === 'look again soon') setTimeout(() => this.hint(), MOMENT_MS).unref();
    if (verdict !== 'wake' || leaving || this.leaving.has(stream)) return;
    this.book.sent(item);
    // A stream that no run of this bundle has recorded for: whatever runs under its name is another's.
    await this.runs.wake(stream, { oldest, afresh: queue !== this.settings.queue });
  }

  private async restart(item: Overdue): Promise<void> {
    const { stream, nextAt, oldest, undecided } = item;
    this.settings.report({
      level: 'error',
      code: 'dispatcher.run-stuck',
      message:
        `the run of ${stream} leaves work lying (${undecided} commands, next wake-up ${nextAt ?? 'none'}): ` +
        `it is terminated and started again`,
      stream,
    });
    this.book.forget(stream);
    this.book.sent(item);
    await this.runs.wake(stream, { oldest, afresh: true });
  }

  private hint(): void {
    this.hinted = true;
    this.nudge();
  }

  private nap(): Promise<void> {
    return new Promise((resolve) => {
      const wakeUp = () => {
        clearTimeout(timer);
        this.nudge = () => undefined;
        resolve();
      };
      const timer = setTimeout(wakeUp, SWEEP_MS);
      this.nudge = wakeUp;
    });
  }
}
