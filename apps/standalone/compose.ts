/**
 * Composes every service in one process: each gets its own database role, pool and metrics, exactly as it would as a
 * process of its own; no service knows the difference. Parts are registered with the one owner of shutdown as they start.
 */
import { NestFactory } from '@nestjs/core';
import type { DynamicModule } from '@nestjs/common';
import { Pool } from 'pg';
import {
  createDrillClock,
  createKafkaBus,
  createKafkaPublisher,
  createLedgerBus,
  drained,
  type Bus,
} from '../../libs/bus';
import { createWayIn, type WayIn } from '../../libs/commands';
import { createLedger, type DatabaseRole, type Ledger } from '../../libs/ledger';
import { createReads, type Reads } from '../../libs/readmodel';
import {
  createMetrics,
  describeFailure,
  kafkaLogCreator,
  startHealthServer,
  type Logger,
  type Readiness,
  type Shutdown,
} from '../../libs/service';
import { startApi } from '../api';
import { NOTIFIER, NotifierModule, type Notifier } from '../notifier';
import { PROJECTOR_APP, ProjectorModule, type Projector } from '../projector';
import { REACTOR_APP, ReactorModule, type Reactor } from '../reactor';
import { RELAY, RelayModule, type Relay } from '../relay';
import { installRuntime, WORKER, WorkerModule, type RunningWorker } from '../worker';

export type CompositionSettings = {
  readonly mode: 'drill' | 'live';
  readonly urlOf: (role: DatabaseRole) => string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** Empty: the services read the ledger directly. */
  readonly kafkaBrokers: readonly string[];
  readonly smtpUrl: string;
  readonly mailFrom: string;
  readonly api: { readonly host: string; readonly port: number };
  readonly health: { readonly host: string; readonly port: number };
  readonly logger: Logger;
  readonly shutdown: Shutdown;
};

export interface Composition {
  readonly apiUrl: string;
  readonly healthUrl: string;
  readonly ledger: Ledger;
  readonly wayIn: WayIn;
  readonly reads: Reads;
  /** Resolves when nothing is left to do at the deployment's present instant. */
  readonly drained: () => Promise<void>;
}

/** Longer than any one step takes; a step that takes longer stands still. */
const STEP_MS = 60_000;

export async function compose(settings: CompositionSettings): Promise<Composition> {
  const { mode, logger, shutdown, kafkaBrokers } = settings;
  const withKafka = kafkaBrokers.length > 0;
  installRuntime(logger);
  const part = partsOf(settings);

  const [relayPart, workerPart, reactorPart] = [part('relay'), part('worker'), part('reactor')];
  const [projectorPart, notifierPart, apiPart] = [part('projector'), part('notifier'), part('api')];
  const relay = await start<Relay>(
    settings,
    RelayModule.forRoot({
      ...relayPart,
      connect: withKafka ? () => createKafkaPublisher(kafkaOf(settings, 'relay')) : null,
    }),
    RELAY,
  );
  const projector = await start<Projector>(
    settings,
    ProjectorModule.forRoot({ ...projectorPart, bus: busOf(settings, projectorPart, 'projector') }),
    PROJECTOR_APP,
  );
  const reactor = await start<Reactor>(
    settings,
    ReactorModule.forRoot({
      ...reactorPart,
      bus: busOf(settings, reactorPart, 'reactor'),
      wayIn: createWayIn(reactorPart.ledger),
    }),
    REACTOR_APP,
  );
  const notifier = await start<Notifier>(
    settings,
    NotifierModule.forRoot({
      ...notifierPart,
      bus: busOf(settings, notifierPart, 'notifier'),
      ask: createWayIn(notifierPart.ledger).ask,
      smtpUrl: settings.smtpUrl,
      mailFrom: settings.mailFrom,
    }),
    NOTIFIER,
  );
  const worker = await start<RunningWorker>(
    settings,
    WorkerModule.forRoot({
      ...workerPart,
      temporalAddress: settings.temporalAddress,
      namespace: settings.temporalNamespace,
    }),
    WORKER,
  );
  for (const [name, ended] of [
    ['projector', projector.crashed],
    ['reactor', reactor.crashed],
    ['notifier', notifier.crashed],
    ['worker', worker.failed.catch((thrown: unknown) => thrown)],
  ] as const) {
    void ended.then((reason) => {
      logger.fatal({ err: reason }, describeFailure(reason));
      return shutdown.shutdown(`the ${name} stopped by itself`, 1);
    });
  }

  const wayIn = createWayIn(apiPart.ledger);
  const reads = createReads(apiPart.pool);
  const consumers = ['projector', 'reactor', 'notifier', ...(withKafka ? ['relay'] : [])];
  const whenDrained = () =>
    drained({
      ledger: apiPart.ledger,
      consumers,
      also: async () => (await notifier.neverAttempted()) === 0,
      timeoutMs: STEP_MS,
    });
  const api = await startApi(
    {
      commands: wayIn,
      ledger: apiPart.ledger,
      reads,
      drill:
        mode === 'drill'
          ? createDrillClock({ ledger: apiPart.ledger, drained: whenDrained })
          : null,
      logger: apiPart.logger,
      metrics: apiPart.metrics,
    },
    { ...settings.api, mode },
  );
  shutdown.onShutdown('api', () => api.close());
  const health = await startHealthServer({
    ...settings.health,
    metrics: workerPart.metrics,
    ready: () => readiness({ relay, projector, reactor, notifier, worker }),
  });
  shutdown.onShutdown('health', () => health.close());
  return {
    apiUrl: api.url,
    healthUrl: health.url,
    ledger: apiPart.ledger,
    wayIn,
    reads,
    drained: whenDrained,
  };
}

