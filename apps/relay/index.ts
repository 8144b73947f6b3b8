/** What the composition of all services takes from the relay. */
export { createRelay, RELAY_CONSUMER, type Relay, type RelayDeps } from './relay';
export { RELAY, RelayModule } from './relay.module';
