/** What the composition of all services takes from the reactor. */
export { createReactor, REACTOR_CONSUMER, type Reactor, type ReactorDeps } from './reactor';
export { REACTOR_APP, ReactorModule } from './reactor.module';
