/** The worker as a process of its own. */
import { runService, startModule } from '../../libs/process';
import { historiesPeriod } from '../../libs/service';
import { installRuntime } from './runtime';
import type { RunningWorker } from './worker';
import { WORKER, WorkerModule } from './worker.module';

runService('worker', async ({ config, ledger, logger, metrics, onShutdown }) => {
  installRuntime(logger);
  const { temporalAddress, temporalNamespace: namespace } = config;
  const historiesEveryMs = historiesPeriod(config);
  const module = WorkerModule.forRoot({
    ...{ ledger, temporalAddress, namespace, logger, metrics, historiesEveryMs },
  });
  const worker = await startModule<RunningWorker>(module, WORKER);
  onShutdown('worker', worker.stop);
  const { queue, failed: ended } = worker.service;
  return { ready: () => worker.service.ready(), ended, note: { queue } };
});
