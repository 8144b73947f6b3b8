/** What the Temporal server still has of closed runs: which there are, what was written down of each, and for how long. */
import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;

export type ClosedRun = {
  readonly workflow: string;
  readonly run: string;
  readonly status: string;
  readonly type: string;
  readonly closed: Date;
};

export type FetchedRun = {
  readonly proto: Uint8Array;
  readonly json: string;
  readonly events: number;
  readonly started: Date;
  readonly first: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly queue: string;
};

export type ClosedRuns = {
  /** Every run that closed at or after the instant, the earliest first. */
  since(instant: Date): Promise<ClosedRun[]>;
  /** A run of a chain that the list did not show; null when the server has it no more. */
  named(workflow: string, run: string): Promise<ClosedRun | null>;
  fetch(run: Pick<ClosedRun, 'workflow' | 'run'>): Promise<FetchedRun>;
  /** How long the server keeps closed runs, in milliseconds. */
  retentionMs(): Promise<number>;
};

type Settings = {
  readonly client: Client;
  /** A further condition on the runs looked at, in the server's own words. */
  readonly only?: string | undefined;
};

const PAGE = 500;

export function closedRunsOf({ client, only }: Settings): ClosedRuns {
  return {
    async since(instant) {
      const found: ClosedRun[] = [];
      const closed = `ExecutionStatus != "Running" AND CloseTime >= "${instant.toISOString()}"`;
      const query = only === undefined ? closed : `${closed} AND ${only}`;
      for await (const it of client.workflow.list({ query, pageSize: PAGE })) {
        if (it.closeTime) found.push(closedRun(it, it.closeTime));
      }
      return found.sort((a, b) => a.closed.getTime() - b.closed.getTime());
    },
    async named(workflow, run) {
      try {
        const it = await client.workflow.getHandle(workflow, run).describe();
        return it.closeTime ? closedRun(it, it.closeTime) : null;
      } catch (thrown) {
        if ((thrown as Error).name === 'WorkflowNotFoundError') return null;
        throw thrown;
      }
    },
    async fetch({ workflow, run }) {
      return fetched(await client.workflow.getHandle(workflow, run).fetchHistory());
    },
    async retentionMs() {
      const { namespace } = client.options;
      const { config } = await client.workflowService.describeNamespace({ namespace });
      return Number(config?.workflowExecutionRetentionTtl?.seconds ?? 0) * 1_000;
    },
  };
}

type Described = {
  readonly workflowId: string;
  readonly runId: string;
  readonly type: string;
  readonly status: { readonly name: string };
};

function closedRun({ workflowId, runId, type, status }: Described, closed: Date): ClosedRun {
  return { workflow: workflowId, run: runId, type, status: status.name, closed };
}

function fetched(history: History): FetchedRun {
  const events = history.events ?? [];
  const start = events[0]?.workflowExecutionStartedEventAttributes;
  const last = events.at(-1);
  const { History: codec } = temporal.api.history.v1;
  return {
    proto: codec.encode(codec.fromObject(history as object)).finish(),
    json: historyToJSON(history as never),
    events: events.length,
    started: new Date(Number(events[0]?.eventTime?.seconds ?? 0) * 1_000),
    first: start?.firstExecutionRunId ?? '',
    before: start?.continuedExecutionRunId || null,
    after: last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId || null,
    queue: start?.taskQueue?.name ?? '',
  };
}
