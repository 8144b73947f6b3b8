/** What the mail server does to a message: it refuses, is away, hangs up, or we die just as it has taken it. */
import {
  neverAttempted,
  open,
  openOffice,
  recordedOf,
  register,
  type Office,
} from './support/notifier-office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test('a temporary refusal is tried again under the same Message-ID', async () => {
  const { ledger, mail, pool } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  const answered: string[] = [];
  mail.answer = async (_to, earlier) => {
    const { rows } = await pool.query<{ id: string }>(
      'SELECT message_id AS id FROM work.mail_messages',
    );
    answered.push(rows[0]!.id);
    return earlier === 0 ? { code: 451, text: '4.7.1 greylisted, nga.son@example.vn' } : null;
  };
  await office.start();
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('the second try', () => mail.received.length === 1);
  expect(answered).toEqual([mail.received[0]?.messageId, mail.received[0]?.messageId]);
  await office.until('it is recorded', async () => (await recordedOf(ledger, 'd-1')).length > 0);
  expect((await recordedOf(ledger, 'd-1')).map((it) => [it.outcome, it.attempts])).toEqual([
    ['sent', 2],
  ]);
});

test('after the last try a message has failed for good, and that is recorded', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  mail.answer = () => ({ code: 451, text: '4.3.2 not today' });
  await office.start({ retriesMs: [20, 20] });
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('it is recorded', async () => (await recordedOf(ledger, 'd-1')).length > 0);
  const [recorded] = await recordedOf(ledger, 'd-1');
  expect([recorded?.outcome, recorded?.attempts, recorded?.detail]).toEqual([
    'failed',
    3,
    'smtp 451 4.3.2',
  ]);
});

test('a dead address fails at once, and the answer that names it stays out of the ledger', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'canary.address@example.vn' }]);
  mail.answer = () => ({ code: 550, text: '5.1.1 <canary.address@example.vn> is unknown' });
  await office.start();
  await open(ledger, 'd-1', ['nga-son']);
  await office.attempted();
  const [recorded] = await recordedOf(ledger, 'd-1');
  expect([recorded?.outcome, recorded?.attempts, recorded?.detail]).toEqual([
    'failed',
    1,
    'smtp 550 5.1.1',
  ]);
  const { rows } = await office.pool.query<{ found: number }>(
    `SELECT (SELECT count(*) FROM ledger.entries WHERE bytes LIKE '%canary%')::int
          + (SELECT count(*) FROM work.mail_items AS i WHERE i::text LIKE '%canary%')::int
          + (SELECT count(*) FROM work.mail_messages AS m WHERE m::text LIKE '%canary%')::int
          + (SELECT count(*) FROM work.command_log AS c WHERE c::text LIKE '%canary%')::int AS found`,
  );
  expect(rows[0]?.found).toBe(0);
});

test('dying between the server’s acceptance and our commit repeats the same Message-ID and is recorded once', async () => {
  const { ledger, mail, db } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  const holder = await db.pool().connect();
  mail.answer = async (_to, earlier) => {
    if (earlier > 0) return null;
    // From now on the outcome cannot be written; then the connections die.
    await holder.query('BEGIN; LOCK TABLE work.mail_messages IN SHARE MODE');
    return null;
  };
  const dying = await office.start();
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('the server has accepted and the outcome is being written', () =>
    waitsForLock(office, 'dondoc_notifier'),
  );
  await killConnections(office, 'dondoc_notifier');
  await dying.stop();
  await holder.query('ROLLBACK');
  holder.release();
  expect(await recordedOf(ledger, 'd-1')).toEqual([]);

  expect(mail.received).toHaveLength(1);
  await office.start();
  await office.until('the try is made again', () => mail.received.length === 2);
  await office.attempted();
  expect(mail.received[1]?.messageId).toBe(mail.received[0]?.messageId);
  await office.until('it is recorded', async () => (await recordedOf(ledger, 'd-1')).length > 0);
  const recorded = await recordedOf(ledger, 'd-1');
  expect(recorded.map((it) => [it.outcome, it.attempts])).toEqual([['sent', 1]]);
});

test('a server that takes a message and hangs up gets it again under the same Message-ID', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  mail.answer = (_to, earlier) => (earlier === 0 ? 'mute' : null);
  await office.start();
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('the second try', () => mail.received.length === 2);
  expect(mail.received[1]?.messageId).toBe(mail.received[0]?.messageId);
});

test('while the mail server is away everything waits and readiness says why; no try is counted', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  const notifier = await office.start();
  await office.until('ready', async () => (await notifier.ready()).ok);
  await mail.stop();
  await open(ledger, 'd-1', ['nga-son']);
  await office.until('it is seen', async () => !(await notifier.ready()).ok);
  expect((await notifier.ready()).parts.smtp).toContain('mail waits');
  await office.until('the try is taken back', async () => (await triesOf(office)).includes(0));
  expect(await neverAttempted(office.pool)).toBe(1);
  expect(await recordedOf(ledger, 'd-1')).toEqual([]);

  await mail.start();
  await office.attempted();
  expect(mail.received).toHaveLength(1);
  expect((await recordedOf(ledger, 'd-1'))[0]?.attempts).toBe(1);
  await office.until('ready', async () => (await notifier.ready()).ok);
});

async function killConnections({ pool }: Office, role: string): Promise<void> {
  await pool.query(
    'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()',
    [role],
  );
}

async function waitsForLock({ pool }: Office, role: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    `SELECT FROM pg_stat_activity WHERE usename = $1 AND datname = current_database()
       AND wait_event_type = 'Lock'`,
    [role],
  );
  return rowCount === 1;
}

async function triesOf({ pool }: Office): Promise<number[]> {
  const { rows } = await pool.query<{ attempts: number }>(
    `SELECT attempts FROM work.mail_messages WHERE state = 'planned'`,
  );
  return rows.map(({ attempts }) => attempts);
}
