/** The runs of streams that keep time, on the Temporal server: woken, started, or started afresh on this bundle's queue. */
import type { Client } from '@temporalio/client';
import { WorkflowIdConflictPolicy } from '@temporalio/client';
import { WAKE, workflowTypeOf, type WakeArgs } from '../../workflows/messages';

export type RunsSettings = {
  readonly client: Client;
  readonly queue: string;
  readonly workflowTaskTimeoutMs?: number;
};

export type Waking = {
  /** The oldest undecided command; null when none was seen. */
  readonly oldest: string | null;
  /** Whatever runs under the stream's name is ended first. */
  readonly afresh: boolean;
};

export interface Runs {
  /** Wakes the run, starting one when there is none. */
  wake(stream: string, of: Waking): Promise<void>;
  /** Starts a run when there is none; one that is there notices nothing. */
  ensure(stream: string): Promise<void>;
}

export function createRuns(settings: RunsSettings): Runs {
  const { client, queue, workflowTaskTimeoutMs: workflowTaskTimeout = 5_000 } = settings;
  const options = (stream: string) => ({
    taskQueue: queue,
    workflowId: stream,
    workflowTaskTimeout,
    staticSummary: `Dondoc: ${stream}`,
    args: [{ stream }],
  });
  return {
    async wake(stream, { oldest, afresh }) {
      const type = workflowTypeOf(stream);
      if (type === null) return;
      await client.workflow.signalWithStart(type, {
        ...options(stream),
        signal: WAKE,
        signalArgs: [oldest] satisfies WakeArgs,
        workflowIdConflictPolicy: afresh
          ? WorkflowIdConflictPolicy.TERMINATE_EXISTING
          : WorkflowIdConflictPolicy.USE_EXISTING,
      });
    },
    async ensure(stream) {
      const type = workflowTypeOf(stream);
      if (type === null) return;
      await client.workflow.start(type, {
        ...options(stream),
        workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
      });
    },
  };
}
