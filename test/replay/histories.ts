/** The recorded histories as files: what was recorded, with which bundle, and the history as Temporal exports it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils';
import { taskQueueOf } from '../../workflows/messages';
import type { Recorded } from './lives';

const FOLDER = join(__dirname, 'histories');

type File = {
  readonly bundleHash: string;
  readonly queue: string;
  readonly workflowId: string;
  readonly history: unknown;
};

export type NamedHistory = Recorded & { readonly name: string };

export function readHistories(): NamedHistory[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => {
    const { workflowId, history } = JSON.parse(readFileSync(join(FOLDER, name), 'utf8')) as File;
    return { name, workflowId, history: historyFromJSON(history) };
  });
}

/** Replaces all that was recorded before. */
export function writeHistories(
  bundleHash: string,
  lives: { readonly [name: string]: readonly Recorded[] },
): void {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  for (const [name, runs] of Object.entries(lives)) {
    runs.forEach(({ workflowId, history }, index) => {
      const file: File = {
        ...{ bundleHash, queue: taskQueueOf(bundleHash), workflowId },
        history: JSON.parse(historyToJSON(history as never)),
      };
      const path = join(FOLDER, `${name}-${index + 1}-of-${runs.length}.json`);
      writeFileSync(path, `${JSON.stringify(file, null, 1)}\n`);
    });
  }
}
