/**
 * The worker: runs the workflows of this build's bundle and their activities, and the dispatcher that wakes them.
 * It archives the deciders it decides with before it decides anything.
 */
import { hostname } from 'node:os';
import { Client, Connection } from '@temporalio/client';
import { NativeConnection } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { createDispatcher } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import {
  contentParts,
  databaseState,
  failure,
  Gauge,
  partState,
  type Logger,
  type Metrics,
  type Readiness,
} from '../../libs/service';
import { taskQueueOf } from '../../workflows/messages';
import { startExporter } from './histories/exporter';
import { archiveDeciders } from './archive-deciders';
import { readBundle } from './bundle';
import { createWorkflowWorker } from './workflow-worker';

export type WorkerSettings = {
  readonly ledger: Ledger;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly logger: Logger;
  readonly metrics?: Metrics;
  /** How often closed runs are looked for, to keep their histories; null: never. */
  readonly historiesEveryMs?: number | null;
  /** 5 s by default; 2 s recovers sooner from a killed worker, at the price of tighter replays. */
  readonly workflowTaskTimeoutMs?: number;
};

export interface RunningWorker {
  readonly queue: string;
  ready(): Promise<Readiness>;
  /** Rejects when the worker ends by itself. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

const PAGE_WITHIN_MS = 2_000;

export async function startWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const { ledger, temporalAddress: address, namespace, logger } = settings;
  const bundle = readBundle();
  await archiveDeciders(ledger, bundle);
  const queue = taskQueueOf(bundle.bundleHash);
  const stamp = { queue, decidersHash: bundle.decidersHash };

  const { native, connection } = await connect(address);
  const worker = await createWorkflowWorker({
    connection: native,
    namespace,
    queue,
    codePath: bundle.codePath,
    activities: createActivities(ledger, stamp),
  });
  const running = worker.run();
  const dispatcher = createDispatcher({
    ledger,
    client: new Client({ connection, namespace }),
    holder: `${hostname()}:${process.pid}`,
    queue,
    stamp: { decidersHash: bundle.decidersHash },
    workflowTaskTimeoutMs: settings.workflowTaskTimeoutMs,
    report: ({ level, ...report }) =>
      logger[level]({ ...report, err: report.cause }, report.message),
  });
  await dispatcher.start();
  const everyMs = settings.historiesEveryMs ?? null;
  const holder = `${hostname()}:${process.pid}`;
  const { metrics } = settings;
  const exporter =
    everyMs === null
      ? null
      : startExporter({ ledger, connection, namespace, bundle, holder, everyMs, logger, metrics });
  if (settings.metrics) measure(ledger, settings.metrics);
  let stopping = false;
  return {
    queue,
    failed: running.then(
      () => (stopping ? new Promise<never>(() => {}) : Promise.reject(endedByItself())),
      (cause) => Promise.reject(endedByItself(cause)),
    ),
    async ready() {
      const state = worker.getState();
      const temporal = state === 'RUNNING' ? await answers(connection) : `worker is ${state}`;
      const [database, content] = await Promise.all([databaseState(ledger), contentParts(ledger)]);
      return {
        ok: temporal === 'ok' && database === 'ok',
        parts: {
          temporal,
          database,
          ...content,
          dispatcher: dispatcher.leading() ? 'leads' : 'stands by',
          ...(exporter === null ? {} : { histories: exporter.state() }),
        },
      };
    },
    async stop() {
      stopping = true;
      await exporter?.stop();
      await dispatcher.stop();
      worker.shutdown();
      await running.catch(() => {});
      await Promise.all([connection.close(), native.close()]);
    },
  };
}

/** The worker's own state says nothing of a server that is away. */
function answers(connection: Connection): Promise<string> {
  const asked = connection.withDeadline(Date.now() + PAGE_WITHIN_MS, () =>
    connection.workflowService.getSystemInfo({}),
  );
  return partState(asked, 'the Temporal server does not answer: start it, or look at its log');
}

function measure(ledger: Ledger, metrics: Metrics): void {
  const gauge = (name: string, help: string, read: 'undecided' | 'dueWakeups') =>
    new Gauge({
      name,
      help,
      registers: [metrics],
      async collect() {
        this.set((await ledger.pendingCounts())[read]);
      },
    });
  gauge('dondoc_undecided_commands', 'Commands received and not yet decided.', 'undecided');
  gauge('dondoc_late_wakeups', 'Wake-ups that are due and not yet decided.', 'dueWakeups');
}

async function connect(
  address: string,
): Promise<{ native: NativeConnection; connection: Connection }> {
  try {
    const [native, connection] = await Promise.all([
      NativeConnection.connect({ address }),
      Connection.connect({ address }),
    ]);
    return { native, connection };
  } catch (cause) {
    throw failure(
      'temporal.unreachable',
      `the Temporal server at ${address} does not answer`,
      'start it, or correct TEMPORAL_ADDRESS',
      cause,
    );
  }
}

function endedByItself(cause?: unknown) {
  return failure(
    'worker.ended',
    'the Temporal worker ended by itself',
    'look at the cause; the process ends so that its supervisor starts it again',
    cause,
  );
}
