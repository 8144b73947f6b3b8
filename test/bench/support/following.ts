/** The checkpointer beside a bench, and how far its tree has come. */
import { setTimeout as pause } from 'node:timers/promises';
import { join } from 'node:path';
import { originOf } from '../../../libs/audit';
import type { TreeBook } from '../../../libs/ledger';
import { makeKeyFile } from '../../../libs/process';
import type { Bench } from './bench';
import { startService } from './service-process';

const POLL_MS = 2;
const WITHIN_MS = 60_000;

/** The checkpointer as the process it is in production. */
export async function follow(bench: Bench, url: string, folder: string): Promise<void> {
  const keyFile = join(folder, 'keys', 'checkpoint.key');
  makeKeyFile(keyFile, { name: originOf('bench'), kind: 'log' });
  const service = await startService({
    name: 'checkpointer',
    program: 'apps/checkpointer/main.js',
    env: {
      DATABASE_URL: url,
      DONDOC_MODE: 'drill',
      DONDOC_HEALTH_PORT: '0',
      DONDOC_SIGNING_KEY_FILE: keyFile,
    },
    ready: /the checkpointer runs/u,
  });
  bench.own('checkpointer', () => service.end());
}

export async function caughtUp(tree: TreeBook, seq: number): Promise<void> {
  for (const since = performance.now(); (await tree.size()) < seq;) {
    if (performance.now() - since > WITHIN_MS) throw new Error('the tree does not catch up');
    await pause(POLL_MS);
  }
}
