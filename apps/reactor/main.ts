/** The reactor as a process of its own. */
import { createWayIn } from '../../libs/commands';
import { busOf, runService, startModule } from '../../libs/process';
import type { Reactor } from './reactor';
import { REACTOR, ReactorModule } from './reactor.module';

runService('reactor', async ({ config, ledger, logger, metrics, onShutdown }) => {
  const bus = busOf({ service: 'reactor', brokers: config.kafkaBrokers, ledger, logger });
  onShutdown('bus', () => bus.close());
  const wayIn = createWayIn(ledger);
  const module = ReactorModule.forRoot({ ledger, bus, wayIn, logger, metrics });
  const reactor = await startModule<Reactor>(module, REACTOR);
  onShutdown('reactor', reactor.stop);
  return { ready: () => reactor.service.ready(), ended: reactor.service.crashed };
});
