import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from './client';

const client = createClient({ url: 'http://127.0.0.1:1', lang: 'vi' });
const asking = { body: {}, actor: 'an;clerk;v28' };

test('nobody at the address is a part that is down', async () => {
  await expect(client.get('/v1/summary')).rejects.toMatchObject({ exit: 3 });
});

test('what no header can carry is a fault of usage, not a part that is down', async () => {
  const actor = 'an;đầu mối;v28';
  await expect(client.ask('/v1/directives', { ...asking, actor })).rejects.toMatchObject({
    exit: 2,
    message: expect.stringMatching(/--as an;đầu mối;v28: .*clerk, focal/s),
  });
  await expect(client.ask('/v1/directives', { ...asking, key: 'khóa 1' })).rejects.toMatchObject({
    exit: 2,
    message: expect.stringContaining('--key khóa 1'),
  });
});

test('a file is sent with the hash of its bytes, and what the store holds comes back', async () => {
  const held = { sha256: 'a'.repeat(64), size: 3, mediaType: 'text/plain' };
  let seen: IncomingHttpHeaders = {};
  const server = createServer((request, response) => {
    seen = request.headers;
    response.end(JSON.stringify(held));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const sender = createClient({ url: `http://127.0.0.1:${port}`, lang: 'vi' });
  expect(await sender.put(Buffer.from('abc'), 'text/markdown')).toEqual(held);
  await new Promise((closed) => server.close(closed));
  // FIPS 180-4, the hash of "abc".
  expect(seen).toMatchObject({
    'content-type': 'text/markdown',
    'content-digest': 'sha-256=:ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=:',
  });
});

test.each(['drill', 'live'])('an answer of a %s system is told from its header', async (mode) => {
  const server = createServer((_request, response) => {
    response.setHeader('dondoc-mode', mode);
    response.end('{}');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const ofDrill = jest.fn();
  await createClient({ url: `http://127.0.0.1:${port}`, lang: 'vi', ofDrill }).get('/v1/rates');
  await new Promise((closed) => server.close(closed));
  expect(ofDrill).toHaveBeenCalledTimes(mode === 'drill' ? 1 : 0);
});
