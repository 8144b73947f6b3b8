/** The past over HTTP and on the command line: which entry a moment means, what the ETag says, and bad questions. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deciderOf, step } from '../../libs/domain';
import type { AsOfPlace, EntryPage } from '../../libs/readmodel';
import { built, startBuilt, type Door } from './support/api-process';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';
import { ROUND, tellStory } from './support/readmodel-story';

let database: ReadmodelDatabase;
let api: Door;

beforeAll(async () => {
  database = await readmodelDatabase('api-as-of', '2018-04-01T00:00:00.000Z');
  await tellStory(database);
  await database.ledger.moveCursor(null, 'projector', await database.ledger.lastSeq());
  api = await startBuilt('api-past.process.js', [database.urlAs('dondoc_api')]);
});
afterAll(async () => {
  await api.stop();
  await database.drop();
});

type Body = Record<string, unknown> & {
  readonly asOf: AsOfPlace;
};

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(new URL(path, api.url), { headers });
  const body = (response.status === 304 ? {} : await response.json()) as Body;
  return { status: response.status, etag: response.headers.get('etag')!, body };
}

const round = `/v1/rounds/${encodeURIComponent(ROUND)}`;

test('a day means its end in Việt Nam, and the answer names the entry, its two times and the instant', async () => {
  const { body } = await get(`${round}?asOf=2018-12-10`);
  const place = { instant: '2018-12-10T16:59:59.999Z', recordedAt: '2018-12-10T04:00:00.000Z' };
  expect(body).toMatchObject({ status: 'open', asOf: { ...place, at: place.recordedAt } });
  const { seq } = body.asOf;
  const entry = (await get(`/v1/entries/${seq}`)).body as unknown as EntryPage;
  expect(entry).toMatchObject({ seq, type: 'ExtensionGranted', kind: 'event' });
  const byId = (await get(`/v1/entries/${encodeURIComponent(entry.entry)}`)).body;
  expect(byId).toEqual(entry);
  expect((await get(`/v1/entries/${entry.causedBy!.seq}`)).body).toMatchObject({
    ...{ kind: 'command', type: 'AnswerCounterProposal', entry: entry.causedBy!.entry },
  });
  const bySeq = (await get(`${round}?asOf=@${seq}`)).body;
  expect(bySeq.asOf).toEqual({ ...body.asOf, instant: place.recordedAt });
});

test('the same question about the past is answered with 304, however the ledger has grown', async () => {
  for (const path of [
    `${round}?asOf=2018-12-10`,
    '/v1/dashboard?asOf=2018-12-14T12:00',
    '/v1/summary?asOf=2018-12-14T12:00',
    '/v1/directives?asOf=@9',
    '/v1/units?asOf=@9',
    '/v1/directives/d-04?asOf=@9',
    `/v1/obligations?round=${ROUND}&asOf=2018-12-14T12:00`,
  ]) {
    const first = await get(path);
    expect([path, first.status, first.etag]).toEqual([
      path,
      200,
      `W/"@${first.body.asOf.seq}@${first.body.asOf.instant}"`,
    ]);
    expect((await get(path, { 'if-none-match': first.etag })).status).toBe(304);
  }
});

test.each([
  ['/v1/dashboard?asOf=2018-02-30', 400, 'as-of.malformed'],
  ['/v1/dashboard?asOf=2017-01-01', 422, 'as-of.before-everything'],
  ['/v1/dashboard?asOf=@100000', 422, 'as-of.not-yet'],
  ['/v1/diff?from=@20&to=@10&directive=d-04', 422, 'as-of.span-reversed'],
  ['/v1/diff?from=@20', 400, 'field.missing'],
  ['/v1/entries/100000', 404, 'not-found.entry'],
  ['/v1/entries/nothing', 404, 'not-found.entry'],
])('%s is refused with what to do', async (path, status, code) => {
  const answer = await get(path);
  expect([answer.status, answer.body.code]).toEqual([status, code]);
});

test('a report page, rates, indicators and a draft tell of then what is read now as of then', async () => {
  type Page = Body & { readonly directive: object; readonly rounds: readonly object[] };
  const report = async (asOf: string) => (await get(`/v1/report/d-04?asOf=${asOf}`)).body as Page;
  expect((await report('@3')).directive).toMatchObject({ status: 'draft', issuedAt: null });
  for (const asOf of ['@3', '@9', '2018-12-10', '2018-12-31']) {
    const { asOf: _asOf, ...directive } = (await get(`/v1/directives/d-04?asOf=${asOf}`)).body;
    const { items } = (await get(`/v1/rounds?directive=d-04&asOf=${asOf}`)).body;
    expect(await report(asOf)).toMatchObject({ directive, rounds: items });
  }
  const { seq } = (await get(`${round}?asOf=2018-12-10`)).body.asOf;
  const obligation = encodeURIComponent(`${ROUND}~0~nga-son`);
  for (const path of [
    '/v1/report/d-04?',
    '/v1/rates?by=unit&',
    '/v1/indicators?directive=d-04&',
    `/v1/obligations/${obligation}/consolidation?`,
  ]) {
    const { status, body } = await get(`${path}asOf=@${seq}`);
    expect([path, status, body]).toMatchObject([
      ...[path, 200],
      { asOf: '2018-12-10T04:00:00.000Z', place: { seq } },
    ]);
  }
});

test('why, a unit and a shortlist are told as of then', async () => {
  await database.owner.query(registered());
  const why = (asOf: string) => get(`/v1/why?round=${ROUND}&unit=tinh-gia&asOf=${asOf}`);
  type Told = { readonly schedules: readonly { readonly dueAt: string }[] };
  const dues = async (asOf: string) =>
    ((await why(asOf)).body as unknown as Told).schedules.map(({ dueAt }) => dueAt.slice(0, 10));
  expect(await dues('2018-12-09')).toEqual(['2018-12-18']);
  // Granted on the 10th, and moved again when the round was resumed.
  expect(await dues('2018-12-12')).toEqual(['2018-12-18', '2018-12-19']);
  expect((await why('2018-12-12')).body.asOf).toMatchObject({
    instant: '2018-12-12T16:59:59.999Z',
  });
  expect((await why('@3')).status).toBe(404);
  const units = async (path: string) => (await get(`/v1/units${path}`)).body;
  const last = await database.ledger.lastSeq();
  await database.owner.query('DELETE FROM read.units');
  await database.owner.query(registered(last));
  expect(await units(`?asOf=@${last}`)).toMatchObject({ items: [{ unit: 'tinh-gia' }] });
  expect(await units(`?asOf=@${last - 1}`)).toMatchObject({ items: [], asOf: { seq: last - 1 } });
  expect((await get(`/v1/units/tinh-gia?asOf=@${last - 1}`)).body.code).toBe('not-found.unit');
  expect(await units(`/tinh-gia?asOf=@${last}`)).toMatchObject({ asOf: { seq: last } });
  await database.owner.query('DELETE FROM read.units');
  // No policy says here what counts: then neither.
  const shortlist = async (asOf: string) =>
    (await get(`/v1/shortlist?directive=d-04&asOf=${asOf}`)).body.code;
  expect(await shortlist('2018-12-12')).toBe('policy.none-in-force');
  expect(await shortlist('@100000')).toBe('as-of.not-yet');
});

test('what is still to come is answered as of now', async () => {
  const { body } = await get('/v1/dashboard?asOf=2031-01-01');
  expect(body.asOf.instant).toBe(await database.ledger.now());
  expect(body.asOf.seq).toBe(await database.ledger.lastSeq());
});

type Told = { readonly code: number; readonly out: string; readonly err: string };

function dondoc(...args: string[]): Promise<Told> {
  return dondocIn({ DONDOC_MIGRATION_DATABASE_URL: database.url }, ...args);
}

function dondocIn(of: Record<string, string>, ...args: string[]): Promise<Told> {
  const env = { PATH: '', DONDOC_API_URL: api.url, ...of };
  return new Promise((resolve) => {
    execFile(process.execPath, [built('apps/cli/main.js'), ...args], { env }, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

/** Who is asked about by a unit must be a unit of the register; of those the story has none. */
const registered = (
  since = 0,
) => `INSERT INTO read.units (from_seq, unit_id, name, role_classes, search, record)
  VALUES (${since}, 'tinh-gia', '{"vi": "UBND huyện Tĩnh Gia", "en": "Tinh Gia"}', '[]', 'tinh gia', '{}')`;

