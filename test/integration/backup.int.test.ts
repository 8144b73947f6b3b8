/** A backup that is taken while everything runs, and its restore into an empty database, whole or up to a point. */
import { DERIVED, CONTENT, ENTRIES, KEPT, restoreBackup, takeBackup } from '../../libs/backup';
import {
  accepted,
  decideAll,
  decided,
  newFolder,
  openOffice,
  reopened,
  rowsIn,
  statesOf,
  type Office,
} from './support/backup-office';
import { keepValue } from './support/kept-value';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, rung, submission, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';
const OTHER = 'directive/d-2/round/report/2018/0';
const DUE = '2018-12-20T10:00:00.000Z';

let office: Office;
const restored: TestDatabase[] = [];

beforeAll(async () => {
  office = await openOffice();
});
afterAll(async () => {
  await office.database.drop();
  await Promise.all(restored.map((it) => it.drop()));
});

async function emptyDatabase(): Promise<TestDatabase> {
  const made = await testDatabase('empty');
  restored.push(made);
  return made;
}

test('every table is either kept or made again', async () => {
  const { rows } = await office.database
    .pool()
    .query<{ name: string }>(
      `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('ledger', 'work')`,
    );
  const known = new Set([...KEPT.map(({ table }) => table), ...DERIVED, ENTRIES, CONTENT]);
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([]);
});

test('what was restored is what was backed up: the same bytes, states, commands, contents and times', async () => {
  const { ledger, database } = office;
  const folder = newFolder();
  await decided(
    ledger,
    opening(ROUND, { dueAt: DUE, rungs: [rung('t-7', '2018-12-13T10:00:00.000Z')] }),
  );
  await decided(ledger, urging(ROUND), opening(OTHER));
  await ledger.tellClock('2018-12-14T00:00:00.000Z');
  await decideAll(ledger);
  await accepted(ledger, submission(ROUND));
  const { sha256 } = await ledger.putContent(Buffer.from('tệp kèm theo'), 'text/plain');
  const token = await keepValue(database.pool(), 'a@b.vn');
  await ledger.moveCursor(null, 'reactor', 2);
  await ledger.moveCursor(null, 'projector', 2);

  const taken = await takeBackup(database.url, folder);
  const last = await ledger.lastSeq();
  expect(taken).toMatchObject({ last, newEntries: last, newContents: 1 });

  const empty = await emptyDatabase();
  expect(await restoreBackup(empty.url, folder)).toMatchObject({ last, held: last, undecided: 1 });
  const again = await reopened(empty);
  const same = [
    'ledger.entries',
    'work.command_log',
    'work.content',
    'work.erasable',
    'work.deployment',
  ];
  for (const table of same) {
    expect([table, await rowsIn(empty, table)]).toEqual([table, await rowsIn(database, table)]);
  }
  expect(await statesOf(again.ledger, [ROUND, OTHER])).toEqual(
    await statesOf(ledger, [ROUND, OTHER]),
  );
  const times = async ({ ledger: of }: Office) =>
    (await of.wakeups()).map(({ stream, nextAt }) => ({ stream, nextAt }));
  expect(await times(again)).toEqual(await times(office));
  expect((await again.ledger.getContent(sha256))?.bytes.toString()).toBe('tệp kèm theo');
  expect(await again.database.ledger('dondoc_api').reveal([token])).toEqual(
    new Map([[token, 'a@b.vn']]),
  );
  expect(await again.ledger.cursor('reactor')).toBe(2);
  expect(await again.ledger.cursor('projector')).toBe(0);
});
