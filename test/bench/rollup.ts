/**
 * `rollup`: a period of 3,321 communes, 34 provinces and a ministry with 20 figures each. `drafts`: all drafts of the
 * provinces and the ministry's from the read model, against a bare SQL sum of the same figures of the same reports.
 * `from_last_acceptance`: a province accepts its last report; the ledger, the projector, the province's draft handed in as
 * it is, the ministry's acceptance, the projector again, and the ministry's draft.
 */
import type { Bench, BenchRun } from './support/bench';
import { openParts } from './support/parts';
import { codes, RollupPlace, valuesOf, type Values } from './support/rollup-place';

const RUNS = 5;

export const rollup: BenchRun = async (bench) => {
  await openParts(bench, 'postgres');
  const size = bench.small ? { communes: 34, provinces: 3 } : { communes: 3_321, provinces: 34 };
  const place = await RollupPlace.open(bench, size);
  bench.say(`${size.communes} communes report`);
  await place.found();
  await place.database.pool().query('ANALYZE');
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  const it = { case: 'two hops', unit: 's' };
  const { mine, other } = await drafts(bench, place, runs);
  bench.figure({ ...it, metric: 'drafts', samples: mine, baseline: other });
  const samples = await acceptances(bench, place, { runs, communes: size.communes });
  bench.figure({ ...it, metric: 'from_last_acceptance', samples });
};

async function drafts(bench: Bench, place: RollupPlace, runs: number) {
  const reader = place.database.pool('dondoc_api');
  const [mine, other]: [number[], number[]] = [[], []];
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const ours = await taken(() => place.allDrafts());
    const theirs = await taken(() => reader.query(BARE));
    if (run === 0) continue;
    mine.push(ours);
    other.push(theirs);
  }
  return { mine, other };
}

/** Each time a commune corrects its report, which counts when it is accepted. */
async function acceptances(
  bench: Bench,
  place: RollupPlace,
  { runs, communes }: { readonly runs: number; readonly communes: number },
): Promise<number[]> {
  const samples: number[] = [];
  const province = place.provinces().at(-1)!;
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    await place.corrects(province, run + 2);
    let sum: Values = {};
    const seconds = await taken(async () => (sum = await place.lastAcceptance(province)));
    const right = valuesOf(communes + run + 1);
    const wrong = codes.find((code) => sum[code] !== right[code]);
    if (wrong) throw new Error(`${wrong} is ${sum[wrong]} in the draft, not ${right[wrong]}`);
    if (run > 0) samples.push(seconds);
  }
  return samples;
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
}

const BARE = `
  SELECT o.directive_id, ${codes.map((code) => `sum((s.report -> 'data' -> 'values' ->> '${code}')::bigint)`).join(', ')}
  FROM read.obligations AS o JOIN read.submissions AS s USING (obligation_id)
  WHERE o.duty_id = 'report' GROUP BY 1`;
