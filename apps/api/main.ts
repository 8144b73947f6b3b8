/** The API as a process of its own. */
import { createWayIn } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import { runService } from '../../libs/process';
import { createReads } from '../../libs/readmodel';
import type { Readiness } from '../../libs/service';
import { drillClockOf } from './drill-clock';
import { startApi } from './start-api';

runService('api', async ({ config, ledger, pool, logger, metrics, onShutdown }) => {
  const { mode, apiHost: host, apiPort: port, kafkaBrokers } = config;
  const api = await startApi(
    {
      commands: createWayIn(ledger),
      ledger,
      reads: createReads(pool),
      drill: await drillClockOf({ ledger, pool, kafka: kafkaBrokers.length > 0 }),
      logger,
      metrics,
    },
    { host, port, mode },
  );
  onShutdown('api', () => api.close());
  return { ready: () => readiness(ledger), note: { api: api.url } };
});

async function readiness(ledger: Ledger): Promise<Readiness> {
  const database = await ledger.now().then(
    () => 'ok',
    () => 'does not answer',
  );
  return { ok: database === 'ok', parts: { database } };
}
