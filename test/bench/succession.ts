/**
 * `succession`: 500 units merge into 20, while each of 20 directives has a round of 500 open: seconds from the accepted
 * command until the change set is complete, and until it is undone again. Worker and reactor are the processes of
 * production, on the ledger bus; each run hands over and back.
 */
import type { Bench, BenchRun } from './support/bench';
import { Office } from './support/office';
import { openParts } from './support/parts';
import { SuccessionPlace } from './support/succession-place';

const RUNS = 5;

export const succession: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'temporal');
  const office = await Office.open(bench, parts);
  await office.start('worker');
  await office.start('reactor');
  const size = bench.small
    ? { directives: 2, units: 6, heirs: 2 }
    : { directives: 20, units: 500, heirs: 20 };
  const place = new SuccessionPlace(office);
  await place.found(size);
  const obligations = size.directives * size.units;
  bench.say(`${obligations} obligations are open`);
  const [there, back, lost]: [number[], number[], number[]] = [[], [], []];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (let run = 1; run <= runs && !bench.signal.aborted; run += 1) {
    there.push(await place.handsOver(`s-${run}`, size));
    const moved = await place.moved(`s-${run}`, 'ReorganisationCompleted');
    back.push(await place.handsBack(`s-${run}`));
    const returned = await place.moved(`s-${run}`, 'HandBackCompleted');
    lost.push(2 * obligations - moved - returned);
    bench.say(`run ${run} of ${runs}: ${there.at(-1)} s there, ${back.at(-1)} s back`);
  }
  report(bench, obligations, { seconds: there, seconds_back: back, lost });
};

function report(
  bench: Bench,
  obligations: number,
  figures: { readonly [metric: string]: readonly number[] },
): void {
  for (const [metric, samples] of Object.entries(figures)) {
    const unit = metric === 'lost' ? 'obligations' : 's';
    bench.figure({ case: `${obligations} obligations`, metric, unit, samples });
  }
}
