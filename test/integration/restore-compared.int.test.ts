/** A checkpoint that is longer than what was restored is compared by those that came with the backup, if a trusted key has signed one. */
import { acceptLoss, confirmRestore, restoreBackup, takeBackup } from '../../libs/backup';
import {
  checkpointOver,
  decided,
  newFolder,
  openOffice,
  PUBLIC_KEY,
  reopened,
  rowsIn,
  type Office,
} from './support/backup-office';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { opening, submission, urging } from './support/round-commands';

const ROUND = 'directive/d-1/round/report/2018/0';
const keys = [PUBLIC_KEY];
const restored: TestDatabase[] = [];

afterEach(async () => {
  for (const it of restored.splice(0)) await it.drop();
});

/** Of a backup of `of` that holds the note as one of its own checkpoints. */
async function withCheckpoint(of: Office, size: number, note: string): Promise<Office> {
  await of.database
    .pool()
    .query('INSERT INTO ledger.checkpoints (size, note, recorded_at) VALUES ($1, $2, now())', [
      size,
      note,
    ]);
  const own = newFolder();
  await takeBackup(of.database.url, own);
  const empty = await testDatabase('empty');
  restored.push(empty);
  await restoreBackup(empty.url, own);
  return reopened(empty);
}
const begun = async (note: string): Promise<Office> => {
  const made = await openOffice();
  restored.push(made.database);
  await decided(made.ledger, opening(ROUND));
  await decided(made.ledger, urging(ROUND, note));
  return made;
};
const said = { operator: 'an', reason: 'không có bản nào mới hơn' };

test('they agree: it says how far; one that nobody trusted has signed compares nothing', async () => {
  const honest = await begun('cuộc gọi thật');
  const checkpoint = async () => checkpointOver(honest.ledger, await honest.ledger.lastSeq());
  const kept = await withCheckpoint(honest, 3, await checkpointOver(honest.ledger, 3));
  const stranger = await withCheckpoint(await begun('cuộc gọi thật'), 3, `${await checkpoint()}x`);
  await decided(honest.ledger, submission(ROUND));
  const longer = { checkpoint: await checkpoint(), keys };
  expect(await confirmRestore(kept.database.url, longer)).toMatchObject({
    ...{ verdict: 'behind', compared: 3 },
  });
  const { url } = stranger.database;
  const behind = await confirmRestore(url, longer);
  expect(behind).toMatchObject({ verdict: 'behind', compared: null });
  const missing = behind.verdict === 'behind' ? behind.to - behind.from + 1 : null;
  expect(await acceptLoss(url, { ...said, missing })).toMatchObject({ compared: null });
  const recorded = (of: Office) =>
    rowsIn(of.database, '(SELECT kind, compared_size FROM ledger.restores)');
  expect(await recorded(stranger)).toEqual(['(behind,)', '(loss-accepted,)', '(restored,)']);
  expect(await recorded(kept)).toEqual(['(behind,3)', '(restored,)']);
});

test('they do not: that is a fork', async () => {
  const honest = await begun('cuộc gọi thật');
  const signed = await checkpointOver(honest.ledger, await honest.ledger.lastSeq());
  await decided(honest.ledger, submission(ROUND));
  const longer = await checkpointOver(honest.ledger, await honest.ledger.lastSeq());
  const forged = await withCheckpoint(await begun('cuộc gọi khác'), 4, signed);
  const { url } = forged.database;
  expect(await confirmRestore(url, { checkpoint: longer, keys })).toMatchObject({
    verdict: 'fork',
  });
  await expect(acceptLoss(url, { ...said, missing: 2 })).rejects.toMatchObject({
    code: 'restore.fork',
  });
});
