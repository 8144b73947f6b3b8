/** What a bench asks the Temporal server: how many runs there are, and what their histories hold. */
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import type { Bench } from './bench';

const LOOK_MS = 50;

export type Lived = { readonly events: number; readonly bytes: number; readonly runs: number };

export class TemporalAsked {
  private constructor(private readonly client: Client) {}

  static async open(bench: Bench, address: string): Promise<TemporalAsked> {
    // A run with thousands of subjects has pages of history beyond the usual 4 MiB.
    const channelArgs = { 'grpc.max_receive_message_length': 64 * 1024 * 1024 };
    const connection = await Connection.connect({ address, channelArgs });
    bench.own('connection to Temporal', () => connection.close());
    return new TemporalAsked(new Client({ connection }));
  }

  /** Resolves when `count` runs answer the query, with the time at which that was seen. */
  async untilRunning(count: number, { queue, signal }: { queue?: string; signal: AbortSignal }) {
    const onQueue = queue === undefined ? '' : ` AND TaskQueue = "${queue}"`;
    for (;;) {
      signal.throwIfAborted();
      const { count: found } = await this.client.workflow.count(
        `ExecutionStatus = "Running"${onQueue}`,
      );
      if (found >= count) return performance.now();
      await pause(LOOK_MS);
    }
  }

  /** What all runs of a stream have written down together so far. */
  async soFar(stream: string): Promise<Lived> {
    return this.written(
      stream,
      (await this.runsOf(stream)).map(({ runId }) => runId),
    );
  }

  private async runsOf(stream: string): Promise<{ runId: string; status: string }[]> {
    const runs: { runId: string; status: string }[] = [];
    const query = `WorkflowId = "${stream}"`;
    for await (const { runId, status } of this.client.workflow.list({ query })) {
      runs.push({ runId, status: status.name });
    }
    return runs;
  }

  /** The same, once no run is left. */
  async life(stream: string): Promise<Lived> {
    for (;;) {
      const runs = await this.runsOf(stream);
      if (runs.length > 0 && runs.every(({ status }) => status !== 'RUNNING')) {
        return this.written(
          stream,
          runs.map(({ runId }) => runId),
        );
      }
      await pause(LOOK_MS);
    }
  }

  private async written(stream: string, runIds: readonly string[]): Promise<Lived> {
    let [events, bytes] = [0, 0];
    for (const runId of runIds) {
      const history = await this.client.workflow.getHandle(stream, runId).fetchHistory();
      events += history.events?.length ?? 0;
      bytes += temporal.api.history.v1.History.encode(history).finish().length;
    }
    return { events, bytes, runs: runIds.length };
  }
}
