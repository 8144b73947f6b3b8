/**
 * `heal`: Temporal's data deleted under 500 sleeping rounds: seconds from the server's return, empty, until all run
 * again. The worker is started anew, as its supervisor does.
 */
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provision, type Provisioned } from '../../libs/embedded';
import { environment, userFolders } from '../../libs/service';
import type { Bench, BenchRun } from './support/bench';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { sleepingRounds } from './support/sleeping-rounds';
import { TemporalAsked } from './support/temporal';

const RUNS = 5;

export const heal: BenchRun = async (bench) => {
  const rounds = bench.small ? 5 : 500;
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  const postgres = await openParts(bench, 'postgres');
  const folder = join(postgres.folder, 'temporal');
  let temporal = await startTemporal(bench, folder);
  bench.own('temporal', () => temporal.stop());
  const office = await Office.open(bench, { ...postgres, temporal: temporal.temporal });
  const asked = await TemporalAsked.open(bench, temporal.temporal!.address);
  let worker = await office.start('worker');
  await sleepingRounds(office, rounds);
  await asked.untilRunning(rounds, bench);
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await worker.end();
    await temporal.stop();
    for (const file of readdirSync(folder).filter((it) => it.startsWith('temporal.db'))) {
      rmSync(join(folder, file));
    }
    temporal = await startTemporal(bench, folder);
    const backAt = performance.now();
    worker = await office.start('worker');
    seconds.push(((await asked.untilRunning(rounds, bench)) - backAt) / 1_000);
    bench.say(`${run + 1} of ${runs}: ${seconds.at(-1)?.toFixed(2)} s`);
  }
  bench.figure({ case: `${rounds} rounds`, metric: 'seconds', unit: 's', samples: seconds });
};

/** At the address it had before. */
function startTemporal(bench: Bench, dataDir: string): Promise<Provisioned> {
  return provision({
    dataDir,
    cacheDir: environment().DONDOC_CACHE_DIR ?? userFolders().cacheDir,
    need: { postgres: false, temporal: true, kafka: false },
    log: () => {},
    signal: bench.signal,
  });
}
