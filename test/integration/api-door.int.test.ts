/** What is refused at the door and what passes: every answer is a receipt or a problem with a code and a place. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { connect } from 'node:net';
import { DRAFT, expectProblem } from './support/api-fixtures';
import { ask, built, read, startDoor, type Door } from './support/api-process';

let door: Door;
beforeAll(async () => {
  door = await startDoor();
});
afterAll(() => door.stop());

/** What the other side says to these bytes before it closes. */
function spoken(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let text = '';
    socket.on('data', (chunk) => {
      text += String(chunk);
      socket.end();
    });
    socket.once('close', () => resolve(text));
    socket.once('error', reject);
  });
}

/** A body whose announced length is over the limit is refused before it is sent. */
function statusBeforeSending(length: number): Promise<string> {
  const head = [
    'POST /v1/content HTTP/1.1',
    'Host: door',
    'X-Dondoc-Actor: can-bo-1;clerk;bca',
    'Content-Type: application/pdf',
    `Content-Length: ${length}`,
  ];
  return spoken(Number(new URL(door.url).port), `${head.join('\r\n')}\r\n\r\n`);
}

const register = (body: unknown, headers: Record<string, string> = {}) =>
  ask(door.url, '/v1/directives', { body, headers });

describe('a command that is in order', () => {
  test('is answered with a receipt: what was taken, when, and what came of it', async () => {
    const answer = await register({ draft: DRAFT }, { 'idempotency-key': 'k-1' });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      type: 'RegisterDirective',
      receivedAt: '2018-12-10T03:00:00.000Z',
      effectiveAt: '2018-12-10T03:00:00.000Z',
      status: 'decided',
      outcome: { accepted: true, events: ['DirectiveRegistered'], rejection: null },
      version: 1,
      repeat: false,
    });
    expect(answer.body.seq).toEqual(expect.any(Number));
    expect(answer.headers.get('location')).toBe(answer.body.resource);
    expect(answer.body.resource).toMatch(/^\/v1\/directives\/d-[a-z2-7]{12}$/);
    expect(answer.headers.get('idempotency-key')).toBe('k-1');
  });

  test('asked again with the same key is the same command, with another body a conflict', async () => {
    const headers = { 'idempotency-key': 'k-2' };
    const first = await register({ draft: DRAFT }, headers);
    const again = await register({ draft: DRAFT }, headers);
    expect(again.body).toEqual({ ...first.body, repeat: true });
    const other = await register({ draft: { ...DRAFT, grammar: 'party' } }, headers);
    expectProblem(other, 409, 'idempotency.conflict');
  });

  test('without a key gets one, so that it can be sent again', async () => {
    const answer = await register({ draft: DRAFT });
    expect(answer.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('in NFD is the same as in NFC', async () => {
    const nfd = JSON.stringify({ draft: DRAFT }).normalize('NFD');
    const headers = { 'idempotency-key': 'k-nfd' };
    await register({ draft: DRAFT }, headers);
    expect((await register(nfd, headers)).body).toMatchObject({ repeat: true });
  });

  test('is looked up later by its id', async () => {
    const { body } = await register({ draft: DRAFT });
    const later = await read(door.url, `/v1/commands/${String(body.commandId)}`);
    expect(later.body).toMatchObject({ commandId: body.commandId, status: 'decided' });
    expectProblem(await read(door.url, '/v1/commands/c-none'), 404, 'not-found.command');
  });
});

describe('a refusal of a decider', () => {
  test('is a problem with the status of its code, and names the command that was recorded', async () => {
    const answer = await register({ draft: { ...DRAFT, addressees: [] } });
    expectProblem(answer, 422, 'directive.no-addressee');
    expect(answer.body.commandId).toMatch(/^c-/);
  });

  test('secret content is refused with a clear message', async () => {
    const answer = await register({ draft: { ...DRAFT, secrecy: 'mat' } });
    expectProblem(answer, 422, 'directive.secret');
    expect(answer.body.title).toBe('Hệ thống này không nhận văn bản mật (mat)');
  });

  test('of secret content leaves nothing behind: no command is logged, none is recorded', async () => {
    const headers = { 'idempotency-key': 'k-secret' };
    const answer = await register({ draft: { ...DRAFT, secrecy: 'toiMat' } }, headers);
    expect(answer.body.commandId).toBeUndefined();
    expect((await register({ draft: DRAFT }, headers)).status).toBe(201);
    const changes = { secrecy: 'mat', abstract: DRAFT.abstract };
    const body = { changes, reason: 'đóng dấu mật' };
    const amended = await ask(door.url, '/v1/directives/d-abc/amend-draft', { body });
    expectProblem(amended, 422, 'directive.secret');
    expect(amended.body.commandId).toBeUndefined();
  });
});

describe('who acts', () => {
  const acting = (actor: string) => register({ draft: DRAFT }, { 'x-dondoc-actor': actor });

  test('must be named', async () => {
    expectProblem(await acting(''), 401, 'actor.missing');
  });

  test('has the form id;role;unit, and is never the system', async () => {
    for (const actor of ['x', 'x;boss;bca', 'reactor;system;', 'Nguyễn Văn A;clerk;bca']) {
      const encoded = Buffer.from(actor, 'utf8').toString('latin1');
      expectProblem(await acting(encoded), 400, 'actor.malformed');
    }
  });

  test('needs a role with the right', async () => {
    expectProblem(await acting('kt-1;auditor;bca'), 403, 'right.missing');
  });
});

describe('a symbol that several issuers used', () => {
  test('is asked back with the candidates', async () => {
    const answer = await read(door.url, '/v1/directives/04%2FCT-UBND');
    expectProblem(answer, 409, 'symbol.ambiguous');
    const { candidates } = answer.body.params as unknown as { candidates: { issuer: string }[] };
    expect(candidates.map(({ issuer }) => issuer)).toEqual(['ubnd-thanh-hoa', 'ubnd-hau-giang']);
  });

  test.each(['timeline', 'documents', 'assumptions', 'rounds', 'obligations', 'upcoming'])(
    'is asked back where it filters %s, and the issuer answers',
    async (list) => {
      const filter = `/v1/${list}?directive=04%2FCT-UBND`;
      expectProblem(await read(door.url, filter), 409, 'symbol.ambiguous');
      expect((await read(door.url, `${filter}&issuer=ubnd-hau-giang`)).status).toBe(200);
    },
  );

  test('with its issuer names one', async () => {
    const answer = await read(door.url, '/v1/directives/04%2FCT-UBND?issuer=ubnd-thanh-hoa');
    expectProblem(answer, 404, 'not-found.directive');
    const none = await read(door.url, '/v1/directives/99%2FCT-UBND');
    expectProblem(none, 404, 'not-found.directive');
  });
});

describe('reads', () => {
  test('carry the sequence they rest on, and an unchanged page is not sent again', async () => {
    const first = await read(door.url, '/v1/directives');
    const etag = first.headers.get('etag')!;
    expect(etag).toBe('W/"42@2018-12-10T03:00:00.000Z"');
    expect((await read(door.url, '/v1/directives', { 'if-none-match': etag })).status).toBe(304);
  });

  test('a mistake of ours is answered without a word of it, and logged with it', async () => {
    const answer = await read(door.url, '/v1/summary', { 'accept-language': 'en' });
    expectProblem(answer, 500, 'internal');
    expect(answer.body.detail).toContain(String(answer.body.correlationId));
    expect(JSON.stringify(answer.body)).not.toContain('a secret of ours');
    await door.prints('a secret of ours');
  });

  test('the correlation id of the caller is kept', async () => {
    const trace = '4bf92f3577b34da6a3ce929d0e0e4736';
    const answer = await read(door.url, '/v1/nowhere', {
      traceparent: `00-${trace}-00f067aa0ba902b7-01`,
    });
    expect(answer.body.correlationId).toBe(trace);
  });
});

describe('contents', () => {
  const bytes = Buffer.from('Báo cáo', 'utf8');

  test('are kept by their hash, given back as a download, and then may be named', async () => {
    const put = await ask(door.url, '/v1/content', {
      body: bytes,
      headers: { 'content-type': 'text/markdown' },
    });
    expect(put.body).toMatchObject({ size: 9 });
    const got = await fetch(new URL(`/v1/content/${String(put.body.sha256)}`, door.url));
    expect(await got.text()).toBe('Báo cáo');
    expect(got.headers.get('content-disposition')).toContain('attachment');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
  });

  test('that are JSON are taken as they are, byte by byte', async () => {
    const put = await ask(door.url, '/v1/content', { body: '{ "a" : ' });
    expect(put.body).toMatchObject({ size: 8 });
  });

  test('that are not the bytes of their Content-Digest are refused, and nothing is kept', async () => {
    const other = Buffer.from('Báo cáo khác', 'utf8');
    const sha256 = (of: Buffer) => createHash('sha256').update(of);
    const put = (digest: string) =>
      ask(door.url, '/v1/content', {
        body: other,
        headers: { 'content-type': 'text/plain', 'content-digest': digest },
      });
    const differs = await put(`sha-256=:${sha256(bytes).digest('base64')}:`);
    expectProblem(differs, 422, 'content.digest-differs');
    expect(differs.body.params).toEqual({
      claimed: sha256(bytes).digest('hex'),
      received: sha256(other).digest('hex'),
      size: other.length,
    });
    for (const wrong of [
      '',
      'sha-256',
      `sha-256=${sha256(other).digest('hex')}`,
      'sha-512=:AA==:',
    ]) {
      expectProblem(await put(wrong), 400, 'content.digest-malformed');
    }
    const address = `/v1/content/${sha256(other).digest('hex')}`;
    expectProblem(await read(door.url, address), 404, 'not-found.content');
    const right = await put(`sha-512=:AA==:, sha-256=:${sha256(other).digest('base64')}:`);
    expect(right.body).toMatchObject({ size: other.length, mediaType: 'text/plain' });
  });

  test('that are empty or too large are refused', async () => {
    const headers = { 'content-type': 'application/pdf' };
    const empty = await ask(door.url, '/v1/content', { body: '', headers });
    expectProblem(empty, 400, 'content.empty');
    const spokenAnswer = await statusBeforeSending(5 * 1024 * 1024 + 1);
    expect(spokenAnswer).toMatch(/^HTTP\/1\.1 413/);
    expect(spokenAnswer).toMatch(/"content\.too-large".*5242880/);
  });

  test('of a type that is not in the list are refused with the list', async () => {
    for (const mediaType of ['application/zip', 'text/html', 'application/octet-stream', 'x']) {
      const answer = await ask(door.url, '/v1/content', {
        body: Buffer.from(`other ${mediaType}`),
        headers: { 'content-type': mediaType },
      });
      expectProblem(answer, 415, 'content.type-refused');
      const { allowed } = answer.body.params as unknown as { allowed: string };
      expect(allowed).toContain('application/pdf, ');
    }
  });

  test('that are JSON have the limit of JSON', async () => {
    const answer = await ask(door.url, '/v1/content', { body: 'x'.repeat(256 * 1024 + 1) });
    expectProblem(answer, 413, 'content.too-large');
    expect(answer.body.params).toEqual({ limit: 256 * 1024 });
  });
});

describe('the documentation', () => {
  test('names every command with its body and answers', async () => {
    const { body } = await read(door.url, '/v1/openapi.json');
    const paths = body.paths as unknown as Record<string, Record<string, { operationId: string }>>;
    expect(paths['/v1/obligations/{obligationId}/submit']!.post).toMatchObject({
      operationId: 'SubmitReport',
      requestBody: { required: true },
    });
    expect(Object.keys(paths).length).toBeGreaterThan(50);
  });

  test('is a page without scripts for people', async () => {
    const page = await fetch(new URL('/v1/docs', door.url));
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const text = await page.text();
    expect(text).toContain('Gửi báo cáo');
    expect(text).not.toContain('<script');
  });
});

test('nothing of a body and nothing typed into an address is logged', async () => {
  const canary = 'canary-7f3a';
  await register({ draft: { ...DRAFT, colour: canary } });
  await register(`{"${canary}`);
  await read(door.url, `/v1/obligations?unit=${canary}`);
  const last = await read(door.url, `/v1/${canary}`);
  await door.prints(String(last.body.correlationId));
  expect(door.printed()).not.toContain(canary);
});

test('the door listens on loopback only', () => {
  expect(new URL(door.url).hostname).toBe('127.0.0.1');
});

test('a request that is no HTTP is refused without a stack', async () => {
  const { port } = new URL(door.url);
  const answer = await spoken(Number(port), 'HELLO\r\n\r\n');
  expect(answer).toMatch(/^HTTP\/1\.1 400/);
  expect(answer).not.toMatch(/\bat .+:\d+:\d+/);
});

test('every handler has a guard and a schema for each of its inputs', () => {
  type Handler = {
    handler: string;
    path: string;
    post: boolean;
    reads: boolean;
    right: string | null;
    inputs: string[];
    unchecked: string[];
  };
  const text = execFileSync(process.execPath, [
    built('test/integration/support/api-door.process.js'),
    'handlers',
  ]);
  const handlers = JSON.parse(text.toString('utf8')) as Handler[];
  expect(handlers.length).toBeGreaterThan(60);
  for (const it of handlers) {
    expect([it.handler, it.unchecked]).toEqual([it.handler, []]);
    expect([it.handler, it.reads]).toEqual([it.handler, it.right === null]);
    // A change set is too long for an address: it is looked at by a POST that changes nothing.
    const looks = it.path.endsWith('/reorganisations/preview');
    // What only some may read needs a right, as a command does.
    const forSome = it.handler === 'AccessReads.list';
    expect([it.handler, it.reads]).toEqual([it.handler, (!it.post && !forSome) || looks]);
    expect([it.handler, it.inputs]).toEqual([
      it.handler,
      expect.arrayContaining([it.post ? 'body' : 'query']),
    ]);
    if (it.path.includes(':'))
      expect([it.handler, it.inputs]).toEqual([it.handler, expect.arrayContaining(['path'])]);
  }
});
