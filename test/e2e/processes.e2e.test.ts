/**
 * docker-compose.yml's apps as processes of their own: one directive is issued over HTTP, acknowledged, reported on and
 * accepted; each process says how it is; personal data stay where they can be erased; each ends when it is asked to.
 */
import { createHash } from 'node:crypto';
import { Kafka, logLevel } from 'kafkajs';
import { noteKey, readCheckpoint, readNote, signedBy } from '../../libs/audit';
import { policies } from '../../samples';
import { APPS } from '../compose/compose-file';
import { sharedServers } from '../support/servers';
import { testPersonalData } from './support/canary';
import { openOffice, type Office } from './support/compose-office';
import {
  ask,
  CLERK,
  directiveOf,
  FOCAL,
  handIn,
  OPERATOR,
  RECEIVER,
  seen,
  shows,
  SIGNED,
  unit,
} from './support/office-story';

const OPENED_WITHIN_MS = 120_000;

const today = new Date().toISOString().slice(0, 10);
const due = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10);

const ATTACHMENT = { bytes: Buffer.from('xã;số vụ\nNga Sơn;0\n'), mediaType: 'text/csv' };
const ATTACHMENT_IS = {
  sha256: createHash('sha256').update(ATTACHMENT.bytes).digest('hex'),
  size: ATTACHMENT.bytes.length,
  mediaType: ATTACHMENT.mediaType,
};

let office: Office;
beforeAll(async () => {
  office = await openOffice();
}, OPENED_WITHIN_MS);
afterAll(() => office?.close(), OPENED_WITHIN_MS);

const at = (path: string) => `${office.api}${path}`;

describe('a directive in a system of separate processes', () => {
  let directive = '';
  const obligation = (duty: string) => `${directive}~${duty}~once~0~so-noi-vu`;
  const standing = (duty: string, wanted: string) =>
    seen<{ standing: string }>(
      at(`/v1/obligations/${obligation(duty)}`),
      (it) => it.standing === wanted,
    );

  test('stands on rules and units that were handed in', async () => {
    for (const policy of policies) {
      const { status } = await ask(at('/v1/policies'), { actor: OPERATOR, body: policy });
      expect([policy.id, status]).toEqual([policy.id, 200]);
    }
    const units = [
      unit('ubnd-tinh', ['van-thu@ubnd-tinh.example']),
      unit('ban-chi-dao', ['thuong-truc@ban-chi-dao.example']),
      unit('so-noi-vu', ['dau-moi@so-noi-vu.example']),
    ];
    expect(await ask(at('/v1/units'), { actor: OPERATOR, body: { units } })).toMatchObject({
      status: 200,
      body: { outcome: { accepted: true } },
    });
  });

  test('is registered and issued', async () => {
    const registered = await ask(at('/v1/directives'), {
      actor: CLERK,
      body: directiveOf(today, due),
    });
    expect(registered).toMatchObject({ status: 201, body: { outcome: { accepted: true } } });
    directive = String(registered.body.resource).split('/').at(-1)!;
    const issued = await ask(at(`/v1/directives/${directive}/issue`), {
      actor: CLERK,
      body: SIGNED(today),
    });
    expect(issued.body).toMatchObject({ outcome: { accepted: true, events: ['IssueRequested'] } });
    await seen<{ status: string }>(
      at(`/v1/directives/${directive}`),
      ({ status }) => status === 'issued',
    );
  });

  test('is acknowledged by the agency, which settles that by itself', async () => {
    await standing('ack', 'openOnTime');
    const report = { summary: 'Đã nhận', number: null };
    const { body } = await ask(at(`/v1/obligations/${obligation('ack')}/submit`), {
      actor: FOCAL,
      body: { report },
    });
    expect(body).toMatchObject({
      outcome: { accepted: true, events: ['ReportSubmitted', 'ReportAccepted', 'RoundClosed'] },
    });
    await standing('ack', 'doneOnTime');
  });

  test('is reported on, and the report is accepted', async () => {
    await standing('report', 'openOnTime');
    const put = await handIn(at('/v1/content'), FOCAL, ATTACHMENT);
    expect(put.status).toBe(201);
    const file = { ...put.body, name: 'Phụ lục – số liệu Quý I.csv' };
    const signed = { number: '7/BC-SNV', date: today, signer: 'Giám đốc' };
    const report = { summary: 'Đã làm xong', ...signed, files: [file] };
    const path = `/v1/obligations/${obligation('report')}`;
    const submitted = await ask(at(`${path}/submit`), { actor: FOCAL, body: { report } });
    expect(submitted.body).toMatchObject({
      outcome: { accepted: true, events: ['ReportSubmitted'] },
    });
    const accepted = await ask(at(`${path}/accept`), { actor: RECEIVER, body: { note: null } });
    expect(accepted.body).toMatchObject({ outcome: { accepted: true } });
    await standing('report', 'doneOnTime');
    expect(await (await fetch(at(path))).json()).toMatchObject({
      reports: [{ report: { files: [file] } }],
    });
  });

  test('has its file read back, the same bytes, from where contents lie', async () => {
    const { sha256, ...as } = ATTACHMENT_IS;
    const got = await fetch(at(`/v1/content/${sha256}`));
    expect(got.headers.get('content-type')).toBe(as.mediaType);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(ATTACHMENT.bytes);
    const { rows } = await office.pool.query(
      'SELECT media_type AS "mediaType", size, bytes FROM work.content WHERE sha256 = $1',
      [sha256],
    );
    const bytes = office.bucket === null ? ATTACHMENT.bytes : null;
    expect(rows).toEqual([{ ...as, bytes }]);
    if (office.bucket !== null) expect(office.bucket.keys()).toContain(sha256);
  });

  test('does not have other bytes read back for them', async () => {
    if (office.bucket === null) return;
    const { sha256 } = ATTACHMENT_IS;
    office.bucket.overwrite(sha256, Buffer.from('xã;số vụ\nNga Sơn;9\n'));
    const got = await fetch(at(`/v1/content/${sha256}`));
    expect([got.status, await got.json()]).toMatchObject([500, { code: 'content.altered' }]);
    expect(office.apps.api.said()).toMatch(/"code":"content.altered"/);
    office.bucket.overwrite(sha256, ATTACHMENT.bytes);
  });

  test('reaches the agency by mail', async () => {
    const url = `${sharedServers().mail.url}/messages?to=dau-moi@so-noi-vu.example`;
    const mails = await seen<{ subject: string }[]>(url, ({ length }) => length >= 2);
    for (const { subject } of mails) expect(subject).toContain('01/CT-UBND');
  });
});

