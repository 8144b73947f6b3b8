/**
 * Sees to it that every stream with work gets it done: wakes the runs of streams that keep time and decides the others
 * itself. Modes: standing by ⇄ leading; one dispatcher leads at a time, under a lease. Invariant: no undecided command
 * and no overdue wake-up is ever left lying; a notification is only a hint, the sweep finds everything.
 */
import type { Client } from '@temporalio/client';
import { keepsTime, type Instant } from '../domain';
import type { Ledger, Overdue, WakeupRow } from '../ledger';
import { ClockWatch, clockWasSet } from './clock-watch';
import { decideStream, type DeciderStamp } from './decide-stream';
import { heldBy, isTemporalAway, partDown } from './part-down';
import { createRuns, type Runs } from './runs';
import { madeAnew, ServerWatch } from './server-watch';
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
  /** What the operator should do; absent where nothing is to be done. */
  readonly nextStep?: string;
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
  private readonly clock = new ClockWatch();
  private readonly server: ServerWatch;
  /** Streams whose run has just announced that it gives way to its successor: their wakes are held. */
  private readonly leaving = new Set<string>();
  private readonly unsubscribe: (() => void)[] = [];
  private running = false;
  private leader = false;
  /** Whether every stream with a wake-up to come is known to have a run of this bundle. */
  private moved = false;
  private toldOfRestore = false;
  private leasedAt = -Infinity;
  private hinted = false;
  private nudge: () => void = () => undefined;
  private loop: Promise<void> = Promise.resolve();

  constructor(private readonly settings: DispatcherSettings) {
    this.book = createWakeBook(settings.stuckMs ?? STUCK_MS);
    this.runs = createRuns(settings);
    this.server = new ServerWatch(() => this.runs.serverId());
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
        this.tellDown(cause);
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
      this.clock.forget();
      report({ level: 'info', code: 'dispatcher.leads', message: 'this dispatcher leads' });
      this.moved = false;
    } else if (!held && led) {
      report({ level: 'warn', code: 'dispatcher.lost', message: 'another dispatcher leads now' });
    }
  }

  /** On wall time every stream with a wake-up to come has a run of this bundle; a told clock wakes runs when due. */
  private async moveRuns(): Promise<void> {
    const { ledger, queue } = this.settings;
    const { clock } = await ledger.deployment();
    const move = ({ stream, queue: its }: WakeupRow) =>
      its === queue
        ? this.runs.ensure(stream)
        : this.runs.wake(stream, { oldest: null, afresh: 'if of another bundle' });
    const rows = clock === 'told' ? [] : await ledger.wakeups();
    // Said first: a server that is found to be another meanwhile unsays it.
    this.moved = true;
    if ((await this.someAtOnce(rows, move)) !== 'all') this.moved = false;
  }

  private async sweep(): Promise<void> {
    const { ledger, stamp } = this.settings;
    // What was announced by now stands in the rows; the hint that a successor has come may have been lost.
    this.leaving.clear();
    if (await this.isHeld()) return;
    const [now, { clock }] = await Promise.all([ledger.now(), ledger.deployment()]);
    // A told clock moves as it is told, and has no timers.
    if (clock === 'wall') this.watchClock(now);
    void this.watchServer();
    const work = await ledger.overdue(clock === 'wall' ? beforeGrace(now) : now);
    this.book.keepOnly(work);
    // Those that need no run do not wait for a Temporal that is away.
    const decidable = work.filter(({ stream }) => !keepsTime(stream));
    await this.someAtOnce(decidable, ({ stream }) => decideStream(ledger, stream, stamp));
    const waking = work.filter(({ stream }) => keepsTime(stream));
    const woken = await this.someAtOnce(waking, (item) => this.wake(item));
    // Temporal may have come back without what it knew.
    if (woken === 'none answered') this.moved = false;
    else if (!this.moved) await this.moveRuns();
  }

  /** After a restore nothing is decided before somebody has said that nothing is missing. */
  private async isHeld(): Promise<boolean> {
    const { ledger, report } = this.settings;
    const undecided = await ledger.undecidedRestore();
    if (undecided !== null && !this.toldOfRestore) report({ level: 'warn', ...heldBy(undecided) });
    this.toldOfRestore = undecided !== null;
    return this.toldOfRestore;
  }

  /** Nobody waits for it: what needs no run is decided meanwhile. */
  private async watchServer(): Promise<void> {
    const seen = await this.server.look();
    if (seen?.is === 'another') this.settings.report({ level: 'warn', ...madeAnew(seen) });
    if (seen?.is === 'another' || seen?.is === 'back') this.moved = false;
    if (seen?.is === 'away' && seen.first && this.running) this.tellDown(seen.cause);
  }

  private tellDown(thrown: unknown): void {
    this.settings.report({ level: 'error', code: 'dispatcher.part-down', ...partDown(thrown) });
  }

  /** A wall clock that jumps is somebody's mistake. */
  private watchClock(now: Instant): void {
    const set = this.clock.look(now, performance.now());
    if (set !== null) this.settings.report({ level: 'warn', ...clockWasSet(set) });
  }

  /** Stops where Temporal answers nobody: they are asked for again at the next sweep, and so are the rest. */
  private async someAtOnce<Item extends { readonly stream: string }>(
    items: readonly Item[],
    act: (item: Item) => Promise<void>,
  ): Promise<'all' | 'some' | 'none answered'> {
    let failed = 0;
    for (let at = 0; at < items.length && this.running && this.leader; at += AT_ONCE) {
      const batch = items.slice(at, at + AT_ONCE);
      const faults = await Promise.all(batch.map((item) => this.faultOf(item.stream, act(item))));
      const away = faults.filter(isTemporalAway);
      if (away.length > 0) this.tellDown(away[0]);
      if (away.length === batch.length) return 'none answered';
      failed += faults.filter((it) => it !== null).length;
      // Long work must not outlast the lease: whoever has lost it stops here.
      await this.lead();
    }
    return failed === 0 && this.running && this.leader ? 'all' : 'some';
  }

  /** What is wrong with one stream is reported and keeps nobody else waiting. */
  private async faultOf(stream: string, work: Promise<void>): Promise<unknown> {
    const { report } = this.settings;
    try {
      await work;
      return null;
    } catch (thrown) {
      if (!isTemporalAway(thrown)) {
        report({ level: 'error', code: 'dispatcher.stream', stream, ...partDown(thrown) });
      }
      this.book.forget(stream);
      return thrown;
    }
  }

  private async wake(item: Overdue): Promise<void> {
    const { stream, queue, oldest, leaving } = item;
    const verdict = this.book.judge(item);
    if (verdict === 'stuck') return this.restart(item);
    if (verdict === 'look again soon') setTimeout(() => this.hint(), MOMENT_MS).unref();
    if (verdict !== 'wake' || leaving || this.leaving.has(stream)) return;
    this.book.sent(item);
    // No run of this bundle has recorded for it: what runs under its name may be another's.
    const afresh = queue === this.settings.queue ? 'never' : 'if of another bundle';
    await this.runs.wake(stream, { oldest, afresh });
  }

  private async restart(item: Overdue): Promise<void> {
    const { stream, nextAt, oldest, undecided } = item;
    const trouble = await this.runs.trouble(stream);
    this.settings.report({
      level: 'error',
      code: 'dispatcher.run-stuck',
      message:
        `the run of ${stream} leaves work lying (${undecided} commands, next wake-up ${nextAt ?? 'none'}): ` +
        `it is terminated and started again`,
      nextStep: `once is harmless; if it comes again for ${stream}, look at this worker's log and at the run in Temporal`,
      stream,
      cause: new Error(trouble),
    });
    this.book.forget(stream);
    this.book.sent(item);
    await this.runs.wake(stream, { oldest, afresh: 'always' });
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

/** Wake-ups due by then whose run's own timer should have fired. */
function beforeGrace(now: Instant): Instant {
  return new Date(Date.parse(now) - TIMER_GRACE_MS).toISOString();
}
