/** Bad input, by HTTP: what never reaches a decider and what a decider refuses, each with a code, a place and a way on. */
import {
  DRAFT,
  expectProblem,
  notStated,
  OBLIGATION,
  REPORT,
  stated,
} from './support/api-fixtures';
import { ask, CLERK, read, startDoor, type Door } from './support/api-process';

let door: Door;
beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door.stop());

const register = (body: unknown, headers: Record<string, string> = {}) =>
  ask(door.url, '/v1/directives', { body, headers });

describe('bad input', () => {
  test('an unknown field is refused at its place', async () => {
    const answer = await register({ draft: { ...DRAFT, colour: 'red' } });
    expectProblem(answer, 400, 'field.unknown');
    expect(answer.body.place).toBe('/draft/colour');
  });

  test('all faults are listed, each with its place', async () => {
    const body = { draft: { ...DRAFT, issuer: 'é', date: stated('2018-02-30') }, x: 1 };
    const { faults } = (await register(body)).body as unknown as { faults: { place: string }[] };
    expect(faults.map(({ place }) => place)).toEqual(['/draft/issuer', '/draft/date/value', '/x']);
  });

  test('malformed JSON is refused with line and column, and nothing of it comes back', async () => {
    const answer = await register('{"draft":\n {"issuer": bí-mật}}');
    expectProblem(answer, 400, 'json.malformed');
    expect(answer.body.params).toEqual({ position: '2:13', line: 2, column: 13 });
    expect(JSON.stringify(answer.body)).not.toContain('bí-mật');
  });

  test.each([
    ['cut off', '{"draft":', '1:10'],
    ['with a comma too many', '{"a":1,}', '1:8'],
    ['with single quotes', "{'a':1}", '1:2'],
    ['of two values', '{} {}', '1:4'],
    ['with a control character in a string', '"a\nb"', '1:1'],
    ['nested without end', '['.repeat(100_000), '1:65'],
  ])('JSON %s is refused', async (_what, text, position) => {
    const answer = await register(text);
    expectProblem(answer, 400, 'json.malformed');
    expect(answer.body.params).toMatchObject({ position });
  });

  test('invalid UTF-8 is refused with the byte at fault', async () => {
    const answer = await register(Buffer.from([0x7b, 0x22, 0xc3, 0x28, 0x22, 0x7d]));
    expectProblem(answer, 400, 'utf8.invalid');
    expect(answer.body.params).toEqual({ position: 3 });
  });

  test('a body over the limit is refused', async () => {
    const answer = await register({ draft: { ...DRAFT, padding: 'x'.repeat(256 * 1024) } });
    expectProblem(answer, 413, 'body.too-large');
    expect(answer.body.params).toEqual({ limit: 256 * 1024 });
  });

  test('another content type is refused before its body is read', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=latin1']) {
      const answer = await register({ draft: DRAFT }, { 'content-type': type });
      expectProblem(answer, 415, 'media-type.unsupported');
    }
  });

  test('a missing body is a missing field', async () => {
    expectProblem(await register(undefined), 400, 'field.missing');
  });

  test('a span that ends before it begins is refused, and not answered with an empty page', async () => {
    const span = 'directive=d-thanh-hoa&from=2026-12-31&to=2020-01-01';
    for (const page of ['shortlist', 'criticisms']) {
      expectProblem(await read(door.url, `/v1/${page}?${span}`), 400, 'span.reversed');
    }
  });

  test('an id of an obligation that is none is refused', async () => {
    const answer = await ask(door.url, '/v1/obligations/abc/submit', { body: { report: REPORT } });
    expectProblem(answer, 400, 'obligation.id-malformed');
    expect(answer.body.place).toBe('path:obligationId');
  });

  test('a round that was never opened takes no report', async () => {
    const never = OBLIGATION.replace('2018', '2031');
    const answer = await ask(door.url, `${never}/submit`, { body: { report: REPORT } });
    expectProblem(answer, 409, 'round.not-open');
  });

  test('a file that is not in the content store cannot be reported', async () => {
    const sha256 = 'a'.repeat(64);
    const file = { name: 'a.pdf', mediaType: 'application/pdf', size: 1, sha256 };
    const body = { report: { ...REPORT, files: [file] } };
    const answer = await ask(door.url, `${OBLIGATION}/submit`, { body });
    expectProblem(answer, 422, 'content.unknown');
    expect(answer.body.params).toEqual({ sha256 });
  });

  test('a file of another size or type than the content store holds cannot be reported', async () => {
    const put = await ask(door.url, '/v1/content', {
      body: Buffer.from('Số liệu'),
      headers: { 'content-type': 'text/csv' },
    });
    const held = put.body as unknown as { sha256: string; size: number; mediaType: string };
    for (const claim of [{ size: held.size + 1 }, { mediaType: 'application/pdf' }]) {
      const file = { name: 'a.csv', ...held, ...claim };
      const body = { report: { ...REPORT, files: [file] } };
      const answer = await ask(door.url, `${OBLIGATION}/submit`, { body });
      expectProblem(answer, 422, 'content.differs');
      expect(answer.body.params).toEqual({
        name: 'a.csv',
        sha256: held.sha256,
        claimed: `${file.mediaType}, ${file.size} byte`,
        held: `text/csv, ${held.size} byte`,
      });
    }
  });

  test('a report is not taken as consolidated from a draft of another round, or with other counts than its draft has', async () => {
    const [, obligation] = /obligations\/(.+)$/.exec(OBLIGATION)!;
    const kept = async (of: string) => {
      const draft = { obligation: of, asOf: '2018-12-10T01:00:00.000Z', draft: null };
      const bytes = Buffer.from(JSON.stringify({ ...draft, parts: [{}, {}], missing: [{}] }));
      const headers = { 'content-type': 'application/json' };
      const put = await ask(door.url, '/v1/content', { body: bytes, headers });
      return String(put.body.sha256);
    };
    const submit = (draftSha256: string, missing: number) => {
      const consolidates = { draftSha256, parts: 2, missing };
      const body = { report: { ...REPORT, consolidates } };
      return ask(door.url, `${OBLIGATION}/submit`, { body });
    };
    const own = await kept(decodeURIComponent(obligation!));
    expectProblem(await submit('b'.repeat(64), 1), 422, 'draft.unknown');
    expectProblem(await submit(own, 0), 422, 'draft.differs');
    const other = await kept('d-1~report~2017~0~nga-son');
    expectProblem(await submit(other, 1), 422, 'draft.other-obligation');
  });

  test('an address that is none, and a path that cannot be decoded', async () => {
    expectProblem(await read(door.url, '/v1/nowhere'), 404, 'route.unknown');
    const answer = await read(door.url, '/v1/directives/%E0%A4%A');
    expect(answer.body.code).toBe('request.malformed');
  });

  test('a limit or a cursor that is none', async () => {
    const answer = await read(door.url, '/v1/rounds?limit=0');
    expectProblem(answer, 400, 'field.too-small');
    expect(answer.body.place).toBe('query:limit');
    expectProblem(await read(door.url, '/v1/rounds?colour=red'), 400, 'field.unknown');
  });

  test('an idempotency key with blanks', async () => {
    const answer = await register({ draft: DRAFT }, { 'idempotency-key': 'a b' });
    expectProblem(answer, 400, 'idempotency.key-malformed');
  });
});

