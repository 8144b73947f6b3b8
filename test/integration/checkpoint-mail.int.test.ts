/** Checkpoints by mail: one a day, and the last one before a quiet time always. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Outlets } from '../../apps/checkpointer/outlet';
import { mailOutlet } from '../../apps/checkpointer/outlets/mail';
import {
  checkpointText,
  fileSigner,
  leafHash,
  noteOf,
  secretKeyText,
  signatureLine,
} from '../../libs/audit';
import { createLogger } from '../../libs/service';
import { MailServer } from './support/mail-server';
import { until } from './support/until';

const signer = fileSigner(secretKeyText('dondoc/x', Buffer.alloc(32, 1), 'log'));
const logger = createLogger({ service: 'checkpointer', level: 'silent' });
/** What a mail asks of the ledger: nothing. */
const noTools = {} as never;

let folder: string;
let server: MailServer;
const open: Outlets[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-mailed-'));
  server = new MailServer();
  await server.start();
});
afterEach(async () => {
  for (const outlets of open.splice(0)) await outlets.stop();
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const stateFile = () => join(folder, 'mailed');

function started(everyMs?: number): Outlets {
  const to = ['kiem-toan@example.vn'];
  const settings = { to, from: 'dondoc@example.vn', smtpUrl: server.url, stateFile: stateFile() };
  const outlets = new Outlets(
    [mailOutlet({ ...settings, ...(everyMs === undefined ? {} : { everyMs }) })],
    noTools,
    logger,
  );
  open.push(outlets);
  return outlets;
}

async function checkpoint(size: number) {
  const heads = { size: 1, root: leafHash('heads') };
  const text = checkpointText({ origin: 'dondoc/x', size, root: leafHash(`${size}`), heads });
  const note = noteOf(text, [await signatureLine(text, signer)]);
  return { size, note, recordedAt: '2018-12-18T10:00:00.000Z' };
}

const mailed = () =>
  server.received.map(({ mail }) => Number(/\d+/u.exec(mail.subject ?? '')?.[0]));
const isMailed = (what: string, sizes: readonly number[]) =>
  until(what, () => Promise.resolve(mailed().join() === sizes.join()));

test('the first goes at once, of those that come within a day the newest when it ends', async () => {
  const outlets = started(1_000);
  outlets.offer(await checkpoint(2));
  await isMailed('the first is mailed', [2]);
  for (const size of [4, 6]) outlets.offer(await checkpoint(size));
  await isMailed('nothing more comes, and the newest goes', [2, 6]);
  await outlets.stop();
  expect(mailed()).toEqual([2, 6]);
  const [{ mail }] = server.received.slice(-1) as [(typeof server.received)[0]];
  expect(mail.attachments.map(({ filename }) => filename)).toEqual(['6.checkpoint']);
  expect(String(mail.attachments[0]?.content)).toBe((await checkpoint(6)).note);
});

test('what waits goes when all stops, and is not mailed again by the one that starts', async () => {
  const outlets = started();
  outlets.offer(await checkpoint(2));
  await isMailed('the first is mailed', [2]);
  outlets.offer(await checkpoint(4));
  await outlets.stop();
  expect(mailed()).toEqual([2, 4]);
  const again = started();
  const { note, ...rest } = await checkpoint(4);
  again.offer({ ...rest, note: `${note}— w/1 AAAA\n` });
  await again.stop();
  expect(mailed()).toEqual([2, 4]);
});

test('what waited when the process died goes in its time', async () => {
  writeFileSync(stateFile(), `${Date.now() - 24 * 3_600_000 + 500} of-another`);
  const outlets = started();
  outlets.offer(await checkpoint(4));
  expect(mailed()).toEqual([]);
  await isMailed('its day has ended', [4]);
});

test('a mail server that is away is asked again, and the page says so', async () => {
  await server.stop();
  const outlets = started();
  outlets.offer(await checkpoint(2));
  await until('it is told', () => Promise.resolve(outlets.state().mail !== 'ok'));
  await server.start();
  await isMailed('it is mailed', [2]);
});

test('what went and could not be written down is not mailed again, and is told until it is', async () => {
  const lost = join(folder, 'away');
  const settings = { to: ['kiem-toan@example.vn'], from: 'dondoc@example.vn', smtpUrl: server.url };
  const outlet = mailOutlet({ ...settings, stateFile: join(lost, 'mailed') });
  const [first, second] = [await checkpoint(2), await checkpoint(4)];
  for (let times = 0; times < 3; times += 1) {
    await expect(outlet.publish(first, noTools)).rejects.toMatchObject({ code: 'ENOENT' });
  }
  expect(mailed()).toEqual([2]);
  expect(outlet.waitMs!(first)).toBe(0);
  expect(outlet.waitMs!(second)).toBeGreaterThan(23 * 3_600_000);
  mkdirSync(lost);
  await outlet.publish(first, noTools);
  const another = mailOutlet({ ...settings, stateFile: join(lost, 'mailed') });
  await another.publish(first, noTools);
  expect(mailed()).toEqual([2]);
  for (const one of [outlet, another]) await one.close!();
});

test.each(['0', 'hỏng', `${Date.now() + 86_400_000} of-another`])(
  'a last mail at %p silences nothing',
  async (state) => {
    writeFileSync(stateFile(), state);
    started().offer(await checkpoint(2));
    await isMailed('it is mailed', [2]);
  },
);
