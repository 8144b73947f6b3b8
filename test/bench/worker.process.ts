/** The worker with another workflow task timeout than the default: the argument, in milliseconds. */
import { installRuntime, WORKER, WorkerModule, type RunningWorker } from '../../apps/worker';
import { runService, startModule } from '../../libs/process';

runService('worker', async ({ config, ledger, logger, onShutdown }) => {
  installRuntime(logger);
  const { temporalAddress, temporalNamespace: namespace } = config;
  const workflowTaskTimeoutMs = Number(process.argv[2]);
  const module = WorkerModule.forRoot({
    ...{ ledger, temporalAddress, namespace, logger, workflowTaskTimeoutMs },
  });
  const worker = await startModule<RunningWorker>(module, WORKER);
  onShutdown('worker', worker.stop);
  return { ready: () => worker.service.ready(), ended: worker.service.failed };
});
