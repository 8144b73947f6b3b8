/**
 * Composes every service in one process: each gets its own database role, pool and metrics, exactly as it would as a
 * process of its own; no service knows the difference. Parts are registered with the one owner of shutdown as they start.
 */
import type { DynamicModule } from '@nestjs/common';
import {
  createDrillClock,
  createKafkaInbound,
  createKafkaPublisher,
  drained,
} from '../../libs/bus';
import { originOf } from '../../libs/audit';
import { createWayIn, type WayIn } from '../../libs/commands';
import { createLedger, type ContentPlace, type DatabaseRole, type Ledger } from '../../libs/ledger';
import {
  busOf,
  kafkaSettings,
  makeKeyFile,
  openPool,
  startModule,
  tellOfContents,
  type ServiceName,
} from '../../libs/process';
import { createReads, type Reads } from '../../libs/readmodel';
import {
  createMetrics,
  describeFailure,
  historiesPeriod,
  startHealthServer,
  type Logger,
  type Metrics,
  type Readiness,
  type Shutdown,
} from '../../libs/service';
import { readiness, startApi, type ApiSettings } from '../api';
import {
  CHECKPOINTER,
  CheckpointerModule,
  outletsOf,
  type Checkpointer,
  type OutletSettings,
} from '../checkpointer';
import { NOTIFIER, NotifierModule, type Notifier } from '../notifier';
import { PROJECTOR, ProjectorModule, type Projector } from '../projector';
import { REACTOR, ReactorModule, type Reactor } from '../reactor';
import { RELAY, RelayModule, type Relay, type RelayDeps } from '../relay';
import { installRuntime, WORKER, WorkerModule, type RunningWorker } from '../worker';

export type CompositionSettings = {
  readonly mode: 'drill' | 'live';
  readonly urlOf: (role: DatabaseRole) => string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  /** How often closed runs are looked for, as it was told. */
  readonly historiesEvery?: string | undefined;
  /** Empty: the services read the ledger directly. */
  readonly kafkaBrokers: readonly string[];
  readonly smtpUrl: string;
  readonly mailFrom: string;
  /** Where the bytes of contents lie; in PostgreSQL by default. */
  readonly contents?: ContentPlace;
  /** The key that signs checkpoints, made when it is not there, and how they leave. */
  readonly checkpoints: Pick<
    OutletSettings,
    'checkpointsDir' | 'checkpointsMailTo' | 'witnesses'
  > & { readonly keyFile: string };
  readonly api: Omit<ApiSettings, 'mode'>;
  readonly health: { readonly host: string; readonly port: number };
  readonly logger: Logger;
  readonly shutdown: Shutdown;
};

export interface Composition {
  readonly apiUrl: string;
  /** The page of each service with /healthz, /readyz and /metrics. */
  readonly health: { readonly [service: string]: string };
  readonly ledger: Ledger;
  readonly wayIn: WayIn;
  readonly reads: Reads;
  /** Resolves when nothing is left to do at the deployment's present instant. */
  readonly drained: () => Promise<void>;
  /** Resolves when nothing more is asked, decided or sent at the present instant; readers may still be behind. */
  readonly instantDone: () => Promise<void>;
}

/** Longer than any one step takes; a step that takes longer stands still. */
const STEP_MS = 60_000;

export async function compose(settings: CompositionSettings): Promise<Composition> {
  installRuntime(settings.logger);
  const figures = new Map<ServiceName, Metrics>();
  const part = partsOf(settings, figures);
  const services = await startServices(settings, part);
  endLoudly(settings, services);
  const door = part('api');
  tellOfContents(door.ledger, door.logger);
  const done = (consumers: readonly string[]) => () =>
    drained({
      ledger: door.ledger,
      consumers,
      also: async () => (await services.notifier.neverAttempted()) === 0,
      timeoutMs: STEP_MS,
    });
  const composed = {
    ledger: door.ledger,
    wayIn: createWayIn(door.ledger),
    reads: createReads(door.pool),
    drained: done([...ACTING, ...READING, ...relayOf(settings)]),
    instantDone: done(ACTING),
  };
  const urls = await openDoors(settings, { door, services, composed, figures });
  return { ...urls, ...composed };
}

type Services = {
  readonly relay: Relay;
  readonly projector: Projector;
  readonly reactor: Reactor;
  readonly notifier: Notifier;
  readonly worker: RunningWorker;
  readonly checkpointer: Checkpointer;
};

/** Consumers that ask commands, and one that only reads. */
const ACTING = ['reactor', 'packer', 'notifier'];
const READING = ['projector'];

/** Without Kafka the relay is idle and keeps nobody waiting. */
function relayOf({ kafkaBrokers }: CompositionSettings): string[] {
  return kafkaBrokers.length > 0 ? ['relay'] : [];
}

