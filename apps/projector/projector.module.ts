/** The projector as a Nest module: started with its application, stopped with it. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createProjector, type Projector, type ProjectorDeps } from './projector';

export const PROJECTOR_APP = Symbol('projector');

@Injectable()
class ProjectorLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(PROJECTOR_APP) private readonly projector: Projector) {}

  onApplicationBootstrap(): Promise<void> {
    return this.projector.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.projector.stop();
  }
}

@Module({})
export class ProjectorModule {
  static forRoot(deps: ProjectorDeps): DynamicModule {
    return {
      module: ProjectorModule,
      providers: [
        { provide: PROJECTOR_APP, useFactory: () => createProjector(deps) },
        ProjectorLife,
      ],
      exports: [PROJECTOR_APP],
    };
  }
}
