/**
 * Replays kept histories against the bundle each ran on. The SDK compares the shape of the steps; here also the input of every
 * local activity, by the hash its answer carries, and the length of every timer, by what was written down.
 */
import { createHash } from 'node:crypto';
import { Worker, type InjectedSinks, type ReplayError } from '@temporalio/worker';
import type { WorkflowInfo } from '@temporalio/workflow';
import type { History } from './closed-runs';
import { observed, OBSERVER } from './observed-bundle';

export type Replayed = {
  readonly workflow: string;
  readonly run: string;
  readonly inputs: number;
  readonly timers: number;
  /** Activities whose answers carry no hash: histories of older builds. */
  readonly unsaid: number;
  /** Null: it decides the same, by the same steps. */
  readonly differs: Difference | null;
};

/** `steps`: the SDK's own verdict; `stuck`: the answer of one step was given to another, or none came. */
export type Difference = {
  readonly kind: 'steps' | 'stuck' | 'input' | 'timer';
  readonly detail: string;
};

export type RunToReplay = {
  readonly workflow: string;
  readonly run: string;
  readonly history: History;
};

type Seen = {
  inputs: number;
  timers: number;
  unsaid: number;
  differs: Difference | null;
  /** Timers that were asked for, by their number: those that were taken back at once were never written down. */
  readonly asked: Map<string, number>;
};

type Sinks = {
  [OBSERVER]: {
    timer(seq: string, ms: number): void;
    activity(type: string, asked: string, answered: string | null): void;
  };
};

/** All of one bundle, one after the other. */
export async function* replayRuns(
  code: string,
  runs: readonly RunToReplay[],
): AsyncGenerator<Replayed> {
  const seen = new Map<string, Seen>();
  const histories = runs.map(({ workflow, history }) => ({ workflowId: workflow, history }));
  const results = Worker.runReplayHistories(
    { workflowBundle: { code: observed(code) }, sinks: sinksInto(seen) },
    histories,
  );
  let at = 0;
  for await (const { error } of results) {
    const { workflow, run, history } = runs[at]!;
    at += 1;
    const one = seen.get(runIdOf(history, run)) ?? fresh();
    const differs = differenceOf(error) ?? one.differs ?? timersOf(history, one);
    const { inputs, timers, unsaid } = one;
    yield { workflow, run, inputs, timers, unsaid, differs };
  }
}

/** A replay is known by the run's original id. */
function runIdOf({ events }: History, run: string): string {
  return events?.[0]?.workflowExecutionStartedEventAttributes?.originalExecutionRunId || run;
}

function fresh(): Seen {
  return { inputs: 0, timers: 0, unsaid: 0, differs: null, asked: new Map() };
}

function sinksInto(seen: Map<string, Seen>): InjectedSinks<Sinks> {
  const of = ({ runId }: WorkflowInfo): Seen => {
    const found = seen.get(runId) ?? fresh();
    seen.set(runId, found);
    return found;
  };
  return {
    [OBSERVER]: {
      timer: {
        callDuringReplay: true,
        fn: (info, seq, ms) => void of(info).asked.set(seq, ms),
      },
      activity: {
        callDuringReplay: true,
        fn: (info, type, asked, answered) => compareInput(of(info), { type, asked, answered }),
      },
    },
  };
}

type Asking = { readonly type: string; readonly asked: string; readonly answered: string | null };

function compareInput(seen: Seen, { type, asked, answered }: Asking): void {
  if (answered === null) {
    seen.unsaid += 1;
    return;
  }
  seen.inputs += 1;
  const found = createHash('sha256').update(asked).digest('hex');
  if (found === answered) return;
  const detail = `${type} no. ${seen.inputs} was asked with ${answered}, and is now asked with ${found}`;
  seen.differs ??= { kind: 'input', detail };
}

function timersOf({ events }: History, seen: Seen): Difference | null {
  for (const { timerStartedEventAttributes: timer } of events ?? []) {
    if (!timer) continue;
    seen.timers += 1;
    const { seconds, nanos } = timer.startToFireTimeout ?? {};
    const written = Number(seconds ?? 0) * 1_000 + Math.round((nanos ?? 0) / 1e6);
    const asked = seen.asked.get(timer.timerId ?? '');
    if (asked === written) continue;
    const detail = `timer ${timer.timerId} was set for ${written} ms, and is now set for ${asked ?? '?'} ms`;
    return { kind: 'timer', detail };
  }
  return null;
}

function differenceOf(error: ReplayError | undefined): Difference | null {
  if (error === undefined) return null;
  const kind = error.name === 'DeterminismViolationError' ? 'steps' : 'stuck';
  return { kind, detail: error.message };
}
