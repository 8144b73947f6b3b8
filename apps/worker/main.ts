/** The worker as a process of its own: reads the configuration, composes, starts, stops in reverse order. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Pool } from 'pg';
import { createLedger } from '../../libs/ledger';
import {
  createLogger,
  createMetrics,
  describeFailure,
  loadConfig,
  ownShutdown,
  startHealthServer,
} from '../../libs/service';
import { installRuntime } from './runtime';
import type { RunningWorker } from './worker';
import { WORKER, WorkerModule } from './worker.module';

async function main(): Promise<void> {
  const config = loadConfig('worker');
  const logger = createLogger({ service: 'worker', level: config.logLevel });
  const metrics = createMetrics({ service: 'worker' });
  const shutdown = ownShutdown({ log: (line) => logger.info(line) });
  try {
    installRuntime(logger);
    const pool = new Pool({
      connectionString: config.databaseUrl,
      application_name: 'dondoc-worker',
    });
    shutdown.onShutdown('database', () => pool.end());
    const ledger = createLedger({ pool });
    shutdown.onShutdown('ledger', () => ledger.close());
    const { temporalAddress, temporalNamespace: namespace } = config;
    const app = await NestFactory.createApplicationContext(
      WorkerModule.forRoot({ ledger, temporalAddress, namespace, logger, metrics }),
      { logger: false, abortOnError: false },
    );
    shutdown.onShutdown('worker', () => app.close());
    const worker = app.get<RunningWorker>(WORKER);
    worker.failed.catch((thrown: unknown) => {
      logger.fatal({ err: thrown }, describeFailure(thrown));
      return shutdown.shutdown('the worker stopped by itself', 1);
    });
    const health = await startHealthServer({
      port: config.healthPort,
      host: config.healthHost,
      ready: () => worker.ready(),
      metrics,
    });
    shutdown.onShutdown('health', () => health.close());
    logger.info({ health: health.url, queue: worker.queue }, 'working');
  } catch (thrown) {
    logger.fatal({ err: thrown }, describeFailure(thrown));
    await shutdown.shutdown('the worker did not start', 1);
  }
}

main().catch((thrown: unknown) => {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
