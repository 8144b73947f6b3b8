/**
 * Brings the database of DONDOC_MIGRATION_DATABASE_URL up to this program's schema, stamps it and gives each database
 * role its password. Safe to repeat; needs a build. Containers run it once before the apps.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const require = createRequire(import.meta.url);
const { createLogger, describeFailure, loadConfig } = require(join(root, 'dist/libs/service'));
const { migrate } = require(join(root, 'dist/libs/ledger'));

try {
  const config = loadConfig('migrate');
  const logger = createLogger({ service: 'migrate', level: config.logLevel });
  const { applied } = await migrate(config.migrationDatabaseUrl, {
    mode: config.mode,
    deploymentId: config.deploymentId,
    clock: config.clock,
    passwords: {
      dondoc_api: config.apiPassword,
      dondoc_worker: config.workerPassword,
      dondoc_relay: config.relayPassword,
      dondoc_projector: config.projectorPassword,
      dondoc_reactor: config.reactorPassword,
      dondoc_notifier: config.notifierPassword,
      dondoc_checkpointer: config.checkpointerPassword,
    },
  });
  logger.info({ applied }, 'the database is ready');
} catch (thrown) {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
}
