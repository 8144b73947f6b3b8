/** What the composition of all services takes from the worker. */
export { installRuntime } from './runtime';
export { startWorker, type RunningWorker, type WorkerSettings } from './worker';
export { WORKER, WorkerModule } from './worker.module';
