/** The notifier as a process of its own. */
import { createWayIn } from '../../libs/commands';
import { busOf, runService, startModule } from '../../libs/process';
import { NOTIFIER, NotifierModule } from './notifier.module';
import type { Notifier } from './settings';

runService('notifier', async ({ config, ledger, pool, logger, metrics, onShutdown }) => {
  const { kafkaBrokers: brokers, smtpUrl, mailFrom } = config;
  const bus = busOf({ service: 'notifier', brokers, ledger, logger });
  onShutdown('bus', () => bus.close());
  const { ask } = createWayIn(ledger);
  const module = NotifierModule.forRoot({
    ...{ bus, ledger, pool, ask, smtpUrl, mailFrom, logger, metrics },
  });
  const notifier = await startModule<Notifier>(module, NOTIFIER);
  onShutdown('notifier', notifier.stop);
  return { ready: () => notifier.service.ready(), ended: notifier.service.crashed };
});
