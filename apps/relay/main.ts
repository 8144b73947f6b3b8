/** The relay as a process of its own. */
import { createKafkaInbound, createKafkaPublisher } from '../../libs/bus';
import { createWayIn } from '../../libs/commands';
import { kafkaSettings, runService, startModule } from '../../libs/process';
import type { Relay } from './relay';
import { RELAY, RelayModule } from './relay.module';

runService('relay', async ({ config, ledger, logger, metrics, onShutdown }) => {
  const kafka = kafkaSettings('relay', config.kafkaBrokers, logger);
  const away = kafka.brokers.length === 0;
  const connect = away ? null : () => createKafkaPublisher(kafka);
  const reader = away ? null : createKafkaInbound({ ...kafka, log: logger });
  const inbound = reader && { reader, wayIn: createWayIn(ledger) };
  const module = RelayModule.forRoot({ ledger, connect, inbound, logger, metrics });
  const relay = await startModule<Relay>(module, RELAY);
  onShutdown('relay', relay.stop);
  return {
    ready: () => relay.service.ready(),
    ended: relay.service.crashed,
    note: { kafka: connect ? kafka.brokers : 'none: idle' },
  };
});
