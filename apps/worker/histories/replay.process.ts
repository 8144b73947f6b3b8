/**
 * Replays what lies in a folder, without network: `runs.json` and the contents it names, each in a file named by its hash.
 * Tells its parent one result a run; the command line starts it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { temporal } from '@temporalio/proto';
import { sha256Hex } from '../../../libs/audit';
import type { RunHistory } from '../../../libs/domain';
import { createLogger } from '../../../libs/service';
import { installRuntime } from '../runtime';
import { replayRuns } from './replay-runs';

async function replay(folder: string): Promise<void> {
  installRuntime(createLogger({ service: 'worker', level: 'silent' }));
  const runs = JSON.parse(readFileSync(join(folder, 'runs.json'), 'utf8')) as RunHistory[];
  for (const bundle of new Set(runs.map((run) => run.bundle))) {
    if (bundle === null) continue;
    const code = whole(folder, bundle).toString('utf8');
    const histories = runs
      .filter((run) => run.bundle === bundle)
      .map(({ workflow, run, proto }) => {
        const bytes = gunzipSync(whole(folder, proto));
        return { workflow, run, history: temporal.api.history.v1.History.decode(bytes) };
      });
    for await (const result of replayRuns(code, histories)) process.send?.({ result });
  }
  process.send?.({ done: true });
}

function whole(folder: string, sha256: string): Buffer {
  const bytes = readFileSync(join(folder, sha256));
  if (sha256Hex(bytes) === sha256) return bytes;
  throw new Error(`what was fetched as ${sha256} has another hash`);
}

// Its starter has gone: nobody waits for the rest.
process.once('disconnect', () => process.exit(1));
replay(process.argv[2] ?? '.').then(
  () => process.disconnect?.(),
  (thrown: unknown) => {
    process.send?.({ failure: thrown instanceof Error ? thrown.message : String(thrown) });
    process.exitCode = 1;
    process.disconnect?.();
  },
);
