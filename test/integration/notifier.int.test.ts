/** The notifier: who is mailed what, once, and what is recorded of it. */
import type { Notifier } from '../../apps/notifier';
import { roundStream } from '../../libs/domain';
import {
  neverAttempted,
  open,
  openOffice,
  OPENED_AT,
  record,
  recordedOf,
  register,
  remind,
  REMINDED_AT,
  roundOpened,
  shardOf,
  type Office,
} from './support/notifier-office';

let office: Office;
beforeEach(async () => {
  office = await openOffice();
});
afterEach(() => office.close());

test('the opening of a round is mailed to each unit in its contact’s language, and recorded as sent', async () => {
  const { ledger, mail } = office;
  await register(ledger, [
    { unit: 'nga-son', address: 'nga.son@example.vn' },
    { unit: 'sam-son', address: 'sam.son@example.vn', language: 'en' },
  ]);
  const notifier = await office.start();
  await open(ledger, 'd-1', ['nga-son', 'sam-son']);
  await office.attempted();

  expect(mail.received).toHaveLength(2);
  const [{ mail: first, messageId }] = mail.to('nga.son@example.vn') as [
    (typeof mail.received)[number],
  ];
  expect(first.subject).toBe(
    '[Đôn đốc – CHẠY MÔ PHỎNG] Nhiệm vụ mới: Báo cáo năm 2018 về Chỉ thị 04/CT-UBND, hạn 17:00 ngày 18/12/2018',
  );
  expect(first.text).toContain('UBND nga-son');
  expect(first.html).toContain('UBND nga-son');
  expect(first.headers.get('auto-submitted')).toBe('auto-generated');
  expect(first.headers.get('x-dondoc-entry')).toBe(`${roundStream(shardOf('d-1'))}@2`);
  expect(mail.to('sam.son@example.vn')[0]?.mail.subject).toContain('[Dondoc – DRILL] New task');

  const recorded = await recordedOf(ledger, 'd-1');
  expect(recorded.map((it) => [it.unit, it.about, it.outcome, it.attempts])).toEqual(
    expect.arrayContaining([
      ['nga-son', 'round-opened', 'sent', 1],
      ['sam-son', 'round-opened', 'sent', 1],
    ]),
  );
  expect(recorded).toHaveLength(2);
  expect(recorded.map((it) => it.messageId)).toContain(messageId);
  await office.until('ready', async () => (await notifier.ready()).ok);
  expect(await notifier.neverAttempted()).toBe(0);
});

test('two rounds that remind one person at one instant are one mail, recorded in both rounds', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  for (const directive of ['d-1', 'd-2']) await open(ledger, directive, ['nga-son']);
  for (const directive of ['d-1', 'd-2']) await remind(ledger, directive, ['nga-son']);
  await office.start();
  await office.attempted();

  const reminders = mail.received.filter((it) => it.mail.text?.includes('Còn 7 ngày'));
  expect(reminders).toHaveLength(1);
  expect(reminders[0]?.mail.subject).toContain('2 nội dung');
  expect(reminders[0]?.mail.headers.get('x-dondoc-entry')).toContain('d-1/');
  expect(reminders[0]?.mail.headers.get('x-dondoc-entry')).toContain('d-2/');
  for (const directive of ['d-1', 'd-2']) {
    const about = (await recordedOf(ledger, directive)).filter((it) => it.about === 'T-7');
    expect(about.map((it) => it.messageId)).toEqual([reminders[0]?.messageId]);
  }
});

test('one address behind two units is one recipient, also when its tokens differ', async () => {
  await office.close();
  office = await openOffice({ mode: 'live' });
  const { ledger, mail } = office;
  const tokens = await register(ledger, [
    { unit: 'nga-son', address: 'chung@example.vn' },
    { unit: 'sam-son', address: 'Chung@example.vn' },
  ]);
  expect(new Set(tokens.values()).size).toBe(2);
  await open(ledger, 'd-1', ['nga-son', 'sam-son']);
  await office.start();
  await office.attempted();
  expect(mail.received).toHaveLength(1);
  expect(mail.received[0]?.mail.subject).not.toContain('MÔ PHỎNG');
  const [recorded] = await recordedOf(ledger, 'd-1');
  expect(recorded?.unit).toBe('nga-son,sam-son');
});

