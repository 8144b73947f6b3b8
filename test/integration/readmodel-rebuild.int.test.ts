/**
 * The read tables built anew beside those that serve: reads go on, an interruption leaves the old ones, and a row that
 * somebody tampered with is found and named.
 */
import { createProjector } from '../../apps/projector/projector';
import { createLedgerBus, drained } from '../../libs/bus';
import { migrationFolders, ownerEntriesAfter, readMigrations, withOwner } from '../../libs/ledger';
import {
  checkReadModel,
  createReads,
  rebuildReadModel,
  type Rebuilding,
} from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { dumpOf } from './support/readmodel-dump';
import { day, issue, ROUND, tellStory } from './support/readmodel-story';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const migrations = readMigrations(migrationFolders())
  .filter(({ number }) => number >= 100 && number < 200)
  .map(({ sql }) => sql);

let database: ReadmodelDatabase;

beforeAll(async () => {
  database = await readmodelDatabase('rebuild', '2018-04-01T00:00:00.000Z');
  await tellStory(database);
  await database.ledger.moveCursor(null, 'projector', await database.ledger.lastSeq());
});
afterAll(() => database.drop());

function withRebuilding<T>(
  work: (rebuilding: Rebuilding) => Promise<T>,
  more: Partial<Rebuilding> = {},
): Promise<T> {
  return withOwner(database.url, 'rebuild', (client) =>
    work({
      owner: client,
      migrations,
      entriesAfter: (seq, { until }) => ownerEntriesAfter(client, seq, { until, limit: 7 }),
      signal: new AbortController().signal,
      onProgress: () => undefined,
      ...more,
    }),
  );
}

const schemas = async () => {
  const { rows } = await database.owner.query<{ name: string }>(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'read%' ORDER BY 1`,
  );
  return rows.map(({ name }) => name);
};

test('what serves agrees with the ledger, and comparing leaves nothing behind', async () => {
  const found = await withRebuilding(checkReadModel);
  expect(found).toMatchObject({ deviations: [], count: 0 });
  expect(found!.rows).toBeGreaterThan(50);
  expect(await schemas()).toEqual(['read']);
});

test('tampered rows are found and named, those of the past too; a rebuild puts them right', async () => {
  const before = await dumpOf(database.owner);
  const tamper = [
    `UPDATE read.obligations SET status = 'accepted' WHERE unit = 'tinh-gia'`,
    `DELETE FROM read.letters`,
    `UPDATE read.directives_past SET status = 'revoked' WHERE from_seq = (SELECT min(from_seq) FROM read.directives_past)`,
    `INSERT INTO read.shards (round_id, shard, status, late, units, opened_at)
     VALUES ('x', 0, 'open', false, 1, '2018-01-01T00:00:00.000Z')`,
  ];
  for (const sql of tamper) await database.owner.query(sql);
  const found = await withRebuilding(checkReadModel);
  expect(found!.deviations).toContainEqual({
    table: 'obligations',
    key: `${ROUND}~0~tinh-gia`,
    how: 'other',
    columns: ['lot', 'status'],
  });
  const named = found!.deviations.map(({ table, how }) => `${table} ${how}`);
  expect(named).toContain('letters missing');
  expect(named).toContain('directives_past other');
  expect(named).toContain('shards surplus');
  const { seq } = (await withRebuilding(rebuildReadModel))!;
  expect(seq).toBe(await database.ledger.lastSeq());
  expect(await dumpOf(database.owner)).toEqual(before);
  expect(await schemas()).toEqual(['read']);
  expect(await withRebuilding(checkReadModel)).toMatchObject({ count: 0 });
});

test('reads and the projector go on during a rebuild and after it, with their rights', async () => {
  const bus = createLedgerBus({ ledger: database.ledger, log: quiet });
  const projector = createProjector({
    ...{ ledger: database.ledger, bus, pool: database.pool, logger: quiet },
  });
  await projector.start();
  const reads = createReads(database.poolAs('dondoc_api'));
  const seen: number[] = [];
  let recorded = 0;
  await withRebuilding(rebuildReadModel, {
    entriesAfter: async (seq, { until }) => {
      seen.push((await reads.obligations({ round: ROUND }, day(30))).items.length);
      if (recorded === 0) {
        recorded += 1;
        await issue(database, 'd-33', 'ubnd-hau-giang', '2019-01-05');
      }
      return withOwner(database.url, 'reader', (it) =>
        ownerEntriesAfter(it, seq, { until, limit: 7 }),
      );
    },
  });
  expect(seen.length).toBeGreaterThan(5);
  expect(new Set(seen)).toEqual(new Set([3]));
  await issue(database, 'd-34', 'ubnd-hau-giang', '2019-01-06');
  await drained({ ledger: database.ledger, consumers: ['projector'], timeoutMs: 10_000 });
  const { items } = await reads.directives({});
  expect(items.map(({ directive }) => directive)).toEqual(['d-04', 'd-33', 'd-34']);
  const { seq } = (await reads.lastRecorded('2019-01-05T12:00:00.000Z'))!;
  expect((await reads.at(seq).directives({})).items).toHaveLength(2);
  expect(await withRebuilding(checkReadModel)).toMatchObject({ count: 0 });
  await projector.stop();
  await bus.close();
});

test('interrupted, or killed in between, it leaves the old tables, and the next run clears up', async () => {
  const before = await dumpOf(database.owner);
  const stopped = new AbortController();
  const asked = { signal: stopped.signal, onProgress: () => stopped.abort() };
  expect(await withRebuilding(rebuildReadModel, asked)).toBeNull();
  expect(await schemas()).toEqual(['read']);
  const killed = withRebuilding(rebuildReadModel, {
    entriesAfter: async () => {
      await database.owner.query(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE application_name = 'dondoc-rebuild' AND datname = current_database()`,
      );
      return [];
    },
  });
  await expect(killed).rejects.toThrow();
  expect(await schemas()).toEqual(['read', 'read_next']);
  expect(await dumpOf(database.owner)).toEqual(before);
  await withRebuilding(rebuildReadModel);
  expect(await schemas()).toEqual(['read']);
  expect(await dumpOf(database.owner)).toEqual(before);
});

