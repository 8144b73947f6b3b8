/** A restore up to a point: where it ends among several backups, and what of the rest belongs to it. */
import { restoreBackup, takeBackup } from '../../libs/backup';
import {
  accepted,
  decideAll,
  decided,
  newFolder,
  openOffice,
  reopened,
  rowsIn,
  waitingIn,
  type Office,
} from './support/backup-office';
import { keepValue } from './support/kept-value';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';

let office: Office;
const made: TestDatabase[] = [];

beforeEach(async () => {
  office = await openOffice();
  made.push(office.database);
});
async function restored(folder: string, to?: string): Promise<Office> {
  const empty = await testDatabase('empty');
  made.push(empty);
  await restoreBackup(empty.url, folder, { to });
  return reopened(empty);
}

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

test('what an entry within the point has caused waits, however late it was received; the rest is gone', async () => {
  const { ledger, database } = office;
  await decided(ledger, opening(ROUND), urging(ROUND));
  const point = await ledger.lastSeq();
  // As on a wall clock: the reaction is received after the entry was recorded, and so is what people ask.
  await ledger.tellClock('2018-12-02T00:00:00.000Z');
  const reaction = { ...urging(ROUND, 'phản ứng'), causedBy: `${ROUND}@${point}` };
  await accepted(ledger, reaction, urging(ROUND, 'người gọi'));
  await decideAll(ledger);
  const waiting = { ...urging(ROUND, 'phản ứng chưa xét'), causedBy: `${ROUND}@${point}` };
  const ofLater = { ...urging(ROUND, 'phản ứng sau'), causedBy: `${ROUND}@${point + 1}` };
  await accepted(ledger, waiting, ofLater);
  await ledger.moveCursor(null, 'reactor', await ledger.lastSeq());
  const folder = newFolder();
  await takeBackup(database.url, folder);
  for (const to of [`@${point}`, '2018-12-01T12:00:00.000Z']) {
    const again = await restored(folder, to);
    expect(await again.ledger.lastSeq()).toBe(point);
    expect(await again.ledger.cursor('reactor')).toBe(point);
    expect(await waitingIn(again.ledger, ROUND)).toEqual([reaction.id, waiting.id]);
  }
});

test('personal values that neither an entry nor a command names any more are not there', async () => {
  const { ledger, database } = office;
  const keep = (value: string) => keepValue(database.pool(), value);
  const [recorded, waits, later] = [await keep('An'), await keep('Bình'), await keep('Chi')];
  await decided(ledger, opening(ROUND), urging(ROUND, `gặp ${recorded}`));
  const point = await ledger.lastSeq();
  await accepted(ledger, urging(ROUND, `gặp ${waits}`));
  await ledger.tellClock('2018-12-02T00:00:00.000Z');
  await decided(ledger, urging(ROUND, `gặp ${later}`));
  const folder = newFolder();
  await takeBackup(database.url, folder);
  const values = async (to?: string) =>
    rowsIn((await restored(folder, to)).database, '(SELECT value FROM work.erasable)');
  expect(await values()).toEqual(['(An)', '(Bình)', '(Chi)']);
  expect(await values(`@${point}`)).toEqual(['(An)', '(Bình)']);
});
