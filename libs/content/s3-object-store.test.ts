/** A server that does not do its work is asked again, and given up within a bound, whatever it does. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ObjectStoreSettings } from '../service';
import { objectUrl } from './object-url';
import { createS3ObjectStore } from './s3-object-store';

const SHA256 = 'a'.repeat(64);
const QUICK = { attempts: 3, attemptMs: 400, pauseMs: 1 };

let server: Server;
let answer: RequestListener = () => undefined;
let asked: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    request.resume();
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    }),
);
beforeEach(() => {
  asked = [];
});

function objects(more: Partial<ObjectStoreSettings> = {}) {
  const { port } = server.address() as AddressInfo;
  const settings = {
    endpoint: `http://127.0.0.1:${port}`,
    bucket: 'kho',
    region: 'us-east-1',
    keyId: 'khoa',
    secret: 'bi-mat-cua-ta',
    pathStyle: true,
    prefix: '',
    ...more,
  };
  return createS3ObjectStore(settings, QUICK);
}

const refuse =
  (status: number, code = 'Refused'): RequestListener =>
  (_request, response) =>
    response.writeHead(status).end(`<Error><Code>${code}</Code><Message>bi-mat</Message></Error>`);

test.each([
  ['slow down', refuse(503, 'SlowDown'), 's3.away', 3],
  ['500 without a word', refuse(500, ''), 's3.away', 3],
  ['a broken connection', ((request) => request.socket.destroy()) as RequestListener, 's3.away', 3],
  ['a hanging server', () => undefined, 's3.timeout', 2],
  ['altered bytes', refuse(400, 'BadDigest'), 's3.altered-on-the-way', 3],
  ['a refusal', refuse(400, 'InvalidRequest'), 's3.refused', 1],
  ['another address', refuse(301, 'PermanentRedirect'), 's3.refused', 1],
  ['no right', refuse(403, 'AccessDenied'), 's3.access-denied', 1],
  ['another time', refuse(403, 'RequestTimeTooSkewed'), 's3.clock-differs', 1],
  ['no bucket', refuse(404, 'NoSuchBucket'), 's3.bucket-missing', 1],
])('%s is a failure after so many tries', async (_what, listener, code, tries) => {
  answer = listener;
  const since = performance.now();
  const thrown = await objects()
    .put(SHA256, Buffer.from('x'))
    .catch((it: Error) => it);
  expect(thrown).toMatchObject({ code, nextStep: expect.any(String) as string });
  expect(asked).toHaveLength(tries);
  expect(performance.now() - since).toBeLessThan(2_000);
  const { message, cause } = thrown as Error;
  expect(`${message} ${String(cause)}`).not.toMatch(/bi-mat|kho\b|127\.0\.0\.1/);
});

test('a body that stops in the middle is asked for again, and given up in time', async () => {
  answer = (_request, response) => {
    response.writeHead(200, { 'content-length': '10' });
    response.write('half');
  };
  await expect(objects().get(SHA256, 10)).rejects.toMatchObject({ code: 's3.timeout' });
  expect(asked).toHaveLength(2);
});

test('a body without an end is not read past what was asked for', async () => {
  answer = (_request, response) => {
    const more = () => response.write('x'.repeat(100_000)) && setImmediate(more);
    response.on('drain', more);
    more();
  };
  expect(await objects().get(SHA256, 5)).toHaveLength(6);
});

test('what passes is passed over', async () => {
  answer = (request, response) => {
    if (asked.length < 3) refuse(503)(request, response);
    else response.end('xin chào');
  };
  expect((await objects().get(SHA256, 9))?.toString('utf8')).toBe('xin chào');
});

test('what is not there is null, and a bucket that says so answers', async () => {
  answer = refuse(404, 'NoSuchKey');
  expect(await objects().get(SHA256, 1)).toBeNull();
  await expect(objects().probe()).resolves.toBeUndefined();
});

test('the bucket stands in the path, or before the host, and the prefix before the key', () => {
  const place = { endpoint: 'https://s3.example:9000', bucket: 'kho', pathStyle: true, prefix: '' };
  expect(objectUrl(place, 'ab')).toBe('https://s3.example:9000/kho/ab');
  const folded = { ...place, prefix: 'a/b/' };
  expect(objectUrl(folded, 'ab')).toBe('https://s3.example:9000/kho/a/b/ab');
  const named = { ...folded, pathStyle: false };
  expect(objectUrl(named, 'ab')).toBe('https://kho.s3.example:9000/a/b/ab');
});

test('bytes go with their hash, under the signature and as checksum', async () => {
  let headers: NodeJS.Dict<string | string[]> = {};
  answer = (request, response) => {
    ({ headers } = request);
    response.end();
  };
  await objects().put(SHA256, Buffer.from('x'));
  expect(headers).toMatchObject({
    'x-amz-content-sha256': SHA256,
    'x-amz-checksum-sha256': Buffer.from(SHA256, 'hex').toString('base64'),
    'content-length': '1',
  });
  expect(headers.authorization).toMatch(/SignedHeaders=[^,]*x-amz-checksum-sha256/);
});
