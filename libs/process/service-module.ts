/** A service as a Nest module: its parts are handed in; it starts and stops with the application. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';

/** What a module keeps alive. One that is made running has no `start`. */
export interface Startable {
  start?(): Promise<void>;
  stop(): Promise<void>;
}

export type ServiceModule<Deps> = { forRoot(deps: Deps): DynamicModule };

export function serviceModule<Deps, Service extends Startable>(
  token: symbol,
  create: (deps: Deps) => Service | Promise<Service>,
): ServiceModule<Deps> {
  @Injectable()
  class Life implements OnApplicationBootstrap, OnApplicationShutdown {
    constructor(@Inject(token) private readonly service: Startable) {}

    async onApplicationBootstrap(): Promise<void> {
      await this.service.start?.();
    }

    onApplicationShutdown(): Promise<void> {
      return this.service.stop();
    }
  }

  @Module({})
  class RunningService {
    static forRoot(deps: Deps): DynamicModule {
      return {
        module: RunningService,
        providers: [{ provide: token, useFactory: () => create(deps) }, Life],
        exports: [token],
      };
    }
  }
  return RunningService;
}