async function startServices(
  settings: CompositionSettings,
  part: (name: ServiceName) => Part,
): Promise<Services> {
  const { smtpUrl, mailFrom, temporalAddress, temporalNamespace: namespace } = settings;
  const historiesEveryMs = historiesPeriod(settings);
  const bus = (of: Part) => {
    const made = busOf({ ...of, service: of.name, brokers: settings.kafkaBrokers });
    settings.shutdown.onShutdown(`${of.name}: bus`, () => made.close());
    return { ...of, bus: made };
  };
  const [relay, reactor, notifier] = [part('relay'), part('reactor'), part('notifier')];
  const wayIn = createWayIn(reactor.ledger);
  const { ask } = createWayIn(notifier.ledger);
  return {
    relay: await start(
      settings,
      RelayModule.forRoot({ ...relay, ...kafkaOf(settings, relay) }),
      RELAY,
    ),
    projector: await start(settings, ProjectorModule.forRoot(bus(part('projector'))), PROJECTOR),
    reactor: await start(settings, ReactorModule.forRoot({ ...bus(reactor), wayIn }), REACTOR),
    notifier: await start(
      settings,
      NotifierModule.forRoot({ ...bus(notifier), ask, smtpUrl, mailFrom }),
      NOTIFIER,
    ),
    worker: await start(
      settings,
      WorkerModule.forRoot({ ...part('worker'), temporalAddress, namespace, historiesEveryMs }),
      WORKER,
    ),
    checkpointer: await startCheckpointer(settings, part('checkpointer')),
  };
}

async function startCheckpointer(settings: CompositionSettings, part: Part): Promise<Checkpointer> {
  const { keyFile, ...leaving } = settings.checkpoints;
  const { id } = await part.ledger.deployment();
  const signer = makeKeyFile(keyFile, { name: originOf(id), kind: 'log' });
  const outlets = outletsOf(
    { ...settings, ...leaving, stateFile: `${keyFile}.mailed` },
    part.logger,
  );
  const module = CheckpointerModule.forRoot({ ...part, signer, before: null, keyFile, outlets });
  return start(settings, module, CHECKPOINTER);
}

/** How the relay publishes and reads: not at all without Kafka. */
function kafkaOf(
  { kafkaBrokers }: CompositionSettings,
  { ledger, logger: log }: Part,
): Pick<RelayDeps, 'connect' | 'inbound'> {
  if (kafkaBrokers.length === 0) return { connect: null, inbound: null };
  const kafka = kafkaSettings('relay', kafkaBrokers, log);
  return {
    connect: () => createKafkaPublisher(kafka),
    inbound: { reader: createKafkaInbound({ ...kafka, log }), wayIn: createWayIn(ledger) },
  };
}

/** A service that stops by itself ends the process: nothing stands still silently. */
function endLoudly({ logger, shutdown }: CompositionSettings, services: Services): void {
  const ends = {
    relay: services.relay.crashed,
    projector: services.projector.crashed,
    reactor: services.reactor.crashed,
    notifier: services.notifier.crashed,
    worker: services.worker.failed.catch((thrown: unknown) => thrown),
  };
  for (const [name, ended] of Object.entries(ends)) {
    void ended.then((reason: unknown) => {
      logger.fatal({ err: reason }, describeFailure(reason));
      return shutdown.shutdown(`the ${name} stopped by itself`, 1);
    });
  }
}

type Doors = {
  readonly door: Part;
  readonly services: Services;
  readonly composed: Omit<Composition, 'apiUrl' | 'health'>;
  readonly figures: ReadonlyMap<ServiceName, Metrics>;
};

async function openDoors(
  settings: CompositionSettings,
  { door, services, composed, figures }: Doors,
): Promise<Pick<Composition, 'apiUrl' | 'health'>> {
  const { mode, shutdown } = settings;
  const { ledger, wayIn: commands, reads } = composed;
  const drill = mode === 'drill' ? createDrillClock(composed) : null;
  const { logger, metrics } = door;
  const api = await startApi(
    { commands, ledger, reads, drill, logger, metrics },
    { ...settings.api, mode },
  );
  shutdown.onShutdown('api', () => api.close());
  const all = { api: { ready: () => readiness(ledger) }, ...services };
  const health = await openHealthPages(settings, all, figures);
  return { apiUrl: api.url, health };
}

/** Each service has its own page, as it has as a process of its own. */
async function openHealthPages(
  { health, shutdown }: CompositionSettings,
  services: { readonly [name: string]: { ready(): Promise<Readiness> } },
  figures: ReadonlyMap<ServiceName, Metrics>,
): Promise<{ readonly [service: string]: string }> {
  const urls: { [service: string]: string } = {};
  for (const [name, service] of Object.entries(services)) {
    const page = await startHealthServer({
      host: health.host,
      port: name === 'worker' ? health.port : 0,
      metrics: figures.get(name as ServiceName),
      ready: () => service.ready(),
    });
    shutdown.onShutdown(`${name}: health`, () => page.close());
    urls[name] = page.url;
  }
  return urls;
}

/** What every service stands on, made as its own process would make it. */
function partsOf(
  { urlOf, contents, logger: parent, shutdown }: CompositionSettings,
  figures: Map<ServiceName, Metrics>,
) {
  return (name: ServiceName) => {
    const logger = parent.child({ service: name });
    const pool = openPool(name, urlOf(`dondoc_${name}`), logger);
    shutdown.onShutdown(`${name}: database`, () => pool.end());
    const ledger = createLedger({ pool, ...(contents && { contents }) });
    shutdown.onShutdown(`${name}: ledger`, () => ledger.close());
    // The figures of the process stand once.
    const metrics = createMetrics({ service: name, processFigures: name === 'worker' });
    figures.set(name, metrics);
    return { name, pool, ledger, logger, metrics };
  };
}

type Part = ReturnType<ReturnType<typeof partsOf>>;

async function start<Running>(
  { shutdown }: CompositionSettings,
  module: DynamicModule,
  token: symbol,
): Promise<Running> {
  const { service, stop } = await startModule<Running>(module, token);
  shutdown.onShutdown(token.description ?? 'service', stop);
  return service;
}