describe('the checkpoint', () => {
  test('is signed by the key that was made, and stands on its topic', async () => {
    const note = await (await fetch(at('/checkpoint'))).text();
    const key = noteKey(office.signingKey);
    expect(signedBy(readNote(note), [key]).signers).toHaveLength(1);
    expect(readCheckpoint(readNote(note).text).origin).toBe(`dondoc/processes`);
    const { kafka } = sharedServers();
    if (kafka === null) return;
    const admin = new Kafka({ brokers: [...kafka.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const [offsets] = await admin.fetchTopicOffsets('dondoc.checkpoints.v1');
    await admin.disconnect();
    expect(Number(offsets?.high)).toBeGreaterThan(0);
  });
});

describe('each process', () => {
  test.each(APPS)('%s lives and is ready', async (app) => {
    const { health } = office.apps[app];
    expect(await (await fetch(`${health}/healthz`)).json()).toEqual({ ok: true });
    const page = (await (await fetch(`${health}/readyz`)).json()) as { parts: object };
    expect(page).toMatchObject({ ok: true });
    const keepsBytes = office.bucket !== null && ['api', 'worker', 'reactor'].includes(app);
    expect(page.parts).toEqual(
      keepsBytes
        ? expect.objectContaining({ content: 'ok' })
        : expect.not.objectContaining({ content: 'ok' }),
    );
  });

  /** The figures an operator watches first, by the process that knows them. */
  test.each([
    ['relay', 'dondoc_relay_lag{service="relay"}'],
    ['projector', 'dondoc_consumer_lag{consumer="projector",service="projector"}'],
    ['reactor', 'dondoc_consumer_lag{consumer="reactor",service="reactor"}'],
    ['worker', 'dondoc_undecided_commands{service="worker"}'],
    ['worker', 'dondoc_late_wakeups{service="worker"}'],
    ['notifier', 'dondoc_mail_waiting{service="notifier"}'],
    ['checkpointer', 'dondoc_checkpoint_lag{service="checkpointer"}'],
  ] as const)('%s shows %s, and nothing waits', async (app, figure) => {
    const { health } = office.apps[app];
    await shows(`${health}/metrics`, `${figure} 0`);
  });

  test('api counts its requests', async () => {
    await shows(`${office.apps.api.health}/metrics`, /dondoc_http_request_seconds_count\{.*issue/);
  });
});

describe('personal data', () => {
  testPersonalData(() => office);
});

/** Last: nothing runs afterwards. */
describe('asked to end', () => {
  test.each(APPS)('%s ends cleanly within 10 s', async (app) => {
    const { code, tookMs } = await office.apps[app].end();
    expect([code, office.apps[app].said()]).toEqual([0, expect.any(String)]);
    expect(tookMs).toBeLessThan(10_000);
  });
});
