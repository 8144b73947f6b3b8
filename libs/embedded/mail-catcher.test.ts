import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { startMailCatcher } from './mail-catcher';

let dataDir = '';

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dondoc-mail-'));
});

afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const reminder = {
  from: 'Dondoc <dondoc@localhost>',
  to: 'nga-son@localhost',
  messageId: '<one@dondoc>',
  subject: 'Đôn đốc: báo cáo quý IV',
  text: 'Còn 7 ngày',
  html: '<p onclick="x()">Còn <b>7</b> ngày</p>',
};

test('a message is kept with its envelope, shown as JSON, as a page and as it came', async () => {
  const catcher = await startMailCatcher({ dataDir });
  await createTransport(catcher.smtpUrl).sendMail({ ...reminder, bcc: 'hidden@localhost' });
  expect(await catcher.messages()).toEqual([
    expect.objectContaining({
      id: 1,
      messageId: '<one@dondoc>',
      to: ['nga-son@localhost', 'hidden@localhost'],
      subject: reminder.subject,
      html: expect.stringContaining('<b>7</b>'),
    }),
  ]);
  const get = async (path: string) => (await fetch(`${catcher.url}${path}`)).text();
  expect(JSON.parse(await get('/messages'))).toHaveLength(1);
  expect(JSON.parse(await get('/messages?to=hidden@localhost'))).toHaveLength(1);
  expect(JSON.parse(await get('/messages?to=else@localhost'))).toEqual([]);
  expect(await get('/')).toContain('Đôn đốc: báo cáo quý IV');
  expect(await get('/1')).toContain('srcdoc="&lt;p onclick=');
  expect(await get('/1.eml')).toMatch(/^Message-ID: <one@dondoc>$/im);
  expect((await fetch(`${catcher.url}/messages/2`)).status).toBe(404);
  await catcher.stop();
});

test('messages are found again at the next start and numbered on', async () => {
  const first = await startMailCatcher({ dataDir });
  await createTransport(first.smtpUrl).sendMail(reminder);
  await first.stop();
  const second = await startMailCatcher({ dataDir });
  await createTransport(second.smtpUrl).sendMail(reminder);
  expect((await second.messages()).map(({ id }) => id)).toEqual([1, 2]);
  await second.stop();
});

test('half a line of a process that was killed is cut off, and what follows it is found again', async () => {
  const first = await startMailCatcher({ dataDir });
  await createTransport(first.smtpUrl).sendMail(reminder);
  await first.stop();
  appendFileSync(join(dataDir, 'mail.ndjson'), '{"id":2,"receivedAt":"20');
  for (const count of [2, 3]) {
    const next = await startMailCatcher({ dataDir });
    await createTransport(next.smtpUrl).sendMail(reminder);
    const messages = await next.messages();
    expect(messages.map(({ subject }) => subject)).toEqual(Array(count).fill(reminder.subject));
    await next.stop();
  }
});

test('a line that cannot be read is passed over, and one that is whole but for its end is cut off', async () => {
  const first = await startMailCatcher({ dataDir });
  for (let n = 0; n < 2; n += 1) await createTransport(first.smtpUrl).sendMail(reminder);
  await first.stop();
  const file = join(dataDir, 'mail.ndjson');
  const [one, two] = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, `${one}\nspoilt\n${two}\n${one}`);
  const second = await startMailCatcher({ dataDir });
  await createTransport(second.smtpUrl).sendMail(reminder);
  await second.stop();
  const third = await startMailCatcher({ dataDir });
  expect((await third.messages()).map(({ id, subject }) => [id, subject])).toEqual(
    [1, 2, 3].map((id) => [id, reminder.subject]),
  );
  expect((await fetch(`${third.url}//`)).status).toBe(400);
  await third.stop();
});

test('a recipient that is refused is refused for good', async () => {
  const catcher = await startMailCatcher({
    refuse: (recipient) => (recipient === 'gone@localhost' ? 'no such mailbox' : null),
  });
  const sending = createTransport(catcher.smtpUrl).sendMail({ ...reminder, to: 'gone@localhost' });
  await expect(sending).rejects.toMatchObject({ responseCode: 550 });
  expect(await catcher.messages()).toEqual([]);
  await catcher.stop();
});

test('a port that is taken says so', async () => {
  const first = await startMailCatcher();
  const smtpPort = Number(new URL(first.smtpUrl).port);
  await expect(startMailCatcher({ smtpPort })).rejects.toMatchObject({ code: 'mailCatcher.port' });
  await first.stop();
});
