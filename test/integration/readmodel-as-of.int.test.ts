/**
 * What was known at any entry: the tables as of it are those of a read model built from the entries until then, and
 * differences name the entries that made them.
 */
import { createReads, emptyReadModel, type Difference, type Reads } from '../../libs/readmodel';
import { COMPARED } from '../../libs/readmodel/queries/compared';
import { inTransaction } from '../../libs/ledger';
import { project } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { day, ROUND, tellStory } from './support/readmodel-story';

let database: ReadmodelDatabase;
let reads: Reads;
let tables: string[];

beforeAll(async () => {
  database = await readmodelDatabase('as-of', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  await tellStory(database);
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'read'::regnamespace AND relkind = 'r'
     AND relname !~ '_past$' ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name);
});
afterAll(() => database.drop());

type Dump = { [table: string]: unknown[] };

async function dump(of: (table: string) => string): Promise<Dump> {
  const all: Dump = Object.fromEntries(tables.map((table) => [table, []]));
  const { rows } = await database.owner.query<{ name: string; line: unknown }>(
    `${tables.map((table) => `SELECT '${table}' AS name, to_jsonb(t) - 'ordinal' AS line FROM ${of(table)} AS t`).join(' UNION ALL ')}
     ORDER BY 1, 2`,
  );
  for (const { name, line } of rows) all[name]!.push(line);
  return all;
}

test('as of any entry every table is what is built from the entries until then, in batches of any size', async () => {
  const last = await database.ledger.lastSeq();
  const then = new Map<number, Dump>();
  for (let seq = 1; seq <= last; seq += 1) {
    then.set(seq, await dump((table) => `read.${table}_at(${seq})`));
  }
  const client = await database.pool.connect();
  await emptyReadModel(client);
  client.release();
  for (const [seq, asOf] of then) {
    const [entry] = await database.ledger.entriesAfter(seq - 1, 1);
    await inTransaction(database.pool, (tx) => project(tx, [entry!]));
    const built = await dump((table) => `read.${table}`);
    for (const table of tables)
      expect([seq, table, asOf[table]]).toEqual([seq, table, built[table]]);
  }
});

test('a question about the past is answered as it would have been answered then', async () => {
  const place = (await reads.lastRecorded(day(10, 2)))!;
  const then = reads.at(place.seq);
  const round = await then.round(ROUND, day(10, 2));
  expect(round).toMatchObject({ status: 'open', counts: { total: 3, openOnTime: 3 } });
  const { items } = await then.obligations({ unit: 'nga-son' }, day(10, 2));
  expect(items).toMatchObject([{ status: 'submitted', submittedAt: day(9, 7), submissions: 3 }]);
  expect((await then.directive('d-04'))!.status).toBe('issued');
  const summary = await then.summary(day(10, 2));
  expect(summary.counts.openOnTime).toBe(3);
  const { items: dashboard } = await then.dashboard(day(10, 2));
  expect(dashboard).toEqual(
    summary.directives.map(({ urging: _u, assumptions: _a, reviews: _r, ...it }) => it),
  );
  expect(await reads.lastRecorded('2018-04-01T00:00:00.000Z')).toBeNull();
  expect((await reads.at(1).directives({})).items).toEqual([]);
});

const of = (all: readonly Difference[], kind: string, field: string) =>
  all.filter((it) => it.kind === kind && it.field === field);

test('differences are told field by field with the entries that made them, and what changed back is none', async () => {
  const from = (await reads.lastRecorded(day(9, 2)))!.seq;
  const to = (await reads.lastRecorded(day(17, 2)))!.seq;
  const all = await reads.differences({ from, to }, { round: ROUND });
  const [status] = of(all, 'obligation', 'status').filter(({ unit }) => unit === 'nga-son');
  expect(status).toMatchObject({ before: 'returned', after: 'accepted' });
  const types = await Promise.all(
    status!.entries.map(async (seq) => (await reads.timelineAt(seq))!.type),
  );
  expect(types).toEqual([
    'ReportSubmitted',
    'ReportWithdrawn',
    'ReportSubmitted',
    'ReportAccepted',
  ]);
  // Suspended and resumed in between.
  expect(of(all, 'round', 'status')).toEqual([]);
  const sameAgain = await reads.differences({ from, to }, { unit: 'nga-son' });
  expect(sameAgain.every(({ unit }) => unit === 'nga-son')).toBe(true);
  expect(await reads.differences({ from, to: from }, { directive: 'd-04' })).toEqual([]);
  // What is named together must hold together.
  const both = { directive: 'd-04', unit: 'nga-son' };
  expect(await reads.differences({ from, to }, both)).toEqual(sameAgain);
  expect(await reads.differences({ from, to }, { ...both, directive: 'd-99' })).toEqual([]);
  expect(await reads.differences({ from, to }, { ...both, round: 'other' })).toEqual([]);
});

