/**
 * `rollup`: a period of 3,321 communes, 34 provinces and a ministry with 20 figures each: how long the drafts of all
 * provinces and then the ministry's take, from the read model, against a bare SQL sum of the same figures of the same
 * reports. The rows are made in the tables themselves, and what the provinces' people edit between is left out.
 */
import type { Pool } from 'pg';
import type { Form } from '../../libs/domain';
import { migrate, type Stamp } from '../../libs/ledger';
import { createReads } from '../../libs/readmodel';
import { testDatabase } from '../integration/support/ledger-database';
import type { BenchRun } from './support/bench';
import { openParts } from './support/parts';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench-rollup', clock: 'wall' };
const RUNS = 5;
const FIELDS = 20;
const ACCEPTED = '2025-12-10T03:00:00.000Z';
const NOW = '2025-12-20T00:00:00.000Z';

const codes = Array.from({ length: FIELDS }, (_, n) => `f${n}`);

const form: Form = {
  version: 1,
  outline: [],
  rules: [],
  fields: codes.map((code) => ({
    code,
    label: { vi: code, en: code },
    required: true,
    type: 'integer',
    rollUp: 'sum',
    min: 0,
    max: null,
  })),
};

export const rollup: BenchRun = async (bench) => {
  await openParts(bench, 'postgres');
  const database = await testDatabase(STAMP);
  bench.own('database', () => database.drop());
  await migrate(database.url, STAMP);
  const size = bench.small ? { communes: 34, provinces: 3 } : { communes: 3_321, provinces: 34 };
  bench.say(`making ${size.communes} reports`);
  await fill(database.pool(), size);
  const reader = database.pool('dondoc_api');
  const reads = createReads(reader);
  const provinces = Array.from({ length: size.provinces }, (_, n) => `p-${n}`);
  const whole = async () => {
    for (const it of provinces) await reads.consolidation(`${it}~rollup~2025~0~${it}`, NOW);
    const top = await reads.consolidation('top~rollup~2025~0~ministry', NOW);
    if (top?.parts.length !== provinces.length) throw new Error('the draft lacks reports');
    return top;
  };
  const bare = () => reader.query(BARE);
  const [mine, other]: [number[], number[]] = [[], []];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const [ours, theirs] = [await taken(whole), await taken(bare)];
    if (run === 0) continue;
    mine.push(ours);
    other.push(theirs);
  }
  bench.figure({
    ...{ case: 'all drafts of two hops', metric: 'seconds', unit: 's', samples: mine },
    baseline: other,
  });
};

async function taken(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return (performance.now() - since) / 1_000;
}

const BARE = `
  SELECT o.directive_id, ${codes.map((code) => `sum((s.report -> 'data' -> 'values' ->> '${code}')::bigint)`).join(', ')}
  FROM read.obligations AS o JOIN read.submissions AS s USING (obligation_id)
  WHERE o.duty_id = 'report' GROUP BY 1`;

/** Every commune reports to its province, every province to the ministry; all are accepted. */
async function fill(
  owner: Pool,
  { communes, provinces }: { readonly communes: number; readonly provinces: number },
): Promise<void> {
  const period = {
    id: '2025',
    label: { vi: '2025', en: '2025' },
    from: '2024-12-15',
    to: '2025-12-14',
  };
  const heading = JSON.stringify({ form });
  await owner.query(
    `INSERT INTO read.rounds (round_id, directive_id, duty_id, period_id, period, title, heading, status, opened_at)
     SELECT d || '~' || duty || '~2025', d, duty, '2025', $1::jsonb, '{"vi":"x","en":"x"}', $2::jsonb, 'open', $3
     FROM (SELECT 'p-' || n AS d FROM generate_series(0, $4::int - 1) AS n UNION SELECT 'top') AS d,
          (VALUES ('report'), ('rollup')) AS y (duty)`,
    [JSON.stringify(period), heading, ACCEPTED, provinces],
  );
  const obligation = `INSERT INTO read.obligations (obligation_id, round_id, directive_id, duty_id, period_id, shard,
    unit, owner, status, round_status, schedule_id, due_at, decides_at, changed_at)`;
  const row = (d: string, duty: string, unit: string) => `
    SELECT ${d} || '~${duty}~2025~0~' || ${unit}, ${d} || '~${duty}~2025', ${d}, '${duty}', '2025', 0, ${unit}, ${unit},
      '${duty === 'report' ? 'accepted' : 'open'}', 'open', 's', '2025-12-18T10:00:00.000Z', $1::text, $1::text`;
  await owner.query(
    `${obligation} ${row(`'p-' || n % $2::int`, 'report', `'c-' || n`)} FROM generate_series(0, $3::int - 1) AS n`,
    [ACCEPTED, provinces, communes],
  );
  await owner.query(
    `${obligation} ${row(`'p-' || n`, 'rollup', `'p-' || n`)} FROM generate_series(0, $2::int - 1) AS n
     UNION ALL ${row(`'top'::text`, 'report', `'p-' || n`)} FROM generate_series(0, $2::int - 1) AS n
     UNION ALL ${row(`'top'::text`, 'rollup', `'ministry'::text`)}`,
    [ACCEPTED, provinces],
  );
  await owner.query(
    `INSERT INTO read.duty_links (directive_id, duty_id, from_directive, from_duty, grounds, reason, linked_by, linked_at)
     SELECT d, 'rollup', d, 'report', '{"grade":"stated"}', 'x', '{}', $1
     FROM (SELECT DISTINCT directive_id AS d FROM read.rounds) AS d`,
    [ACCEPTED],
  );
  const values = Object.fromEntries(codes.map((code, n) => [code, n + 1]));
  await owner.query(
    `INSERT INTO read.submissions (obligation_id, ordinal, effective_at, received_at, by_unit, channel, after_closing, state, report)
     SELECT obligation_id, 1, $1, $1, unit, 'electronic', false, 'accepted', $2::jsonb
     FROM read.obligations WHERE duty_id = 'report'`,
    [ACCEPTED, JSON.stringify({ summary: 'x', data: { form: 1, sections: {}, values } })],
  );
  await owner.query(
    `INSERT INTO read.figures (obligation_id, ordinal, recorded_at, seq)
     SELECT obligation_id, 1, $1, row_number() OVER () FROM read.obligations WHERE duty_id = 'report'`,
    [ACCEPTED],
  );
  await owner.query('ANALYZE');
}
