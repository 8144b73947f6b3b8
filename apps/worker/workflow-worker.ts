/** The Temporal worker of one queue: its settings are the measured ones, whoever runs it. */
import { hostname } from 'node:os';
import { Worker, type NativeConnection } from '@temporalio/worker';
import type { StreamActivities } from '../../workflows/messages';

export type WorkflowWorkerSettings = {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly queue: string;
  /** The built workflow bundle. */
  readonly codePath: string;
  readonly activities: StreamActivities;
};

export function createWorkflowWorker(settings: WorkflowWorkerSettings): Promise<Worker> {
  const { connection, namespace, queue, codePath, activities } = settings;
  return Worker.create({
    connection,
    namespace,
    taskQueue: queue,
    workflowBundle: { codePath },
    activities,
    reuseV8Context: true,
    workflowThreadPoolSize: 1,
    stickyQueueScheduleToStartTimeout: '1s',
    shutdownGraceTime: '5s',
    identity: `dondoc-worker@${hostname()}:${process.pid}`,
  });
}