describe('what a decider refuses, by HTTP', () => {
  const acting = (actor: string) => ({ 'x-dondoc-actor': actor });
  const post = (path: string, body: unknown, actor: string, key = {}) =>
    ask(door.url, path, { body, headers: { ...acting(actor), ...key } });
  const operator = 'op-1;operator;';

  test('a report twice: with the same key it is the same one, with another key it is refused', async () => {
    const send = (key: string) =>
      post(`${OBLIGATION}/submit`, { report: REPORT }, 'cb;clerk;nga-son', {
        'idempotency-key': key,
      });
    const first = await send('s-1');
    expect(first.body).toMatchObject({ outcome: { events: ['ReportSubmitted'] }, repeat: false });
    expect((await send('s-1')).body).toEqual({ ...first.body, repeat: true });
    expectProblem(await send('s-2'), 409, 'report.already-submitted');
  });

  test('a report by a unit that does not owe it', async () => {
    const other = OBLIGATION.replace('nga-son', 'tho-xuan');
    const answer = await post(`${other}/submit`, { report: REPORT }, 'cb;clerk;nga-son');
    expectProblem(answer, 403, 'actor.not-obliged');
    expect(answer.body.detail).toContain('Công an huyện Nga Sơn (nga-son)');
  });

  test('a report in which there is nothing, unless it says so', async () => {
    const send = (report: unknown) =>
      post(`${OBLIGATION.replace('nga-son', 'tho-xuan')}/submit`, { report }, 'cb;clerk;tho-xuan');
    expectProblem(await send({}), 422, 'report.empty');
    expect((await send({ nil: true })).status).toBe(200);
  });

  test('a unit that is not in the round', async () => {
    const other = OBLIGATION.replace('nga-son', 'ba-dinh');
    const answer = await post(`${other}/submit`, { report: REPORT }, 'cb;clerk;ba-dinh');
    expectProblem(answer, 404, 'unit.not-in-round');
  });

  test('a report to a closed round, unless it says that it comes after the closing', async () => {
    const closed = `${OBLIGATION.replace('2018', '2017')}/submit`;
    expectProblem(await post(closed, { report: REPORT }, 'cb;clerk;nga-son'), 409, 'round.closed');
    const after = { report: REPORT, afterClosing: true };
    expect((await post(closed, after, 'cb;clerk;nga-son')).status).toBe(200);
  });

  test('a due date before the opening', async () => {
    const duty = {
      id: 'quick',
      kind: 'reportOnRequest',
      title: { vi: 'Báo cáo nhanh', en: 'Quick report' },
      owes: stated({ kind: 'units', units: ['nga-son'] }),
      to: stated(['bcd-138']),
      cadence: stated({ kind: 'onRequest' }),
      due: stated({ kind: 'workingDaysAfter', from: 'request', days: 2 }),
      acceptance: 'byReceiver',
    };
    const { body } = await register({ draft: DRAFT, duties: [duty] });
    const page = String(body.resource);
    const clerk = CLERK['x-dondoc-actor'];
    const signer = { grade: 'notInCopy' };
    const issue = { symbol: '04/CT-UBND', date: '2018-04-02', signer };
    expect((await post(`${page}/issue`, issue, clerk)).status).toBe(200);
    const request = { duty: 'quick', dueDate: '2018-12-09', reason: 'bão lũ' };
    const answer = await post(`${page}/request-report`, request, clerk);
    expectProblem(answer, 422, 'due.before-opening');
  });

  test('a command too long to be recorded', async () => {
    const task = (key: number) => ({
      key: String(key),
      text: 'Nhiệm vụ '.repeat(800).trim(),
      lead: notStated,
      coordinators: notStated,
      verbs: [],
    });
    const tasks = Array.from({ length: 12 }, (_none, at) => task(at + 1));
    const answer = await register({ draft: { ...DRAFT, tasks } });
    expectProblem(answer, 422, 'entry.too-large');
    expect(answer.body.params).toEqual({ limit: 60 * 1024 });
  });

  const unit = (id: string, parent: string | null) => ({
    id,
    name: { vi: id, en: id },
    parent,
    kind: 'office',
    from: '2010-01-01',
    source: 'x',
  });
  const on = { on: '2015-01-01', source: 'x' };

  test('an unknown unit', async () => {
    const body = { ...on, alias: 'Không có' };
    expectProblem(await post('/v1/units/ma/aliases', body, operator), 404, 'unit.unknown');
  });

  test('a cycle in units, with the ring', async () => {
    const units = [unit('a', null), unit('b', 'a'), unit('c', 'b')];
    expect((await post('/v1/units', { units }, operator)).status).toBe(200);
    const answer = await post('/v1/units/a/move', { ...on, parent: 'c' }, operator);
    expectProblem(answer, 422, 'unit.cycle');
    expect(answer.body.params).toMatchObject({ path: ['a', 'c', 'b', 'a'] });
  });

  test('a calendar with a hole', async () => {
    const year = (of: number) => ({
      year: of,
      source: 'x',
      days: [
        {
          date: `${of}-01-01`,
          kind: 'holiday',
          name: { vi: 'Tết Dương lịch', en: 'New Year' },
          source: 'x',
          certainty: 'sure',
        },
      ],
    });
    const path = '/v1/calendars/thu/years';
    expect((await post(path, year(2018), operator)).status).toBe(200);
    const answer = await post(path, year(2020), operator);
    expectProblem(answer, 422, 'calendar.invalid');
    expect(answer.body.params).toEqual({ date: '2019', problem: 'hole' });
  });

  test('contacts come in as addresses, never as something that looks like a token', async () => {
    const contact = {
      role: 'focal',
      position: { vi: 'x', en: 'x' },
      email: `pii:${'a'.repeat(64)}`,
    };
    const answer = await post('/v1/units/a/contacts', { contacts: [contact] }, operator);
    expectProblem(answer, 400, 'email.malformed');
    expect(answer.body.place).toBe('/contacts/0/email');
  });
});
