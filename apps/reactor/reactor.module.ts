/** The reactor as a Nest module: started with its application, stopped with it. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createReactor, type Reactor, type ReactorDeps } from './reactor';

export const REACTOR_APP = Symbol('reactor');

@Injectable()
class ReactorLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(REACTOR_APP) private readonly reactor: Reactor) {}

  onApplicationBootstrap(): Promise<void> {
    return this.reactor.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.reactor.stop();
  }
}

@Module({})
export class ReactorModule {
  static forRoot(deps: ReactorDeps): DynamicModule {
    return {
      module: ReactorModule,
      providers: [{ provide: REACTOR_APP, useFactory: () => createReactor(deps) }, ReactorLife],
      exports: [REACTOR_APP],
    };
  }
}
