/** The notifier as a Nest module: its parts are handed in; it starts and stops with the application. */
import {
  Inject,
  Injectable,
  Module,
  type DynamicModule,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createNotifier } from './notifier';
import type { Notifier, NotifierDeps } from './settings';

export const NOTIFIER = Symbol('notifier');

@Injectable()
export class NotifierLife implements OnApplicationBootstrap, OnApplicationShutdown {
  constructor(@Inject(NOTIFIER) private readonly notifier: Notifier) {}

  onApplicationBootstrap(): Promise<void> {
    return this.notifier.start();
  }

  onApplicationShutdown(): Promise<void> {
    return this.notifier.stop();
  }
}

@Module({})
export class NotifierModule {
  static forRoot(deps: NotifierDeps): DynamicModule {
    return {
      module: NotifierModule,
      providers: [{ provide: NOTIFIER, useFactory: () => createNotifier(deps) }, NotifierLife],
      exports: [NOTIFIER],
    };
  }
}
