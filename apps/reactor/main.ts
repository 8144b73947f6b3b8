/** The reactor as a process of its own: reads the configuration, composes, starts, stops in reverse order. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { createKafkaBus, createLedgerBus } from '../../libs/bus';
import { createWayIn } from '../../libs/commands';
import { createLedger } from '../../libs/ledger';
import {
  createLogger,
  createMetrics,
  describeFailure,
  failure,
  kafkaLogCreator,
  loadConfig,
  ownShutdown,
  startHealthServer,
} from '../../libs/service';
import type { Reactor } from './reactor';
import { REACTOR_APP, ReactorModule } from './reactor.module';

async function main(): Promise<void> {
  const config = loadConfig('reactor');
  const logger = createLogger({ service: 'reactor', level: config.logLevel });
  const metrics = createMetrics({ service: 'reactor' });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  try {
    const pool = new Pool({
      connectionString: config.databaseUrl,
      application_name: 'dondoc-reactor',
    });
    pool.on('error', (err) => logger.warn({ err }, 'an idle database connection was lost'));
    shutdown.onShutdown('database', () => pool.end());
    const ledger = createLedger({ pool });
    shutdown.onShutdown('ledger', () => ledger.close());
    const { mode } = await ledger.deployment();
    if (mode !== config.mode) throw otherMode(mode, config.mode);
    const { kafkaBrokers: brokers } = config;
    const logCreator = kafkaLogCreator(logger);
    const bus =
      brokers.length === 0
        ? createLedgerBus({ ledger, log: logger })
        : createKafkaBus({ ledger, log: logger, brokers, logCreator, clientId: 'dondoc-reactor' });
    shutdown.onShutdown('bus', () => bus.close());
    const app = await NestFactory.createApplicationContext(
      ReactorModule.forRoot({ ledger, bus, wayIn: createWayIn(ledger), logger, metrics }),
      { logger: false, abortOnError: false },
    );
    shutdown.onShutdown('reactor', () => app.close());
    const reactor = app.get<Reactor>(REACTOR_APP);
    void reactor.crashed.then(() => shutdown.shutdown('the reactor stopped by itself', 1));
    const health = await startHealthServer({
      port: config.healthPort,
      host: config.healthHost,
      ready: () => reactor.ready(),
      metrics,
    });
    shutdown.onShutdown('health', () => health.close());
    logger.info({ health: health.url }, 'reacting');
  } catch (thrown) {
    logger.fatal({ err: thrown }, describeFailure(thrown));
    await shutdown.shutdown('the reactor did not start', 1);
  }
}

function otherMode(mode: string, configured: string): Error {
  return failure(
    'deployment.mode',
    `this database belongs to a ${mode} deployment and DONDOC_MODE says ${configured}`,
    'correct DONDOC_MODE, or use another database',
  );
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