test('two at once: the second does nothing', async () => {
  await withRebuilding(rebuildReadModel, {
    onProgress: () => undefined,
    entriesAfter: async (seq, { until }) => {
      await expect(withRebuilding(checkReadModel)).rejects.toMatchObject({ code: 'rebuild.runs' });
      return withOwner(database.url, 'reader', (it) =>
        ownerEntriesAfter(it, seq, { until, limit: 500 }),
      );
    },
  });
});

const INTERRUPTED = 8888;

/** What is recorded and projected while it is built; how often entries were asked for while the projector waited. */
async function overtaken(batch: number, stopped = new AbortController()) {
  let [recorded, asked] = [false, 0];
  const rebuilt = await withRebuilding(rebuildReadModel, {
    ...{ batch, signal: stopped.signal },
    entriesAfter: async (seq, span) => {
      const { rowCount } = await database.owner.query(
        `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND (classid, objid) = (7406000, 10)
         AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      );
      if (rowCount! > 0) {
        asked += 1;
        if (batch === INTERRUPTED) stopped.abort();
      }
      if (!recorded) {
        recorded = true;
        await issue(database, `d-4${batch}`, 'ubnd-hau-giang', '2019-02-05');
        // The projector has seen it, whatever its tables say: they are replaced.
        await database.ledger.moveCursor(null, 'projector', await database.ledger.lastSeq());
      }
      return withOwner(database.url, 'reader', (it) => ownerEntriesAfter(it, seq, span));
    },
  });
  return { rebuilt, asked };
}

test('what came meanwhile is caught up with before the projector has to wait, but for less than a batch', async () => {
  const seq = async () => ({ seq: await database.ledger.lastSeq() });
  expect(await overtaken(3)).toEqual({ rebuilt: await seq(), asked: 0 });
  expect(await overtaken(9999)).toEqual({ rebuilt: await seq(), asked: 1 });
  expect(await withRebuilding(checkReadModel)).toMatchObject({ count: 0 });
});

test('interrupted in its last step it leaves the old tables, too', async () => {
  const before = await dumpOf(database.owner);
  expect(await overtaken(INTERRUPTED)).toEqual({ rebuilt: null, asked: 1 });
  expect(await schemas()).toEqual(['read']);
  expect(await dumpOf(database.owner)).toEqual(before);
});
