/**
 * The time-keeping half of the product for tests: a database of its own, a task queue of its own on the shared Temporal
 * server, and workers and dispatchers of the built bundle, whose activities and ledger a test may watch or disturb.
 */
import { randomBytes } from 'node:crypto';
import {
  Client,
  Connection,
  type WorkflowClientInterceptor,
  type WorkflowHandle,
} from '@temporalio/client';
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
import { pastOf, type History, type Past } from './past';
import { until } from './until';

const NAMESPACE = 'default';
const DECIDERS = { decidersHash: 'deciders-of-the-test' };
/** So that a run whose worker was killed is soon another's. */
const TASK_TIMEOUT_MS = 2_000;

export const WALL: Stamp = { mode: 'drill', deploymentId: 'engine-test', clock: 'wall' };
export const TOLD: Stamp = {
  ...WALL,
  clock: 'told',
  seed: 'engine-test',
  startsAt: '2018-12-01T00:00:00.000Z',
};

export type Wrap = (activities: StreamActivities) => Partial<StreamActivities>;

export type RunnerOptions = {
  /** Replaces some activities, knowing the real ones. */
  readonly wrap?: Wrap;
  readonly queue?: string;
};

type Stoppable = { stop(): Promise<void> };

/** The runtime is one per process and ends with the last connection that stands on it. */
export function quietRuntime(): void {
  try {
    installRuntime(createLogger({ service: 'worker', level: 'silent' }));
  } catch (thrown) {
    if ((thrown as Error).name !== 'IllegalStateError') throw thrown;
  }
}

export async function openEngine(stamp: Stamp): Promise<Engine> {
  quietRuntime();
  const address = temporalAddress();
  const [database, connection, native] = await Promise.all([
    testDatabase(stamp),
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  return new Engine(database, connection, native);
}

export class Engine {
  readonly ledger: Ledger;
  readonly client: Client;
  readonly queue: string;
  /** The streams woken so far, in order. */
  readonly wakes: string[] = [];
  private readonly tag = randomBytes(4).toString('hex');
  private readonly running: Stoppable[] = [];
  private readonly touched = new Set<string>();

  constructor(
    readonly database: TestDatabase,
    private readonly connection: Connection,
    private readonly native: NativeConnection,
  ) {
    this.ledger = database.ledger();
    const signalWithStart: WorkflowClientInterceptor['signalWithStart'] = (input, next) => {
      this.wakes.push(input.options.workflowId);
      return next(input);
    };
    const interceptors = { workflow: [{ signalWithStart }] };
    this.client = new Client({ connection, namespace: NAMESPACE, interceptors });
    this.queue = `dondoc-test-${this.tag}`;
  }

  /** A client whose wakes go through the given hands. */
  clientWith(signalWithStart: WorkflowClientInterceptor['signalWithStart']): Client {
    const { connection } = this;
    const interceptors = { workflow: [{ signalWithStart }] };
    return new Client({ connection, namespace: NAMESPACE, interceptors });
  }

  /** A round's name of this test's own: workflow ids are shared by all tests of the server. */
  stream(name: string): string {
    return `${this.directive(name)}/round/report/2018/0`;
  }

  directive(name: string): string {
    return `directive/${this.tag}-${name}`;
  }

  async startRunner({ wrap, queue = this.queue }: RunnerOptions = {}): Promise<Stoppable> {
    const real = createActivities(this.ledger, { queue, ...DECIDERS });
    const worker = await createWorkflowWorker({
      connection: this.native,
      namespace: NAMESPACE,
      queue,
      codePath: builtBundle().codePath,
      activities: { ...real, ...wrap?.(real) },
    });
    const done = worker.run();
    return this.stopped({
      async stop() {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await done;
      },
    });
  }

  async startDispatcher(options: Partial<DispatcherSettings> = {}): Promise<Dispatcher> {
    const { ledger, client, queue } = this;
    const dispatcher = createDispatcher({
      ...{ ledger, client, queue, holder: `dispatcher-${this.running.length}`, stamp: DECIDERS },
      ...{ workflowTaskTimeoutMs: TASK_TIMEOUT_MS, report: () => undefined },
      ...options,
    });
    await dispatcher.start();
    return this.stopped(dispatcher);
  }

  /** As the dispatcher wakes a stream. */
  async wake(stream: string): Promise<void> {
    this.touched.add(stream);
    await this.client.workflow.signalWithStart(workflowTypeOf(stream) ?? '', {
      ...{ taskQueue: this.queue, workflowId: stream, workflowTaskTimeout: TASK_TIMEOUT_MS },
      ...{ args: [{ stream }], signal: WAKE, signalArgs: [] },
    });
  }

  async accept(...commands: NewCommand[]): Promise<void> {
    for (const { stream } of commands) this.touched.add(stream);
    await this.ledger.accept(commands);
  }

  outcomes(...commands: NewCommand[]): Promise<CommandRecord[]> {
    return Promise.all(
      commands.map(async ({ id }) => {
        const record = await this.ledger.awaitOutcome(id, 30_000);
        if (record === null) throw new Error(`${id} was not decided within 30 s`);
        return record;
      }),
    );
  }

  /** Accepts, wakes and waits for every outcome. */
  async decided(...commands: NewCommand[]): Promise<CommandRecord[]> {
    await this.accept(...commands);
    for (const stream of new Set(commands.map((it) => it.stream))) await this.wake(stream);
    return this.outcomes(...commands);
  }

  run(stream: string, runId?: string): WorkflowHandle {
    return this.client.workflow.getHandle(stream, runId);
  }

  async history(stream: string, runId?: string): Promise<History> {
    return this.run(stream, runId).fetchHistory();
  }

  /** What one run has done so far; the present one unless named. */
  async past(stream: string, runId?: string): Promise<Past> {
    return pastOf(await this.history(stream, runId));
  }

  /** Waits until the run has nothing in hand, so that its history holds all it did. */
  async settled(stream: string): Promise<Past> {
    await until(`${stream} rests`, async () => {
      const { raw } = await this.run(stream).describe();
      return raw.pendingWorkflowTask == null;
    });
    return this.past(stream);
  }

  /** Every run of the stream that continued another, the first one first. */
  async chain(stream: string): Promise<{ readonly history: History; readonly past: Past }[]> {
    const runs: { history: History; past: Past }[] = [];
    let next: string | null = (await this.run(stream).describe()).runId;
    while (next !== null) {
      const history: History = await this.history(stream, next);
      const past = pastOf(history);
      runs.unshift({ history, past });
      next = past.continuedFrom;
    }
    return runs;
  }

  async close(): Promise<void> {
    for (const it of this.running.reverse()) await it.stop();
    const ends = [...this.touched].map((stream) => this.run(stream).terminate());
    await Promise.allSettled(ends);
    await Promise.all([this.connection.close(), this.native.close()]);
    await this.database.drop();
  }

  private stopped<It extends Stoppable>(it: It): It {
    this.running.push(it);
    return it;
  }
}
