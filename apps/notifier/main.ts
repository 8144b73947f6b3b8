/** The notifier as a process of its own: reads its configuration, makes its parts, and owns its shutdown. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { createKafkaBus, createLedgerBus } from '../../libs/bus';
import { createWayIn } from '../../libs/commands';
import { createLedger, type Ledger } from '../../libs/ledger';
import {
  createLogger,
  createMetrics,
  describeFailure,
  failure,
  kafkaLogCreator,
  loadConfig,
  ownShutdown,
  startHealthServer,
  type ConfigOf,
  type Logger,
  type Shutdown,
} from '../../libs/service';
import { NOTIFIER, NotifierModule } from './notifier.module';
import type { Notifier } from './settings';

const CONNECTIONS = 10;

async function main(): Promise<void> {
  const config = loadConfig('notifier');
  const logger = createLogger({ service: 'notifier', level: config.logLevel });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  try {
    await start({ config, logger, shutdown });
  } catch (thrown) {
    logger.fatal(describeFailure(thrown));
    await shutdown.shutdown('the notifier did not start', 1);
  }
}

type Process = {
  readonly config: ConfigOf<'notifier'>;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
};

async function start({ config, logger, shutdown }: Process): Promise<void> {
  const metrics = createMetrics({ service: 'notifier' });
  const pool = new Pool({ connectionString: config.databaseUrl, max: CONNECTIONS });
  shutdown.onShutdown('database', () => pool.end());
  const ledger = createLedger({ pool });
  shutdown.onShutdown('ledger', () => ledger.close());
  await refuseOtherMode(ledger, config.mode);
  const bus = busOf(config, ledger, logger);
  shutdown.onShutdown('bus', () => bus.close());
  const { ask } = createWayIn(ledger);
  const { smtpUrl, mailFrom } = config;
  const app = await NestFactory.createApplicationContext(
    NotifierModule.forRoot({ bus, ledger, pool, ask, smtpUrl, mailFrom, logger, metrics }),
    { logger: false, abortOnError: false },
  );
  shutdown.onShutdown('notifier', () => app.close());
  const notifier = app.get<Notifier>(NOTIFIER);
  void notifier.crashed.then(() => shutdown.shutdown('the notifier stopped reading entries', 1));
  const health = await startHealthServer({
    host: config.healthHost,
    port: config.healthPort,
    ready: () => notifier.ready(),
    metrics,
  });
  shutdown.onShutdown('health', () => health.close());
  logger.info({ health: health.url }, 'the notifier runs');
}

function busOf(config: ConfigOf<'notifier'>, ledger: Ledger, logger: Logger) {
  if (config.kafkaBrokers.length === 0) return createLedgerBus({ ledger, log: logger });
  return createKafkaBus({
    ledger,
    log: logger,
    brokers: config.kafkaBrokers,
    clientId: 'dondoc-notifier',
    logCreator: kafkaLogCreator(logger),
  });
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
  process.stderr.write(`the notifier did not start: ${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
