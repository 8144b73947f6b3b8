/**
 * A service as a process of its own: reads the configuration, opens the ledger with the service's database role, starts
 * the service, shows its health page, and stops everything in reverse order. What ends by itself ends the process.
 */
import { Pool } from 'pg';
import { partFault } from '../bus';
import { createLedger, databaseFault, type Ledger } from '../ledger';
import {
  createLogger,
  createMetrics,
  describeFailure,
  failure,
  isFailure,
  loadConfig,
  ownShutdown,
  startHealthServer,
  type ConfigOf,
  type Logger,
  type Metrics,
  type Readiness,
} from '../service';
import { contentsOf, tellOfContents } from './contents-of';

/** The services that stand on the ledger. */
export type ServiceName =
  'api' | 'worker' | 'relay' | 'projector' | 'reactor' | 'notifier' | 'checkpointer';

/** What every service stands on. */
export type Base<S extends ServiceName> = {
  readonly config: ConfigOf<S>;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly pool: Pool;
  readonly ledger: Ledger;
  /** Registers how a started part is stopped. */
  readonly onShutdown: (name: string, stop: () => Promise<unknown>) => void;
};

export type RunningService = {
  ready(): Promise<Readiness>;
  /** Settles with the reason when the service has ended by itself. */
  readonly ended?: Promise<unknown>;
  /** What the operator should know: addresses, queues. */
  readonly note?: object;
};

const CONNECTIONS = 10;

export function runService<S extends ServiceName>(
  name: S,
  start: (base: Base<S>) => Promise<RunningService>,
): void {
  run(name, start).catch((thrown: unknown) => {
    process.stderr.write(`the ${name} did not start: ${describeFailure(thrown)}\n`);
    process.exitCode = 1;
  });
}

async function run<S extends ServiceName>(
  name: S,
  start: (base: Base<S>) => Promise<RunningService>,
): Promise<void> {
  const config = loadConfig<ServiceName>(name);
  const logger = createLogger({ service: name, level: config.logLevel });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  const onShutdown = shutdown.onShutdown.bind(shutdown);
  const fail = (cause: unknown, reason: string) => {
    const thrown = toldFault(name, partFault(name, cause));
    logger.fatal({ err: thrown }, describeFailure(thrown));
    return shutdown.shutdown(reason, 1);
  };
  try {
    const metrics = createMetrics({ service: name });
    const pool = openPool(name, config.databaseUrl, logger);
    onShutdown('database', () => pool.end());
    const ledger = createLedger({ pool, contents: contentsOf(config) });
    onShutdown('ledger', () => ledger.close());
    await refuseOtherMode(ledger, config.mode);
    tellOfContents(ledger, logger);
    const base = { config: config as ConfigOf<S>, logger, metrics, pool, ledger, onShutdown };
    const { ready, ended, note } = await start(base);
    void ended?.then(
      (reason) => fail(reason, `the ${name} ended by itself`),
      (reason: unknown) => fail(reason, `the ${name} ended by itself`),
    );
    const { healthHost: host, healthPort: port } = config;
    const health = await startHealthServer({ host, port, ready, metrics });
    onShutdown('health', () => health.close());
    logger.info({ health: health.url, ...note }, `the ${name} runs`);
  } catch (thrown) {
    await fail(thrown, `the ${name} did not start`);
  }
}

/** What nobody has given a next step: the process ends, and that is how it goes on. */
function toldFault(name: ServiceName, thrown: unknown): unknown {
  if (isFailure(thrown)) return thrown;
  return failure(
    `${name}.ended`,
    `the ${name} cannot go on`,
    'look at the cause: its supervisor starts it again, and it goes on where its cursor stands; ' +
      'if it ends at the same place again, report the cause as a mistake of ours',
    thrown,
  );
}

/** A pool named after its service on the server's list of connections. */
export function openPool(name: ServiceName, connectionString: string, logger: Logger): Pool {
  const pool = new Pool({
    connectionString,
    application_name: `dondoc-${name}`,
    max: CONNECTIONS,
  });
  pool.on('error', (thrown) =>
    logger.warn({ err: databaseFault(thrown) }, 'an idle database connection was lost'),
  );
  return pool;
}

async function refuseOtherMode(ledger: Ledger, mode: 'drill' | 'live'): Promise<void> {
  const deployment = await ledger.deployment();
  if (deployment.mode === mode) return;
  throw failure(
    'deployment.mode-mismatch',
    `this database belongs to a ${deployment.mode} deployment and DONDOC_MODE says ${mode}`,
    'correct DONDOC_MODE, or use another database',
  );
}
