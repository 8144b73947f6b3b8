/**
 * `deploy`: 500 sleeping rounds moved to a new bundle: seconds from asking the old worker to end until every round runs
 * on the new one's queue.
 */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256Hex } from '../../libs/audit';
import { taskQueueOf } from '../../workflows/messages';
import type { BenchRun } from './support/bench';
import { DIST } from './support/dist';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { sleepingRounds } from './support/sleeping-rounds';
import { TemporalAsked } from './support/temporal';

const RUNS = 5;
const PARTS = ['apps', 'libs', 'workflows', 'activities', 'generated'];

export const deploy: BenchRun = async (bench) => {
  const rounds = bench.small ? 5 : 500;
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  const asked = await TemporalAsked.open(bench, parts.temporal!.address);
  let worker = await office.start('worker');
  await sleepingRounds(office, rounds);
  await asked.untilRunning(rounds, bench);
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const { folder, queue } = otherBuild(join(parts.folder, `build-${run}`), `bench ${run}`);
    const askedAt = performance.now();
    await worker.end();
    worker = await office.start('worker', { dist: folder });
    seconds.push(((await asked.untilRunning(rounds, { ...bench, queue })) - askedAt) / 1_000);
    bench.say(`${run + 1} of ${runs}: ${seconds.at(-1)?.toFixed(2)} s`);
  }
  bench.figure({ case: `${rounds} rounds`, metric: 'seconds', unit: 's', samples: seconds });
};

/** The present build with a bundle that differs by a comment. */
function otherBuild(root: string, comment: string): { folder: string; queue: string } {
  const folder = join(root, 'dist');
  for (const part of PARTS) cpSync(join(DIST, part), join(folder, part), { recursive: true });
  symlinkSync(join(DIST, '..', 'node_modules'), join(root, 'node_modules'));
  const [code, hashes] = ['workflow-bundle.js', 'hashes.json'].map((it) =>
    join(folder, 'generated', it),
  ) as [string, string];
  // In front: at the end stands the source map, which is read to the end of the file.
  const bundle = `// ${comment}\n${readFileSync(code, 'utf8')}`;
  writeFileSync(code, bundle);
  const bundleHash = sha256Hex(bundle);
  const before = JSON.parse(readFileSync(hashes, 'utf8')) as object;
  writeFileSync(hashes, JSON.stringify({ ...before, bundleHash }));
  return { folder, queue: taskQueueOf(bundleHash) };
}
