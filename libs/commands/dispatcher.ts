/**
 * Sees to it that every stream with work gets it done: wakes the runs of streams that keep time and decides the others
 * itself. One dispatcher works at a time, under a lease. Invariant: no undecided command and no overdue wake-up is ever
 * left lying; a notification is only a hint, the sweep finds everything.
 */
import type { Client } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/client';
import { keepsTime } from '../domain';
import type { Ledger, Overdue } from '../ledger';
import { WAKE, workflowTypeOf } from '../../workflows/messages';
import { decideStream, type DeciderStamp } from './decide-stream';

/** After a second it was an amplifier: a resent wake costs a task and brings nothing. */
const RESEND_MS = 10_000;
const SWEEP_MS = 500;
/** How long a run that has just decided is given to take what arrived meanwhile by itself. */
const MOMENT_MS = 20;
/** A wake-up that stays overdue this long has a run that does not work: it is started again. */
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

/** A wake that was sent: what lay on top of the tray then, and since when that is known to be decided. */
type Sent = { readonly at: number; readonly mark: string; usedUpAt: number | null };

export interface Dispatcher {
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Whether this process holds the lease. */
  leading(): boolean;
}

export function createDispatcher(settings: DispatcherSettings): Dispatcher {
  const { ledger, report } = settings;
  const sent = new Map<string, Sent>();
  const leavingRuns = new Set<string>();
  const overdueSince = new Map<string, { mark: string; at: number }>();
  let running = false;
  let leader = false;
  let hinted = false;
  let nudge: (() => void) | null = null;
  let loop: Promise<void> | null = null;
  const unsubscribe: (() => void)[] = [];

  function hint(): void {
    hinted = true;
    nudge?.();
  }

  async function pump(): Promise<void> {
    const work = await ledger.overdue(await ledger.now());
    forget(work);
    for (let at = 0; at < work.length && running; at += AT_ONCE) {
      await Promise.all(work.slice(at, at + AT_ONCE).map(attend));
    }
  }

  /** A stream without work has no outstanding wake. */
  function forget(work: readonly Overdue[]): void {
    const streams = new Set(work.map(({ stream }) => stream));
    for (const map of [sent, overdueSince]) {
      for (const stream of map.keys()) if (!streams.has(stream)) map.delete(stream);
    }
  }

  async function attend(item: Overdue): Promise<void> {
    try {
      if (!keepsTime(item.stream)) await decideStream(ledger, item.stream, settings.stamp);
      else if (isStuck(item)) await restart(item);
      else await wake(item);
    } catch (cause) {
      report({
        level: 'error',
        code: 'dispatcher.stream',
        message: `${item.stream} could not be attended to and is tried again`,
        stream: item.stream,
        cause,
      });
      sent.delete(item.stream);
    }
  }

  /** The same thing has lain on top for two minutes. */
  function isStuck(item: Overdue): boolean {
    const mark = markOf(item);
    const before = overdueSince.get(item.stream);
    if (before?.mark === mark) return Date.now() - before.at >= STUCK_MS;
    overdueSince.set(item.stream, { mark, at: Date.now() });
    return false;
  }

  async function wake(item: Overdue): Promise<void> {
    const { stream, queue, leaving } = item;
    if (!shouldWake(item) || leaving || leavingRuns.has(stream)) return;
    sent.set(stream, { at: Date.now(), mark: markOf(item), usedUpAt: null });
    // A stream that no run of this bundle has recorded for: whatever runs under its name is another's.
    await signal(stream, queue !== settings.queue);
  }

  /**
   * One wake outstanding per stream. When the oldest command has changed since, the run has decided and used the wake
   * up; it usually takes what came meanwhile by itself, so it is given a moment before it is woken again.
   */
  function shouldWake(item: Overdue): boolean {
    const last = sent.get(item.stream);
    if (last === undefined || Date.now() - last.at >= RESEND_MS) return true;
    if (last.mark === markOf(item)) return false;
    if (last.usedUpAt === null) {
      last.usedUpAt = Date.now();
      setTimeout(hint, MOMENT_MS);
    }
    return Date.now() - last.usedUpAt >= MOMENT_MS;
  }

  async function restart(item: Overdue): Promise<void> {
    const { stream, nextAt, undecided } = item;
    report({
      level: 'error',
      code: 'dispatcher.run-stuck',
      message:
        `the run of ${stream} has left ${undecided} commands and its wake-up of ${nextAt ?? 'no date'} lying ` +
        `for two minutes: it is terminated and started again`,
      stream,
    });
    overdueSince.delete(stream);
    sent.set(stream, { at: Date.now(), mark: markOf(item), usedUpAt: null });
    await signal(stream, true);
  }

  /** @param afresh terminates a run of another bundle, or one that does not work */
  async function signal(stream: string, afresh: boolean): Promise<void> {
    const type = workflowTypeOf(stream);
    if (type === null) return;
    await settings.client.workflow.signalWithStart(type, {
      ...runOptions(stream),
      args: [{ stream }],
      signal: WAKE,
      signalArgs: [],
      workflowIdConflictPolicy: afresh
        ? WorkflowIdConflictPolicy.TERMINATE_EXISTING
        : WorkflowIdConflictPolicy.USE_EXISTING,
    });
  }

  function runOptions(stream: string) {
    return {
      taskQueue: settings.queue,
      workflowId: stream,
      workflowTaskTimeout: settings.workflowTaskTimeoutMs ?? 5_000,
      staticSummary: `Dondoc: ${stream}`,
    };
  }

  /** Moves every stream with a wake-up to come onto this bundle's queue, and gives one a run that has none. */
  async function moveRuns(): Promise<void> {
    const { clock } = await ledger.deployment();
    if (clock === 'told') return;
    const rows = await ledger.wakeups();
    for (let at = 0; at < rows.length && running; at += AT_ONCE) {
      await Promise.all(
        rows.slice(at, at + AT_ONCE).map(async ({ stream, queue }) => {
          if (keepsTime(stream)) await ensureRun(stream, queue);
        }),
      );
    }
  }

  async function ensureRun(stream: string, queue: string | null): Promise<void> {
    if (queue !== settings.queue) return signal(stream, true);
    const type = workflowTypeOf(stream);
    if (type === null) return;
    await settings.client.workflow.start(type, {
      ...runOptions(stream),
      args: [{ stream }],
      workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
    });
  }

  async function lead(): Promise<void> {
    const held = leader
      ? await ledger.renewLease(LEASE, settings.holder, LEASE_MS)
      : await ledger.tryLease(LEASE, settings.holder, LEASE_MS);
    if (held && !leader) {
      sent.clear();
      leader = true;
      report({ level: 'info', code: 'dispatcher.leads', message: 'this dispatcher leads' });
      await moveRuns();
    } else if (!held && leader) {
      report({ level: 'warn', code: 'dispatcher.lost', message: 'another dispatcher leads now' });
    }
    leader = held;
  }

  async function run(): Promise<void> {
    let leasedAt = 0;
    while (running) {
      hinted = false;
      try {
        if (Date.now() - leasedAt > LEASE_MS / 3) {
          leasedAt = Date.now();
          await lead();
        }
        if (leader) await pump();
      } catch (cause) {
        leader = false;
        leasedAt = 0;
        report({
          level: 'error',
          code: 'dispatcher.part-down',
          message: 'the dispatcher could not reach the ledger or Temporal and tries again',
          cause,
        });
      }
      if (!hinted && running) await nap();
    }
  }

  function nap(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(done, SWEEP_MS);
      function done(): void {
        clearTimeout(timer);
        nudge = null;
        resolve();
      }
      nudge = done;
    });
  }

  return {
    leading: () => leader,
    async start() {
      running = true;
      unsubscribe.push(
        ledger.onCommands(hint),
        ledger.onClock(hint),
        ledger.onRuns(({ stream, state }) => {
          if (state === 'busy') leavingRuns.add(stream);
          else {
            leavingRuns.delete(stream);
            sent.delete(stream);
            hint();
          }
        }),
      );
      loop = run();
    },
    async stop() {
      running = false;
      for (const end of unsubscribe.splice(0)) end();
      nudge?.();
      await loop;
      if (leader) await ledger.releaseLease(LEASE, settings.holder);
      leader = false;
    },
  };
}

/** What lies on top of a stream's tray: the oldest command, or the wake-up that is due. */
function markOf({ oldest, nextAt }: Overdue): string {
  return `${oldest ?? ''} ${nextAt ?? ''}`;
}
