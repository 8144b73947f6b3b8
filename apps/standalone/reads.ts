/**
 * What `npm start` has left in its data folder, served for reading alone: PostgreSQL and the API, while nothing else runs. The
 * command line starts it for one command when no system answers; it ends with its starter.
 */
import 'reflect-metadata';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { provision } from '../../libs/embedded';
import { createLedger } from '../../libs/ledger';
import { contentsOf, openPool } from '../../libs/process';
import { createReads } from '../../libs/readmodel';
import {
  createLogger,
  createMetrics,
  describeFailure,
  loadReadsConfig,
  ownShutdown,
} from '../../libs/service';
import { createWayIn, refusal, type WayIn } from '../../libs/commands';
import { startApi } from '../api';
import { rolePasswords, urlAs } from './passwords';

const shutdown = ownShutdown({ log: () => undefined });

async function serve(mode: 'drill' | 'live'): Promise<void> {
  const config = loadReadsConfig();
  const dataDir = join(config.dataDir, mode);
  mkdirSync(join(dataDir, 'log'), { recursive: true });
  const logger = createLogger({
    level: config.logLevel,
    destination: createWriteStream(join(dataDir, 'log', 'reads.log'), { flags: 'a' }),
  });
  const parts = await provision({
    dataDir,
    cacheDir: config.cacheDir,
    need: { postgres: true, temporal: false, kafka: false },
    given: { databaseUrl: config.databaseUrl },
    log: ({ part, text }) => logger.info({ part }, text),
    onPartLost: (part, detail) => {
      logger.error({ part, detail }, 'it has ended by itself');
      void shutdown.shutdown(`${part} has ended`, 1);
    },
  });
  shutdown.onShutdown('parts', () => parts.stop());
  const owner = new URL(parts.postgres!.adminUrl);
  owner.pathname = `/dondoc_${mode}`;
  const password = rolePasswords(dataDir).dondoc_api;
  const pool = openPool('api', urlAs(owner.href, { role: 'dondoc_api', password }), logger);
  shutdown.onShutdown('database', () => pool.end());
  const ledger = createLedger({ pool, contents: contentsOf(config) });
  shutdown.onShutdown('ledger', () => ledger.close());
  await ledger.deployment();
  const api = await startApi(
    {
      commands: onlyAccesses(createWayIn(ledger)),
      ledger,
      reads: createReads(pool),
      drill: null,
      logger,
      metrics: createMetrics({ service: 'api' }),
    },
    { mode, host: '127.0.0.1', port: 0 },
  );
  shutdown.onShutdown('api', () => api.close());
  process.send?.({ api: api.url });
}

/** Who reads is on record here as well: what was taken in is decided at the next start. */
function onlyAccesses(wayIn: WayIn): Pick<WayIn, 'submit' | 'refusalOfSet'> {
  const none = () => Promise.reject(refusal('deployment.reads-only'));
  return {
    submit: (asked) => (asked.type === 'RecordAccess' ? wayIn.submit(asked) : none()),
    refusalOfSet: none,
  };
}

serve(process.argv.includes('--live') ? 'live' : 'drill').catch((thrown: unknown) => {
  process.send?.({ failure: describeFailure(thrown) });
  void shutdown.shutdown('it did not start', 1);
});
