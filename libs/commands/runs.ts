/** The runs of streams that keep time, on the Temporal server: woken, started, or started afresh on this bundle's queue. */
import type { Client } from '@temporalio/client';
import { WorkflowIdConflictPolicy, WorkflowNotFoundError } from '@temporalio/client';
import { WAKE, workflowTypeOf, type WakeArgs } from '../../workflows/messages';

export type RunsSettings = {
  readonly client: Client;
  readonly queue: string;
  readonly workflowTaskTimeoutMs?: number;
};

export type Waking = {
  /** The oldest undecided command; null when none was seen. */
  readonly oldest: string | null;
  /** What runs under the stream's name is ended first: always, or where it runs on another bundle's queue. */
  readonly afresh: 'always' | 'if of another bundle' | 'never';
};

export interface Runs {
  /** Of the namespace as it was made: one made anew knows no run of before. */
  serverId(): Promise<string>;
  /** Why the run does not get on, as far as Temporal wrote it down. */
  trouble(stream: string): Promise<string>;
  /** Wakes the run, starting one when there is none. */
  wake(stream: string, of: Waking): Promise<void>;
  /** Starts a run when there is none; one that is there notices nothing. */
  ensure(stream: string): Promise<void>;
}

/** A server that is away is not waited for: the next sweep asks again. */
const ANSWER_WITHIN_MS = 3_000;

export function createRuns(settings: RunsSettings): Runs {
  const { client, queue, workflowTaskTimeoutMs: workflowTaskTimeout = 5_000 } = settings;
  const options = (stream: string) => ({
    taskQueue: queue,
    workflowId: stream,
    workflowTaskTimeout,
    staticSummary: `Dondoc: ${stream}`,
    args: [{ stream }],
  });
  const soon = <Answer>(ask: () => Promise<Answer>) =>
    client.withDeadline(Date.now() + ANSWER_WITHIN_MS, ask);
  /** A wake may have been taken though its answer was lost: the run it started is not another's. */
  async function runsHere(stream: string): Promise<boolean> {
    try {
      const run = await soon(() => client.workflow.getHandle(stream).describe());
      return run.taskQueue === queue;
    } catch (thrown) {
      if (thrown instanceof WorkflowNotFoundError) return false;
      throw thrown;
    }
  }
  return {
    serverId: () => soon(() => namespaceId(client)),
    async trouble(stream) {
      const history = await soon(() => client.workflow.getHandle(stream).fetchHistory()).catch(
        (thrown: unknown) =>
          thrown instanceof WorkflowNotFoundError
            ? 'Temporal knows no such run'
            : 'its history could not be read',
      );
      if (typeof history === 'string') return history;
      const { events } = history;
      const failed = events?.findLast((it) => it.workflowTaskFailedEventAttributes);
      const { message } = failed?.workflowTaskFailedEventAttributes?.failure ?? {};
      return message
        ? `a workflow task of it failed: ${message}`
        : 'no workflow task of it has failed: no worker took it, or an activity does not get done';
    },
    async wake(stream, { oldest, afresh }) {
      const type = workflowTypeOf(stream);
      if (type === null) return;
      const end =
        afresh === 'always' || (afresh === 'if of another bundle' && !(await runsHere(stream)));
      await soon(() =>
        client.workflow.signalWithStart(type, {
          ...options(stream),
          signal: WAKE,
          signalArgs: [oldest] satisfies WakeArgs,
          workflowIdConflictPolicy: end
            ? WorkflowIdConflictPolicy.TERMINATE_EXISTING
            : WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      );
    },
    async ensure(stream) {
      const type = workflowTypeOf(stream);
      if (type === null) return;
      await soon(() =>
        client.workflow.start(type, {
          ...options(stream),
          workflowIdConflictPolicy: WorkflowIdConflictPolicy.USE_EXISTING,
        }),
      );
    },
  };
}

async function namespaceId({ options: { namespace }, workflowService }: Client): Promise<string> {
  const { namespaceInfo } = await workflowService.describeNamespace({ namespace });
  return namespaceInfo?.id ?? '';
}
