/** The projector as a process of its own. */
import { busOf, runService, startModule } from '../../libs/process';
import type { Projector } from './projector';
import { PROJECTOR, ProjectorModule } from './projector.module';

runService('projector', async ({ config, ledger, pool, logger, metrics, onShutdown }) => {
  const bus = busOf({ service: 'projector', brokers: config.kafkaBrokers, ledger, logger });
  onShutdown('bus', () => bus.close());
  const module = ProjectorModule.forRoot({ ledger, bus, pool, logger, metrics });
  const projector = await startModule<Projector>(module, PROJECTOR);
  onShutdown('projector', projector.stop);
  return { ready: () => projector.service.ready(), ended: projector.service.crashed };
});
