import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { addressOf, requireReachable } from './require-reachable';

const given = { part: 'kafka', variable: 'KAFKA_BROKERS' } as const;

test('one broker of several that answers is enough', async () => {
  const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await requireReachable({ ...given, addresses: ['127.0.0.1:1', `127.0.0.1:${port}`] });
  server.close();
});

test('a part that the environment names and that is not there is a failure, without its value', async () => {
  const thrown: unknown = await requireReachable({ ...given, addresses: ['127.0.0.1:1'] }).catch(
    (it: unknown) => it,
  );
  expect(thrown).toMatchObject({
    code: 'kafka.unreachable',
    message: 'KAFKA_BROKERS is set, but nothing answers there',
    nextStep: expect.stringContaining('unset it to have one provisioned here'),
  });
});

test('a database URL without a port means the usual one', () => {
  expect(addressOf('postgres://u:p@db.local/dondoc')).toBe('db.local:5432');
  expect(addressOf('postgres://u:p@db.local:6000/dondoc')).toBe('db.local:6000');
});
