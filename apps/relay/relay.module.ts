/** The relay as a Nest module: started with its application, stopped with it. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createRelay, type Relay, type RelayDeps } from './relay';

export const RELAY = Symbol('relay');

@Injectable()
class RelayLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(RELAY) private readonly relay: Relay) {}

  onApplicationBootstrap(): Promise<void> {
    return this.relay.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.relay.stop();
  }
}

@Module({})
export class RelayModule {
  static forRoot(deps: RelayDeps): DynamicModule {
    return {
      module: RelayModule,
      providers: [{ provide: RELAY, useFactory: () => createRelay(deps) }, RelayLife],
      exports: [RELAY],
    };
  }
}
