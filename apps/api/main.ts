/** The API as a process of its own: reads its configuration, makes its parts, and owns its shutdown. */
import { Pool } from 'pg';
import { createDrillClock, drained } from '../../libs/bus';
import { createWayIn } from '../../libs/commands';
import { createLedger, type Ledger } from '../../libs/ledger';
import { createReads } from '../../libs/readmodel';
import {
  createLogger,
  createMetrics,
  describeFailure,
  failure,
  loadConfig,
  ownShutdown,
  startHealthServer,
  type Readiness,
} from '../../libs/service';
import { startApi } from './start-api';

const CONNECTIONS = 10;
/** A step of a drill that takes longer stands still. */
const STEP_MS = 60_000;

async function main(): Promise<void> {
  const config = loadConfig('api');
  const logger = createLogger({ service: 'api', level: config.logLevel });
  const metrics = createMetrics({ service: 'api' });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  const pool = new Pool({ connectionString: config.databaseUrl, max: CONNECTIONS });
  shutdown.onShutdown('database', () => pool.end());
  const ledger = createLedger({ pool });
  shutdown.onShutdown('ledger', () => ledger.close());
  await refuseOtherMode(ledger, config.mode);
  const api = await startApi(
    {
      commands: createWayIn(ledger),
      ledger,
      reads: createReads(pool),
      drill: config.mode === 'drill' ? drillClock(ledger, config.kafkaBrokers.length > 0) : null,
      logger,
      metrics,
    },
    { host: config.apiHost, port: config.apiPort, mode: config.mode },
  );
  shutdown.onShutdown('api', () => api.close());
  const health = await startHealthServer({
    host: config.healthHost,
    port: config.healthPort,
    ready: () => readiness(ledger),
    metrics,
  });
  shutdown.onShutdown('health', () => health.close());
  logger.info({ api: api.url, health: health.url }, 'the API listens');
}

/** Mails that others still have to send are not waited for: this process cannot see them. */
function drillClock(ledger: Ledger, withKafka: boolean) {
  const consumers = ['projector', 'reactor', 'notifier', ...(withKafka ? ['relay'] : [])];
  return createDrillClock({
    ledger,
    drained: () => drained({ ledger, consumers, timeoutMs: STEP_MS }),
  });
}

async function readiness(ledger: Ledger): Promise<Readiness> {
  const database = await ledger.now().then(
    () => 'ok',
    () => 'does not answer',
  );
  return { ok: database === 'ok', parts: { database } };
}

async function refuseOtherMode(ledger: Ledger, mode: 'drill' | 'live'): Promise<void> {
  const deployment = await ledger.deployment();
  if (deployment.mode === mode) return;
  throw failure(
    'deployment.mode',
    `this database belongs to a ${deployment.mode} deployment and DONDOC_MODE says ${mode}`,
    'correct DONDOC_MODE, or use another database',
  );
}

main().catch((thrown: unknown) => {
  process.stderr.write(`the API did not start: ${describeFailure(thrown)}\n`);
  process.exit(1);
});