test('an erased address gets nothing, a unit without a contact neither: both are recorded as suppressed', async () => {
  const { ledger, mail } = office;
  const tokens = await register(ledger, [
    { unit: 'nga-son', address: 'nga.son@example.vn' },
    { unit: 'sam-son', address: null },
  ]);
  await ledger.erase(tokens.get('nga-son')!);
  await office.start();
  await open(ledger, 'd-1', ['nga-son', 'sam-son']);
  await office.attempted();
  expect(mail.received).toEqual([]);
  const recorded = await recordedOf(ledger, 'd-1');
  expect(recorded.map((it) => [it.unit, it.outcome, it.attempts, it.detail]).toSorted()).toEqual([
    ['nga-son', 'suppressed', 0, 'address erased'],
    ['sam-son', 'suppressed', 0, 'no contact'],
  ]);
});

test('what was collected before a restart is sent after it, once, and rounds are read from the ledger again', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  const before: Notifier = await office.start();
  await open(ledger, 'd-1', ['nga-son']);
  await office.attempted();
  await before.stop();
  await remind(ledger, 'd-1', ['nga-son']);
  await office.start();
  await office.attempted();
  expect(mail.received.map((it) => it.mail.subject?.includes('Còn 7 ngày làm việc'))).toEqual([
    false,
    true,
  ]);
});

test('two notifiers at once send every message once', async () => {
  const { ledger, mail } = office;
  const units = Array.from({ length: 40 }, (_, n) => `unit-${n}`);
  await register(
    ledger,
    units.map((unit) => ({ unit, address: `${unit}@example.vn` })),
  );
  await office.start();
  await office.start();
  await open(ledger, 'd-1', units);
  await remind(ledger, 'd-1', units);
  await office.attempted();
  expect(mail.received).toHaveLength(80);
  expect(new Set(mail.received.map((it) => it.messageId)).size).toBe(80);
});

describe('on a told clock', () => {
  beforeEach(async () => {
    await office.close();
    office = await openOffice({ clock: 'told', startsAt: OPENED_AT });
  });

  test('an instant is mailed only when nothing more can come for it, then in one message', async () => {
    const { ledger, mail } = office;
    await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
    await office.start({ patienceMs: 50 });
    for (const directive of ['d-1', 'd-2']) await open(ledger, directive, ['nga-son']);
    await office.attempted();
    mail.received.length = 0;

    await ledger.tellClock(REMINDED_AT);
    const waiting = roundStream(shardOf('d-2'));
    await office.pool.query('UPDATE work.wakeups SET next_at = $2 WHERE stream = $1', [
      waiting,
      REMINDED_AT,
    ]);
    await remind(ledger, 'd-1', ['nga-son']);
    await office.until(
      'read',
      async () => (await ledger.cursor('notifier')) === (await ledger.lastSeq()),
    );
    // The wall clock goes on for longer than the patience that a told clock must not have.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(mail.received).toEqual([]);
    expect(await neverAttempted(office.pool)).toBe(1);

    await remind(ledger, 'd-2', ['nga-son']);
    await office.attempted();
    expect(mail.received).toHaveLength(1);
    expect(mail.received[0]?.mail.subject).toContain('2 nội dung');
    expect(mail.received[0]?.mail.date?.toISOString()).toBe(REMINDED_AT);
  });
});

test('on a wall clock nobody waits longer than the patience, whatever is undecided', async () => {
  const { ledger, mail } = office;
  await register(ledger, [{ unit: 'nga-son', address: 'nga.son@example.vn' }]);
  await office.pool.query('INSERT INTO work.wakeups (stream, next_at) VALUES ($1, $2)', [
    'directive/stuck',
    OPENED_AT,
  ]);
  await office.start({ patienceMs: 300 });
  await record(ledger, roundStream(shardOf('d-1')), {
    at: OPENED_AT,
    events: [roundOpened('d-1', ['nga-son'])],
  });
  await office.attempted();
  expect(mail.received).toHaveLength(1);
});

test('every unit of a round of 500 is mailed and recorded once', async () => {
  const { ledger, mail } = office;
  const units = Array.from({ length: 500 }, (_, n) => `unit-${n}`);
  for (let start = 0; start < 500; start += 100) {
    await register(
      ledger,
      units.slice(start, start + 100).map((unit) => ({ unit, address: `${unit}@example.vn` })),
    );
  }
  await office.start();
  await open(ledger, 'd-1', units);
  await office.attempted();
  expect(mail.received).toHaveLength(500);
  const recorded = await recordedOf(ledger, 'd-1');
  expect(new Set(recorded.map((it) => it.unit)).size).toBe(500);
});
