/** Who acts waits while nobody has decided about a restore, whoever only reads does not, and all go on once it is decided. */
import { Client, Connection } from '@temporalio/client';
import { acceptLoss, restoreBackup, takeBackup } from '../../libs/backup';
import { createLedgerBus, heldBus, type Subscription } from '../../libs/bus';
import { createDispatcher, type DispatcherReport } from '../../libs/commands';
import type { Entry } from '../../libs/ledger';
import { createLogger } from '../../libs/service';
import {
  accepted,
  decided,
  newFolder,
  openOffice,
  reopened,
  rowsIn,
  type Office,
} from './support/backup-office';
import { temporalAddress } from '../support/servers';
import { newCommand } from './support/decisions';
import { testDatabase } from './support/ledger-database';
import { opening, urging } from './support/round-commands';
import { until } from './support/until';

const ROUND = 'directive/d-1/round/report/2018/0';
const log = createLogger({ service: 'test', level: 'silent' });
const LOSS = { missing: null, operator: 'an', reason: 'không giữ điểm chốt nào' };

let office: Office;
let folder: string;
const opened: Office[] = [];

beforeAll(async () => {
  office = await openOffice();
  opened.push(office);
  await decided(office.ledger, opening(ROUND), urging(ROUND));
  await accepted(office.ledger, newCommand('c-org', 'org', { type: 'SayNothing', data: {} }));
  folder = newFolder();
  await takeBackup(office.database.url, folder);
});
afterAll(() => Promise.all(opened.map(({ database }) => database.drop())));

async function restored(to?: string): Promise<Office> {
  const empty = await testDatabase('empty');
  await restoreBackup(empty.url, folder, { to });
  const again = await reopened(empty);
  opened.push(again);
  return again;
}

test('a consumer that acts is handed nothing until it is decided; one that reads is', async () => {
  const { ledger, database } = await restored();
  const bus = createLedgerBus({ ledger, log });
  const seen = { acting: 0, reading: 0 };
  const into = (who: 'acting' | 'reading') => async (entries: readonly Entry[]) => {
    seen[who] += entries.length;
    await ledger.moveCursor(null, who, entries.at(-1)!.seq);
  };
  const subscriptions: Subscription[] = [];
  subscriptions.push(await heldBus(bus, { ledger, log }).subscribe('acting', into('acting')));
  subscriptions.push(await bus.subscribe('reading', into('reading')));
  const [acting] = subscriptions;
  const last = await ledger.lastSeq();
  await until('the reader has read', () => Promise.resolve(seen.reading === last));
  expect([seen.acting, acting!.healthy(), await acting!.lag()]).toEqual([0, false, last]);
  await acceptLoss(database.url, LOSS);
  await until('the one that acts has read', () => Promise.resolve(seen.acting === last));
  expect(acting!.healthy()).toBe(true);
  await Promise.all(subscriptions.map((it) => it.close()));
  await bus.close();
});

test('one that waits can be closed', async () => {
  const { ledger } = await restored();
  const bus = createLedgerBus({ ledger, log });
  const held = await heldBus(bus, { ledger, log }).subscribe('acting', () => Promise.resolve());
  await held.close();
  expect(held.healthy()).toBe(false);
  await bus.close();
});

test('the dispatcher decides nothing and says why once; then it decides what waited', async () => {
  const { ledger, database } = await restored();
  const connection = await Connection.connect({ address: temporalAddress() });
  const reports: DispatcherReport[] = [];
  const dispatcher = createDispatcher({
    ...{ ledger, client: new Client({ connection }), holder: 'test', queue: 'queue-1' },
    ...{ stamp: { decidersHash: 'deciders' }, report: (it) => reports.push(it) },
  });
  await dispatcher.start();
  const held = () => reports.filter(({ code }) => code === 'restore.undecided');
  await until('it has said so', () => Promise.resolve(held().length > 0));
  expect((await ledger.commandRecord('c-org'))?.status).toBe('waiting');
  await acceptLoss(database.url, LOSS);
  expect((await ledger.awaitOutcome('c-org', 20_000))?.status).toBe('decided');
  expect(held()).toHaveLength(1);
  expect(reports.filter(({ level }) => level === 'error')).toEqual([]);
  await dispatcher.stop();
  await connection.close();
});

test('mail up to a point: what was sent stays sent, what nobody has caused is gone, lost reports are asked again', async () => {
  const { database } = office;
  const instant = '2018-12-01T00:00:00.000Z';
  const mail = async (id: string, entry: string, command: string) => {
    const pool = database.pool();
    await pool.query(
      `INSERT INTO work.mail_messages (message_id, recipient, language, instant, dated, state, attempts, outcome_at)
       VALUES ($1, 'pii:1', 'vi', $2, $2, 'sent', 1, $2)`,
      [id, instant],
    );
    await pool.query(
      `INSERT INTO work.mail_items (entry, unit, recipient, language, instant, round, about, notice, message_id)
       VALUES ($1, 'nga-son', 'pii:1', 'vi', $2, $3, 'opening', '{}', $4)`,
      [entry, instant, ROUND, id],
    );
    await pool.query(
      `INSERT INTO work.mail_reports (message_id, round, command_id, asked_at) VALUES ($1, $2, $3, now())`,
      [id, ROUND, command],
    );
  };
  const [first] = await office.ledger.entriesAfter(0, 1);
  await mail('m-1', `${ROUND}@1`, first!.envelope.correlationid);
  await mail('m-2', `${ROUND}@2`, 'n-lost');
  await mail('m-3', `${ROUND}@4`, 'n-lost');
  folder = newFolder();
  await takeBackup(database.url, folder);
  const again = await restored('@2');
  const messages = '(SELECT message_id, state FROM work.mail_messages)';
  expect(await rowsIn(again.database, messages)).toEqual(['(m-1,sent)', '(m-2,sent)']);
  const reports = '(SELECT message_id, asked_at IS NULL FROM work.mail_reports)';
  expect(await rowsIn(again.database, reports)).toEqual(['(m-1,f)', '(m-2,t)']);
});
