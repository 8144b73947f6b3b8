/** The worker as a Nest module: started with its application, stopped with it. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { startWorker, type RunningWorker, type WorkerSettings } from './worker';

export const WORKER = Symbol('worker');

@Injectable()
class WorkerLife implements OnApplicationShutdown {
  constructor(@Inject(WORKER) private readonly worker: RunningWorker) {}

  onApplicationShutdown(): Promise<void> {
    return this.worker.stop();
  }
}

@Module({})
export class WorkerModule {
  static forRoot(settings: WorkerSettings): DynamicModule {
    return {
      module: WorkerModule,
      providers: [{ provide: WORKER, useFactory: () => startWorker(settings) }, WorkerLife],
      exports: [WORKER],
    };
  }
}
