/**
 * The time-keeping half of the product for tests: a database of its own, a task queue of its own on the shared Temporal
 * server, and workers and dispatchers of the built bundle, whose activities and ledger a test may watch or disturb.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../../../activities';
import { createDispatcher, type Dispatcher, type DispatcherSettings } from '../../../libs/commands';
import type { CommandRecord, Ledger, NewCommand, Stamp } from '../../../libs/ledger';
import { createLogger } from '../../../libs/service';
import { installRuntime } from '../../../apps/worker';
import { createWorkflowWorker } from '../../../apps/worker/workflow-worker';
import { WAKE, workflowTypeOf, type StreamActivities } from '../../../workflows/messages';
import { temporalAddress } from '../../support/servers';
import { builtBundle } from './built-bundle';
import { testDatabase, type TestDatabase } from './ledger-database';
import { pastOf, type Past } from './past';

export const NAMESPACE = 'default';
export const DECIDERS = { decidersHash: 'deciders-of-the-test' };
/** So that a run whose worker was killed is soon another's. */
const TASK_TIMEOUT_MS = 2_000;

export type Runner = { stop(): Promise<void> };
export type Wrap = (activities: StreamActivities) => Partial<StreamActivities>;

export type RunnerOptions = {
  /** Replaces some activities, knowing the real ones. */
  readonly wrap?: Wrap;
  readonly queue?: string;
};

export type DispatcherOptions = Partial<DispatcherSettings>;

export type Engine = {
  readonly database: TestDatabase;
  readonly ledger: Ledger;
  readonly client: Client;
  readonly queue: string;
  /** Names of this test's own: workflow ids are shared by all tests of the server. */
  stream(name: string): string;
  startRunner(options?: RunnerOptions): Promise<Runner>;
  startDispatcher(options?: DispatcherOptions): Promise<Dispatcher>;
  /** As the dispatcher wakes a stream. */
  wake(stream: string): Promise<void>;
  accept(...commands: NewCommand[]): Promise<void>;
  /** Accepts, wakes and waits for every outcome. */
  decided(...commands: NewCommand[]): Promise<CommandRecord[]>;
  outcomes(...commands: NewCommand[]): Promise<CommandRecord[]>;
  run(stream: string): WorkflowHandle;
  /** Waits until the run has nothing in hand, so that its history holds all it did. */
  settled(stream: string): Promise<Past>;
  /** The events of one run; of the present one unless named. */
  past(stream: string, runId?: string): Promise<Past>;
  /** Every run of the stream that continued another, the first one first. */
  chain(stream: string): Promise<Past[]>;
  close(): Promise<void>;
};

export const WALL: Stamp = { mode: 'drill', deploymentId: 'engine-test', clock: 'wall' };
export const TOLD: Stamp = {
  ...WALL,
  clock: 'told',
  seed: 'engine-test',
  startsAt: '2018-12-01T00:00:00.000Z',
};

let open = 0;

export async function openEngine(stamp: Stamp): Promise<Engine> {
  // The runtime of a process ends with the last connection of its last engine.
  if (open === 0) installRuntime(createLogger({ service: 'worker', level: 'silent' }));
  open += 1;
  const tag = randomBytes(4).toString('hex');
  const queue = `dondoc-test-${tag}`;
  const [database, connection, native] = await Promise.all([
    testDatabase(stamp),
    Connection.connect({ address: temporalAddress() }),
    NativeConnection.connect({ address: temporalAddress() }),
  ]);
  const client = new Client({ connection, namespace: NAMESPACE });
  const ledger = database.ledger();
  const running: { stop(): Promise<void> }[] = [];
  const started = new Set<string>();

  const startRunner = async ({ wrap, queue: its = queue }: RunnerOptions = {}) => {
    const real = createActivities(ledger, { queue: its, ...DECIDERS });
    const worker = await createWorkflowWorker({
      connection: native,
      namespace: NAMESPACE,
      queue: its,
      codePath: builtBundle().codePath,
      activities: { ...real, ...wrap?.(real) },
    });
    return stoppable(worker.run(), () => worker.shutdown(), running);
  };

  const wake = async (stream: string) => {
    started.add(stream);
    await client.workflow.signalWithStart(workflowTypeOf(stream) ?? '', {
      ...{ taskQueue: queue, workflowId: stream, workflowTaskTimeout: TASK_TIMEOUT_MS },
      ...{ args: [{ stream }], signal: WAKE, signalArgs: [] },
    });
  };

  const outcomes = async (...commands: NewCommand[]) =>
    Promise.all(commands.map(({ id }) => outcomeOf(ledger, id)));

  const accept = async (...commands: NewCommand[]) => {
    for (const { stream } of commands) started.add(stream);
    await ledger.accept(commands);
  };

  const run = (stream: string) => client.workflow.getHandle(stream);

  return {
    ...{ database, ledger, client, queue, startRunner, wake, accept, outcomes, run },
    stream: (name) => `directive/${tag}-${name}/round/report/2018/0`,
    async startDispatcher(options = {}) {
      const dispatcher = createDispatcher({
        ...{ ledger, client, queue, holder: `dispatcher-${running.length}`, stamp: DECIDERS },
        ...{ workflowTaskTimeoutMs: TASK_TIMEOUT_MS, report: () => undefined },
        ...options,
      });
      await dispatcher.start();
      running.push(dispatcher);
      return dispatcher;
    },
    async decided(...commands) {
      await accept(...commands);
      for (const stream of new Set(commands.map((it) => it.stream))) await wake(stream);
      return outcomes(...commands);
    },
    past: async (stream, runId) =>
      pastOf(await client.workflow.getHandle(stream, runId).fetchHistory()),
    async settled(stream) {
      await until(`${stream} rests`, async () => {
        const { raw } = await run(stream).describe();
        return raw.pendingWorkflowTask == null;
      });
      return pastOf(await run(stream).fetchHistory());
    },
    chain: (stream) => chainOf(client, stream),
    async close() {
      for (const it of running.reverse()) await it.stop();
      await Promise.all(
        [...started].map((stream) =>
          run(stream)
            .terminate()
            .catch(() => {}),
        ),
      );
      await Promise.all([connection.close(), native.close()]);
      await database.drop();
      open -= 1;
    },
  };
}

/** Asks again and again what no event tells of. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > 30_000) throw new Error(`not within 30 s: ${what}`);
    await pause(20);
  }
}

function stoppable(
  done: Promise<void>,
  shutdown: () => void,
  running: { stop(): Promise<void> }[],
): Runner {
  let stopped = false;
  const runner = {
    async stop() {
      if (!stopped) shutdown();
      stopped = true;
      await done;
    },
  };
  running.push(runner);
  return runner;
}

async function outcomeOf(ledger: Ledger, id: string): Promise<CommandRecord> {
  const record = await ledger.awaitOutcome(id, 30_000);
  if (record === null) throw new Error(`${id} was not decided within 30 s`);
  return record;
}

async function chainOf(client: Client, stream: string): Promise<Past[]> {
  const pasts: Past[] = [];
  const { runId } = await client.workflow.getHandle(stream).describe();
  for (let next: string | null = runId; next !== null;) {
    const past: Past = pastOf(await client.workflow.getHandle(stream, next).fetchHistory());
    pasts.unshift(past);
    next = past.continuedFrom;
  }
  return pasts;
}
