/** A restore up to a point: where it ends among several backups, and what of the rest belongs to it. */
import { restoreBackup, takeBackup } from '../../libs/backup';
import { decided, newFolder, openOffice, type Office } from './support/backup-office';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';

let office: Office;
const made: TestDatabase[] = [];

beforeEach(async () => {
  office = await openOffice();
  made.push(office.database);
});
afterEach(async () => {
  for (const it of made.splice(0)) await it.drop();
});

test('an instant in the middle of the first of several backups ends there, and in each other one', async () => {
  const { ledger, database } = office;
  const folder = newFolder();
  const points: [instant: string, seq: number][] = [];
  await decided(ledger, opening(ROUND));
  for (const month of ['03', '04', '05']) {
    for (const day of ['01', '02', '03']) {
      const instant = `2019-${month}-${day}T00:00:00.000Z`;
      await ledger.tellClock(instant);
      const calls = Array.from({ length: 40 }, (_, n) => urging(ROUND, `ngày ${day} cuộc ${n}`));
      await decided(ledger, ...calls);
      points.push([instant, await ledger.lastSeq()]);
    }
    // Longer than what comes out of gzip in one piece.
    expect((await takeBackup(database.url, folder)).newEntries).toBeGreaterThan(100);
  }
  for (const [instant, seq] of points.filter((_, place) => place % 2 === 0)) {
    const empty = await testDatabase('empty');
    made.push(empty);
    expect(await restoreBackup(empty.url, folder, { to: instant })).toMatchObject({ last: seq });
  }
});
