/**
 * A worker as a process of its own that is killed outright between a commit and the answer to its run: arguments are
 * the database, the Temporal server and the queue. The first recording is its last act.
 */
import { NativeConnection } from '@temporalio/worker';
import { Pool } from 'pg';
import { createActivities } from '../../../activities';
import { installRuntime } from '../../../apps/worker';
import { createWorkflowWorker } from '../../../apps/worker/workflow-worker';
import { createLedger } from '../../../libs/ledger';
import { createLogger } from '../../../libs/service';
import { builtBundle } from './built-bundle';

async function work(): Promise<void> {
  const [connectionString = '', address = '', queue = ''] = process.argv.slice(2);
  installRuntime(createLogger({ service: 'worker', level: 'warn' }));
  const ledger = createLedger({ pool: new Pool({ connectionString }) });
  const real = createActivities(ledger, { queue, decidersHash: 'deciders-of-the-test' });
  const worker = await createWorkflowWorker({
    connection: await NativeConnection.connect({ address }),
    namespace: 'default',
    queue,
    codePath: builtBundle().codePath,
    activities: {
      ...real,
      async record(input) {
        await real.record(input);
        process.kill(process.pid, 'SIGKILL');
        return new Promise(() => {});
      },
    },
  });
  await worker.run();
}

work().catch((thrown: unknown) => {
  process.stderr.write(`${String(thrown)}\n`);
  process.exitCode = 1;
});
