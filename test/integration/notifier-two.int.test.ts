/** Two notifiers, one of which has hung for longer than its lease: what it still wants to write or send is not its own any more. */
import {
  claimMessages,
  planMessages,
  settleTries,
  takeBackTries,
} from '../../apps/notifier/mail-messages-store';
import { SENDER_LEASE } from '../../apps/notifier/sender-lease';
import { OPENED_AT, open, openOffice, register, type Office } from './support/notifier-office';

const LOST = { code: 'notifier.lease-lost' };
const TO_BE_SENT = { limit: 10, longestPauseMs: 0 };

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

/** One notice that no message has yet, and the message it would become under this Message-ID. */
async function oneItem(): Promise<(messageId: string) => Parameters<typeof planMessages>[2]> {
  const { ledger } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  const collects = await office.start({ before: ['nobody'], patienceMs: 3_600_000 });
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('it is written down', async () => (await rows('mail_items')).length === 1);
  await collects.stop();
  const [item] = await rows<{ entry: string; unit: string; recipient: string }>('mail_items');
  const { recipient } = item!;
  return (messageId) => [
    {
      ...{ messageId, recipient, language: 'vi', instant: OPENED_AT, suppressed: null },
      items: [item!],
    },
  ];
}

async function rows<Row>(table: string): Promise<Row[]> {
  return (await office.pool.query(`SELECT * FROM work.${table}`)).rows as Row[];
}

const tries = async () =>
  (await rows<{ state: string; attempts: number }>('mail_messages')).map(
    ({ state, attempts }) => `${state} ${attempts}`,
  );

/** As when the one before it did not renew in time. */
async function leads(holder: string): Promise<void> {
  await office.pool.query(
    `INSERT INTO work.leases (name, holder, until) VALUES ($1, $2, clock_timestamp() + interval '1 minute')
     ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until`,
    [SENDER_LEASE, holder],
  );
}

test('whoever plans too late leaves no message, and none without notices under the lease either', async () => {
  const message = await oneItem();
  const pool = office.db.pool('dondoc_notifier');
  await leads('second');
  await expect(planMessages(pool, 'first', message('<late@x>'))).rejects.toMatchObject(LOST);
  expect(await rows('mail_messages')).toEqual([]);
  await planMessages(pool, 'second', message('<whole@x>'));
  await planMessages(pool, 'second', message('<nothing-left@x>'));
  const planned = await rows<{ message_id: string }>('mail_messages');
  expect(planned.map((it) => it.message_id)).toEqual(['<whole@x>']);
});

test('whoever comes too late claims nothing, settles nothing and takes nothing back', async () => {
  const message = await oneItem();
  const pool = office.db.pool('dondoc_notifier');
  await leads('second');
  await planMessages(pool, 'second', message('<m@x>'));
  await expect(claimMessages(pool, 'first', TO_BE_SENT)).rejects.toMatchObject(LOST);
  expect(await tries()).toEqual(['planned 0']);
  expect(await claimMessages(pool, 'second', TO_BE_SENT)).toHaveLength(1);
  expect(await claimMessages(pool, 'second', TO_BE_SENT)).toEqual([]);
  const sent = { messageId: '<m@x>', state: 'sent', detail: null } as const;
  await expect(settleTries(pool, 'first', [sent])).rejects.toMatchObject(LOST);
  await expect(takeBackTries(pool, 'first')).rejects.toMatchObject(LOST);
  expect(await tries()).toEqual(['sending 1']);
  await settleTries(pool, 'second', [sent]);
  expect(await tries()).toEqual(['sent 1']);
  expect(await rows('mail_reports')).toHaveLength(1);
});

test('a process that dies with a message in hand uses up none of its tries', async () => {
  const message = await oneItem();
  const pool = office.db.pool('dondoc_notifier');
  await leads('first');
  await planMessages(pool, 'first', message('<m@x>'));
  for (let deaths = 0; deaths < 7; deaths += 1) {
    expect(await claimMessages(pool, 'first', TO_BE_SENT)).toMatchObject([{ attempts: 1 }]);
    expect(await takeBackTries(pool, 'first')).toBe(1);
  }
  expect(await tries()).toEqual(['planned 0']);
});

/** Two for each connection. */
const IN_HAND = 10;

test('a sender that has lost its lease sends no more of what it had claimed', async () => {
  const { ledger, mail } = office;
  const units = Array.from({ length: 3 * IN_HAND }, (_, n) => `unit-${n}`);
  await register(
    ledger,
    units.map((unit) => ({ unit, address: `${unit}@example.vn` })),
  );
  let answer = () => {};
  const answered = new Promise<null>((resolve) => (answer = () => resolve(null)));
  let ask = () => {};
  const asked = new Promise<void>((resolve) => (ask = resolve));
  mail.answer = () => {
    ask();
    return answered;
  };
  const sender = await office.start();
  await open(ledger, 'd-1', units);
  await asked;
  await leads('another');
  await office.until('it knows', async () =>
    (await sender.ready()).parts.sender!.startsWith('stands by'),
  );
  answer();
  // Its turn ends before it leads again: only then is anything its own.
  await office.pool.query('DELETE FROM work.leases WHERE name = $1', [SENDER_LEASE]);
  await office.attempted();
  const times = units.map((unit) => mail.to(`${unit}@example.vn`).length);
  expect(times.filter((count) => count > 1).length).toBeLessThanOrEqual(IN_HAND);
  expect(new Set(await tries())).toEqual(new Set(['sent 1']));
});
