/** The API as a process of its own. */
import { createWayIn } from '../../libs/commands';
import { runService } from '../../libs/process';
import { createReads } from '../../libs/readmodel';
import { drillClockOf } from './drill-clock';
import { readiness } from './readiness';
import { startApi } from './start-api';

runService('api', async ({ config, ledger, pool, logger, metrics, onShutdown }) => {
  const { mode, apiHost: host, apiPort: port, kafkaBrokers } = config;
  const contents = { maxBytes: config.contentMaxBytes, mediaTypes: config.contentTypes };
  const api = await startApi(
    {
      commands: createWayIn(ledger),
      ledger,
      reads: createReads(pool),
      drill: await drillClockOf({ ledger, pool, kafka: kafkaBrokers.length > 0 }),
      logger,
      metrics,
    },
    { host, port, mode, contents },
  );
  onShutdown('api', () => api.close());
  return { ready: () => readiness(ledger), note: { api: api.url } };
});
