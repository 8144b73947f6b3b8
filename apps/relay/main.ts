/** The relay as a process of its own: reads the configuration, composes, starts, stops in reverse order. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { createKafkaPublisher } from '../../libs/bus';
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
import type { Relay } from './relay';
import { RELAY, RelayModule } from './relay.module';

async function main(): Promise<void> {
  const config = loadConfig('relay');
  const logger = createLogger({ service: 'relay', level: config.logLevel });
  const metrics = createMetrics({ service: 'relay' });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  try {
    const pool = new Pool({
      connectionString: config.databaseUrl,
      application_name: 'dondoc-relay',
    });
    pool.on('error', (err) => logger.warn({ err }, 'an idle database connection was lost'));
    shutdown.onShutdown('database', () => pool.end());
    const ledger = createLedger({ pool });
    shutdown.onShutdown('ledger', () => ledger.close());
    const { mode } = await ledger.deployment();
    if (mode !== config.mode) throw otherMode(mode, config.mode);
    const { kafkaBrokers: brokers } = config;
    const kafka = { brokers, clientId: 'dondoc-relay', logCreator: kafkaLogCreator(logger) };
    const connect = brokers.length === 0 ? null : () => createKafkaPublisher(kafka);
    const app = await NestFactory.createApplicationContext(
      RelayModule.forRoot({ ledger, connect, logger, metrics }),
      { logger: false, abortOnError: false },
    );
    shutdown.onShutdown('relay', () => app.close());
    const relay = app.get<Relay>(RELAY);
    const health = await startHealthServer({
      port: config.healthPort,
      host: config.healthHost,
      ready: () => relay.ready(),
      metrics,
    });
    shutdown.onShutdown('health', () => health.close());
    logger.info({ health: health.url }, connect ? 'relaying' : 'idle: no Kafka is configured');
  } catch (thrown) {
    logger.fatal({ err: thrown }, describeFailure(thrown));
    await shutdown.shutdown('the relay did not start', 1);
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