test('a thing that came is told as a whole; of everything, the counts', async () => {
  const issued = (await reads.lastRecorded('2018-05-01T00:00:00.000Z'))!.seq;
  const to = await database.ledger.lastSeq();
  const all = await reads.differences({ from: issued, to }, { directive: 'd-04' });
  const came = of(all, 'round', '');
  expect(came).toMatchObject([{ before: null, after: { status: 'closed' }, id: ROUND }]);
  const counts = await reads.countDifferences(
    { seq: issued, instant: '2018-05-01T00:00:00.000Z' },
    { seq: to, instant: day(30) },
  );
  expect(counts).toMatchObject([
    { field: 'doneOnTime', before: 0, after: 1, symbol: '04/CT-UBND' },
    { field: 'openOnTime', before: 0, after: 1 },
    { field: 'openLate', before: 0, after: 1 },
  ]);
});

/** What tells of the row itself, or of what stands in another column in better words. */
const NOT_TOLD = new Set([
  ...['from_seq', 'changed_at', 'last_seq', 'lot', 'revision', 'ordinal', 'registered_at'],
  ...['directive_id', 'round_id', 'obligation_id', 'duty_id', 'plan_key', 'shard', 'schedule_id'],
  ...['symbol_key', 'number', 'period', 'title', 'heading', 'kind', 'audience', 'rung', 'unit'],
  ...['superior_at_opening', 'late', 'review', 'called', 'called_at', 'called_by', 'pack', 'text'],
  ...['conference', 'document', 'directive_ended', 'cancelled_because', 'frozen_seq', 'settled_at'],
  ...['key', 'task', 'period_id', 'evidence', 'judged_by', 'judged_at', 'seq', 'not_passed_on'],
]);

test('every column of a compared table is told of by a name, or left out on purpose', async () => {
  for (const { table, fields, key } of COMPARED) {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = ('read.' || $1)::regclass AND attnum > 0 AND NOT attisdropped`,
      [table],
    );
    const untold = rows
      .map(({ name }) => name)
      .filter((name) => !Object.hasOwn(fields, name) && !NOT_TOLD.has(name) && !key.includes(name));
    expect([table, untold]).toEqual([table, []]);
    const there = rows.map(({ name }) => name);
    expect([table, Object.keys(fields).filter((it) => !there.includes(it))]).toEqual([table, []]);
  }
});

test('a column that is added says in the past what it says of the rows that were there', async () => {
  const { rows } = await database.owner.query<Record<string, unknown>>(
    `SELECT from_seq FROM read.obligations_past ORDER BY 1`,
  );
  expect(rows.length).toBeGreaterThan(0);
  await database.owner.query(
    `ALTER TABLE read.obligations ADD COLUMN marks jsonb NOT NULL DEFAULT '[]'::jsonb,
       ADD COLUMN twice int GENERATED ALWAYS AS (submissions * 2) STORED, ADD COLUMN remark text`,
  );
  await database.owner.query('SELECT read.keep_versions()');
  const told = await database.owner.query<Record<string, unknown>>(
    `SELECT DISTINCT marks, twice = submissions * 2 AS twice, remark FROM read.obligations_past
     UNION SELECT DISTINCT marks, twice = submissions * 2, remark FROM read.obligations_at(20)`,
  );
  expect(told.rows).toEqual([{ marks: [], twice: true, remark: null }]);
  await expect(
    database.owner.query('UPDATE read.obligations_past SET marks = NULL'),
  ).rejects.toMatchObject({ code: '23502' });
});
