/**
 * `rates`: the rates of 200 directives on which 500 units report once a year for five years, from the read model,
 * against a bare SQL aggregate over the same rows, asked in turn, many times a run. The rows are made in the tables
 * themselves: half a million obligations take the engine longer than anybody would wait for a bench.
 */
import type { Pool } from 'pg';
import type { RatesBy } from '../../libs/contracts';
import { migrate, type Stamp } from '../../libs/ledger';
import { createReads } from '../../libs/readmodel';
import { testDatabase } from '../integration/support/ledger-database';
import type { BenchRun } from './support/bench';
import { percentile } from './support/figures';
import { openParts } from './support/parts';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench-rates', clock: 'wall' };
const RUNS = 5;
const ASKED = 20;
/** A sort of a million rows each time. */
const ASKED_OF_THE_PAST = 5;
const NOW = '2020-06-01T00:00:00.000Z';
/** In the middle of the third year: what was recorded later is not known. */
const THEN = '2017-06-01T00:00:00.000Z';

const CASES: readonly { readonly by: RatesBy; readonly key: string; readonly past?: true }[] = [
  { by: 'directive', key: 'directive_id' },
  { by: 'unit', key: 'unit' },
  { by: 'period', key: 'period_id' },
  { by: 'unit', key: 'unit', past: true },
];

export const rates: BenchRun = async (bench) => {
  await openParts(bench, 'postgres');
  const database = await testDatabase(STAMP);
  bench.own('database', () => database.drop());
  await migrate(database.url, STAMP);
  const owner = database.pool();
  const size = bench.small ? { directives: 2, units: 5 } : { directives: 200, units: 500 };
  bench.say(`making ${size.directives * size.units * 5} obligations`);
  await fill(owner, size);
  const reader = database.pool('dondoc_api');
  const reads = createReads(reader);
  for (const { by, key, past } of CASES) {
    const at = { now: NOW, asOf: past ? THEN : null };
    const ours = () => reads.rates({ by }, at);
    const bare = () => reader.query(past ? bareThen(key) : bareNow(key), [past ? THEN : NOW]);
    const runs = bench.runs ?? (bench.small ? 1 : RUNS);
    const [measured, baseline]: [number[][], number[][]] = [[], []];
    // The first run warms both sides up and does not count.
    for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
      const [mine, other]: [number[], number[]] = [[], []];
      for (let n = 0; n < (bench.small ? 2 : past ? ASKED_OF_THE_PAST : ASKED); n += 1) {
        mine.push(await taken(ours));
        other.push(await taken(bare));
      }
      if (run === 0) continue;
      measured.push(mine);
      baseline.push(other);
    }
    for (const [metric, share] of [
      ['p50', 0.5],
      ['p99', 0.99],
    ] as const) {
      const samples = measured.map((it) => percentile(it, share));
      bench.figure({
        ...{
          case: `by ${by}${past ? ', as of three years before' : ''}`,
          metric,
          unit: 'ms',
          samples,
        },
        baseline: baseline.map((it) => percentile(it, share)),
      });
    }
  }
};

async function taken(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

const bareNow = (key: string) => `
  SELECT ${key}, count(*), ${BUCKETS} FROM read.obligations GROUP BY 1`;

const bareThen = (key: string) => `
  SELECT ${key}, count(*), ${BUCKETS}
  FROM (
    SELECT DISTINCT ON (h.obligation_id) o.${key}, h.status, h.due_at, h.decides_at
    FROM read.obligation_history AS h JOIN read.obligations AS o USING (obligation_id)
    WHERE h.changed_at <= $1 ORDER BY h.obligation_id, h.changed_at DESC, h.ordinal DESC) AS it
  GROUP BY 1`;

const BUCKETS = `
  count(*) FILTER (WHERE status = 'accepted' AND decides_at <= due_at),
  count(*) FILTER (WHERE status = 'accepted' AND decides_at > due_at),
  count(*) FILTER (WHERE status <> 'accepted' AND coalesce(decides_at, $1) <= due_at),
  count(*) FILTER (WHERE status <> 'accepted' AND coalesce(decides_at, $1) > due_at)`;

/** Four of five are accepted, a tenth of these late; some wait, some owe, few are waived. Each has its history. */
async function fill(
  owner: Pool,
  { directives, units }: { readonly directives: number; readonly units: number },
): Promise<void> {
  const sizes = [directives, units];
  await owner.query(
    `INSERT INTO read.units (unit_id, name, parent, kind, role_classes, search, record)
     SELECT 'u-' || u, jsonb_build_object('vi', 'Đơn vị ' || u), 'p-' || u % 34, 'commune', '[]', 'don vi ' || u, '{}'
     FROM generate_series(1, $1::int) AS u`,
    [units],
  );
  await owner.query(
    `INSERT INTO read.obligations (obligation_id, round_id, directive_id, duty_id, period_id, shard, unit, superior,
                                   status, round_status, schedule_id, due_at, changed_at)
     SELECT 'd-' || d || '~report~' || y || '~0~u-' || u, 'd-' || d || '~report~' || y, 'd-' || d, 'report', y::text, 0,
            'u-' || u, 'p-' || u % 34, 'open', 'open', 's', y || '-12-18T10:00:00.000Z', y || '-01-05T02:00:00.000Z'
     FROM generate_series(1, $1::int) AS d, generate_series(2015, 2019) AS y, generate_series(1, $2::int) AS u`,
    sizes,
  );
  await owner.query(
    `UPDATE read.obligations AS o
     SET status = n.status, decides_at = CASE WHEN n.status IN ('accepted', 'submitted') THEN n.at END,
         changed_at = n.at
     FROM (SELECT obligation_id,
             CASE WHEN draw < 80 THEN 'accepted' WHEN draw < 85 THEN 'submitted' WHEN draw < 97 THEN 'open'
                  ELSE 'waived' END AS status,
             period_id || CASE WHEN draw % 10 = 0 THEN '-12-22T03:00:00.000Z' ELSE '-12-10T03:00:00.000Z' END AS at
           FROM (SELECT obligation_id, period_id, abs(hashtext(obligation_id)) % 100 AS draw FROM read.obligations) AS d) AS n
     WHERE n.obligation_id = o.obligation_id AND n.status <> 'open'`,
  );
  await owner.query('VACUUM ANALYZE read.obligations');
  await owner.query('VACUUM ANALYZE read.obligation_history');
}
