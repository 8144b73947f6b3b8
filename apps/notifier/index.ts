/** What the composition of all services takes from the notifier. */
export { createNotifier } from './notifier';
export type { Notifier, NotifierDeps, NotifierSettings } from './settings';
export { NOTIFIER, NotifierModule } from './notifier.module';
