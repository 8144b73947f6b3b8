/** The worker as a Nest module. */
import { serviceModule } from '../../libs/process';
import { startWorker } from './worker';

export const WORKER = Symbol('worker');
export const WorkerModule = serviceModule(WORKER, startWorker);
