/**
 * `asof`: what was known at a moment. One directive of 40 entries, its row and its whole page as of an entry in the middle,
 * against a bare indexed SELECT of its entries until then and against the same page of now; all of 200 directives on which
 * 500 units report, against a bare SQL aggregate over the same versions, and against the same of now. The rows of the 200
 * are made in the tables themselves.
 */
import type { Pool } from 'pg';
import { deciderOf, step, type Command } from '../../libs/domain';
import { CLERK, DRAFT, ACK, REPORT, stated } from '../../libs/domain/testing/directive-07';
import { createReads } from '../../libs/readmodel';
import {
  readmodelDatabase,
  type ReadmodelDatabase,
} from '../integration/support/readmodel-database';
import type { Bench, BenchRun } from './support/bench';
import { percentile } from './support/figures';
import { openParts } from './support/parts';

const RUNS = 5;
const ASKED = 200;
const ASKED_OF_ALL = 10;
/** Each amendment is the entry of its command and that of its event; so is the registration. */
const ENTRIES = 40;
const STREAM = 'directive/d-one';
const NOW = '2020-06-01T00:00:00.000Z';
/** Half of the changes of the 200 directives came later. */
const THEN = 2_000_000;

type Case = {
  readonly case: string;
  readonly asked: number;
  readonly ours: () => Promise<unknown>;
  readonly bare: () => Promise<unknown>;
};

export const asof: BenchRun = async (bench) => {
  await openParts(bench, 'postgres');
  const database = await readmodelDatabase('bench-asof');
  bench.own('database', () => database.drop());
  await recordOne(database);
  const size = bench.small ? { directives: 2, units: 5 } : { directives: 200, units: 500 };
  bench.say(`making the versions of ${size.directives * size.units} obligations`);
  await fill(database.owner, size);
  const api = database.poolAs('dondoc_api');
  const reads = createReads(api);
  const seq = ENTRIES / 2;
  const [then, all] = [reads.at(seq), reads.at(THEN)];
  const entries = () =>
    api.query(
      `SELECT seq, bytes, recorded_at FROM ledger.entries
       WHERE stream = $1 AND seq <= $2 ORDER BY seq`,
      [STREAM, seq],
    );
  const cases: readonly Case[] = [
    { case: 'one directive', asked: ASKED, ours: () => then.findDirective('d-one'), bare: entries },
    {
      case: 'page of one directive, against the page of now',
      asked: ASKED,
      ours: () => then.directive('d-one'),
      bare: () => reads.directive('d-one'),
    },
    {
      case: 'all directives',
      asked: ASKED_OF_ALL,
      ours: () => all.dashboard(NOW),
      bare: () => api.query(BARE_ALL, [NOW, THEN]),
    },
    {
      case: 'all directives, against now',
      asked: ASKED_OF_ALL,
      ours: () => all.dashboard(NOW),
      bare: () => reads.dashboard(NOW),
    },
  ];
  for (const it of cases) await measure(bench, it);
};

async function measure(bench: Bench, { ours, bare, ...it }: Case): Promise<void> {
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  const [measured, baseline]: [number[][], number[][]] = [[], []];
  // The first run warms both sides up and does not count.
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const [mine, other]: [number[], number[]] = [[], []];
    for (let n = 0; n < (bench.small ? 2 : it.asked); n += 1) {
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
    bench.figure({
      ...{ case: it.case, metric, unit: 'ms' },
      samples: measured.map((of) => percentile(of, share)),
      baseline: baseline.map((of) => percentile(of, share)),
    });
  }
}

async function taken(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}

const BARE_ALL = `
  SELECT directive_id,
    count(*) FILTER (WHERE status = 'accepted' AND decides_at <= due_at),
    count(*) FILTER (WHERE status = 'accepted' AND decides_at > due_at),
    count(*) FILTER (WHERE status <> 'accepted' AND coalesce(decides_at, $1) <= due_at),
    count(*) FILTER (WHERE status <> 'accepted' AND coalesce(decides_at, $1) > due_at)
  FROM (
    SELECT directive_id, status, due_at, decides_at FROM read.obligations WHERE from_seq <= $2
    UNION ALL
    SELECT directive_id, status, due_at, decides_at FROM read.obligations_past
    WHERE from_seq <= $2 AND until_seq > $2) AS it
  GROUP BY 1`;

/** A draft that is amended again and again. */
async function recordOne(database: ReadmodelDatabase): Promise<void> {
  const decider = deciderOf(STREAM);
  const at = '2018-01-01T00:00:00.000Z';
  const draft = { ...DRAFT, symbol: stated('04/CT-UBND') };
  const amendments = Array.from({ length: ENTRIES / 2 - 1 }, (_, n) => ({
    type: 'AmendDraft',
    data: { changes: { abstract: stated(`Bản thứ ${n + 2}`) }, reason: 'sửa dự thảo' },
  }));
  const waiting = [
    { type: 'RegisterDirective', data: { draft, duties: [ACK, REPORT] } },
    ...amendments,
  ].map((it, n): Command => ({
    ...{ id: `c${n}`, stream: STREAM, ...it, actor: CLERK, receivedAt: at, effectiveAt: at },
  }));
  const beginning = { state: decider.initial, version: 0 };
  const { decided } = step(decider, beginning, { waiting, now: at }, STREAM);
  const version = await database.record(STREAM, decided);
  if (version !== ENTRIES) throw new Error(`${version} entries were recorded, not ${ENTRIES}`);
  await database.projectNew();
}

/** Each obligation was opened, handed in, returned and handed in again, and accepted: five versions, spread over time. */
async function fill(
  owner: Pool,
  { directives, units }: { readonly directives: number; readonly units: number },
): Promise<void> {
  const sizes = [directives, units];
  await owner.query(
    `INSERT INTO read.directives (directive_id, status, issuer, symbol, signer, draft, registered_at, last_seq, from_seq)
     SELECT 'd-' || d, 'issued', 'u-1', d || '/CT', '{}', '{"abstract": {}, "sources": []}', '2018-01-05T02:00:00.000Z', 100, 100
     FROM generate_series(1, $1::int) AS d`,
    [directives],
  );
  await owner.query(
    `INSERT INTO read.obligations (obligation_id, round_id, directive_id, duty_id, period_id, shard, unit, owner,
                                   status, round_status, schedule_id, due_at, changed_at, from_seq)
     SELECT 'd-' || d || '~report~2018~0~u-' || u, 'd-' || d || '~report~2018', 'd-' || d, 'report', '2018', 0,
            'u-' || u, 'u-' || u, 'open', 'open', 's', '2018-12-18T10:00:00.000Z', '2018-12-05T02:00:00.000Z', 1000
     FROM generate_series(1, $1::int) AS d, generate_series(1, $2::int) AS u`,
    sizes,
  );
  for (const [n, status] of ['submitted', 'returned', 'submitted', 'accepted'].entries()) {
    await owner.query(
      `UPDATE read.obligations SET status = $1, from_seq = ($2::int + 1) * 800000 + abs(hashtext(obligation_id)) % 700000,
         submissions = $2::int, decides_at = CASE WHEN $1 = 'returned' THEN NULL ELSE '2018-12-1' || $2::int || 'T02:00:00.000Z' END`,
      [status, n],
    );
  }
  for (const table of ['directives', 'obligations', 'obligations_past']) {
    await owner.query(`VACUUM ANALYZE read.${table}`);
  }
}
