/** The relay as a process of its own. */
import { createKafkaPublisher } from '../../libs/bus';
import { kafkaSettings, runService, startModule } from '../../libs/process';
import type { Relay } from './relay';
import { RELAY, RelayModule } from './relay.module';

runService('relay', async ({ config, ledger, logger, metrics, onShutdown }) => {
  const kafka = kafkaSettings('relay', config.kafkaBrokers, logger);
  const connect = kafka.brokers.length === 0 ? null : () => createKafkaPublisher(kafka);
  const module = RelayModule.forRoot({ ledger, connect, logger, metrics });
  const relay = await startModule<Relay>(module, RELAY);
  onShutdown('relay', relay.stop);
  return {
    ready: () => relay.service.ready(),
    note: { kafka: connect ? kafka.brokers : 'none: idle' },
  };
});