test('the command line tells it to a clerk', async () => {
  await database.owner.query(registered());
  const asOf = await dondoc('asof', '04/CT-UBND', '2018-12-10');
  expect(asOf).toMatchObject({ code: 0, err: '' });
  expect(asOf.out).toContain('Thời điểm: 10/12/2018 23:59 (UTC+7)');
  expect(asOf.out).toMatch(/Đọc đến dòng \d+ của sổ, ghi lúc 10\/12\/2018 11:00/);
  const changed = await dondoc('diff', '--round', ROUND, '2018-12-09T09:00', '2018-12-17');
  expect(changed.out).toMatch(/tình trạng: bị trả lại → đã chấp nhận ← \d+, \d+, \d+, \d+/);
  const all = await dondoc('diff', '--all', '2018-04-10', '2018-12-31');
  expect(all.out).toMatch(/hoàn thành đúng hạn: 0 → 1 ← \d+/);
  expect((await dondoc('asof', '--round', ROUND, '@30')).out).toContain('Đọc đến dòng 30 của sổ');
  const rung = await dondoc('why', 'rung', ROUND, 'tinh-gia', 'T+1');
  expect(rung.out).toMatch(/đã nhắc lúc .* ← \d+|bỏ qua, vì: .* ← \d+/);
  const then = await dondoc('why', 'rung', ROUND, 'tinh-gia', 'T+1', '--as-of', '2018-12-09');
  expect(then.out).toContain('Chưa đến.');
  const rateThen = await dondoc('why', 'rate', ROUND, '--as-of', '2018-12-10');
  expect(rateThen.out).toMatch(/chưa hoàn thành, trong hạn: 3 \/ 3/);
  for (const command of [
    ['report', '04/CT-UBND'],
    ['rates', '--by', 'unit'],
    ['indicator', 'list', '04/CT-UBND'],
  ]) {
    const { code, out, err } = await dondoc(...command, '--as-of', '@30');
    expect([command[0], code, err]).toEqual([command[0], 0, '']);
    const { instant } = (await get('/v1/dashboard?asOf=@30')).body.asOf;
    const [date, hour] = [instant.slice(8, 10), Number(instant.slice(11, 13)) + 7];
    expect(out).toContain(`Tính đến ${date}/12/2018 ${String(hour).padStart(2, '0')}:`);
    expect((await dondoc(...command, '--as-of', 'mai')).code).toBe(2);
  }
  const rate = await dondoc('why', 'rate', ROUND);
  expect(rate.out).toMatch(/hoàn thành đúng hạn: 1 \/ 3 = 33.3 %\n {2}nga-son: .* ← \d+/);
  expect(await dondoc('asof', '2018-12-10')).toMatchObject({ code: 2 });
  expect(await dondoc('why', 'rung', ROUND)).toMatchObject({ code: 2 });
  expect((await dondoc('why', 'rung', ROUND, 'tinh-gia', 'T-99')).err).toContain(
    'Không có mức T-99',
  );
});