type ServiceName = 'relay' | 'worker' | 'reactor' | 'projector' | 'notifier' | 'api';

/** What every service stands on, made as its own process would make it. */
function partsOf({ urlOf, logger: parent, shutdown }: CompositionSettings) {
  return (name: ServiceName) => {
    const logger = parent.child({ service: name });
    const pool = new Pool({
      connectionString: urlOf(`dondoc_${name}`),
      application_name: `dondoc-${name}`,
      max: 10,
    });
    pool.on('error', (err) => logger.warn({ err }, 'an idle database connection was lost'));
    shutdown.onShutdown(`${name}: database`, () => pool.end());
    const ledger = createLedger({ pool });
    shutdown.onShutdown(`${name}: ledger`, () => ledger.close());
    // The figures of the process stand once, with the worker's.
    const metrics = createMetrics({ service: name, processFigures: name === 'worker' });
    return { name, pool, ledger, logger, metrics };
  };
}

type Part = ReturnType<ReturnType<typeof partsOf>>;

async function start<Running>(
  { shutdown }: CompositionSettings,
  module: DynamicModule,
  token: symbol,
): Promise<Running> {
  const app = await NestFactory.createApplicationContext(module, {
    logger: false,
    abortOnError: false,
  });
  shutdown.onShutdown(token.description ?? 'service', () => app.close());
  return app.get<Running>(token);
}

function kafkaOf(settings: CompositionSettings, name: ServiceName) {
  return {
    brokers: settings.kafkaBrokers,
    clientId: `dondoc-${name}`,
    logCreator: kafkaLogCreator(settings.logger),
  };
}

function busOf(
  settings: CompositionSettings,
  { ledger, logger: log }: Part,
  name: ServiceName,
): Bus {
  const bus =
    settings.kafkaBrokers.length === 0
      ? createLedgerBus({ ledger, log })
      : createKafkaBus({ ...kafkaOf(settings, name), ledger, log });
  settings.shutdown.onShutdown(`${name}: bus`, () => bus.close());
  return bus;
}

async function readiness(services: {
  readonly [name: string]: { ready(): Promise<Readiness> };
}): Promise<Readiness> {
  const all = await Promise.all(
    Object.entries(services).map(async ([name, service]) => [name, await service.ready()] as const),
  );
  return {
    ok: all.every(([, { ok }]) => ok),
    parts: Object.fromEntries(
      all.flatMap(([name, { parts }]) =>
        Object.entries(parts).map(([part, state]) => [`${name}.${part}`, state]),
      ),
    ),
  };
}
