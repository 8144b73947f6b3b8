/** What the composition of all services takes from the worker. */
export { installRuntime } from './runtime';
export type { RunningWorker, WorkerSettings } from './worker';
export { WORKER, WorkerModule } from './worker.module';