test('the read tables are compared and built anew from the command line', async () => {
  await database.owner.query('DELETE FROM read.units');
  const alike = await dondoc('rebuild', '--check');
  expect(alike).toMatchObject({ code: 0, out: expect.stringContaining('giống hệt') });
  await database.owner.query(`UPDATE read.rounds SET status = 'cancelled'`);
  const other = await dondoc('rebuild', '--check');
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining('[rebuild.differs]') });
  expect(other.out).toMatch(new RegExp(`read\\.rounds +${ROUND} +khác +status`));
  expect(await dondoc('rebuild')).toMatchObject({ code: 0 });
  expect(await dondoc('rebuild', '--check')).toMatchObject({ code: 0 });
});

test('without an address the rebuild means the data folder of its mode, whatever another has left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-rebuild-'));
  mkdirSync(join(folder, 'live'));
  writeFileSync(join(folder, 'live', 'ports.json'), '{"postgres":1}');
  writeFileSync(join(folder, 'live', 'secrets.json'), '{"postgres":"x"}');
  const told = { HOME: folder, DONDOC_DATA_DIR: folder, DONDOC_MODE: 'drill' };
  const { code, err } = await dondocIn(told, 'rebuild', '--check');
  expect([code, err]).toEqual([2, expect.stringContaining(join(folder, 'drill'))]);
  expect(err).toContain('data.empty');
  rmSync(folder, { recursive: true });
});

test('who read what is shown by its entry to those alone who may ask for the record of it', async () => {
  const stream = 'access/2018-12-30';
  const at = await database.ledger.now();
  const data = {
    ...{ what: 'content', subject: 'c'.repeat(64), directive: null, range: null, values: null },
    ...{ reader: null, reason: null },
  };
  const actor = { id: 'api', role: 'system' as const, unit: null };
  const command = { id: 'read-1', stream, type: 'RecordAccess', data, actor };
  const decider = deciderOf(stream);
  const waiting = [{ ...command, receivedAt: at, effectiveAt: at }];
  const from = { state: decider.initial, version: 0 };
  await database.record(stream, step(decider, from, { waiting, now: at }, stream).decided);
  const last = await database.ledger.lastSeq();
  for (const named of [last, last - 1, encodeURIComponent(`${stream}@1`)]) {
    const as = (who: string) => get(`/v1/entries/${named}`, { 'x-dondoc-actor': who });
    expect((await get(`/v1/entries/${named}`)).status).toBe(401);
    expect((await as('x;clerk;bca')).status).toBe(403);
    expect(await as('kt-1;auditor;')).toMatchObject({ status: 200, body: { stream } });
  }
});
