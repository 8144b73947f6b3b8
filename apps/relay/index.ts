/** What the composition of all services takes from the relay. */
export type { Relay, RelayDeps } from './relay';
export { RELAY, RelayModule } from './relay.module';
