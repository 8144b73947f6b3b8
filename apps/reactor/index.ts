/** What the composition of all services takes from the reactor. */
export type { Reactor, ReactorDeps } from './reactor';
export { REACTOR, ReactorModule } from './reactor.module';
