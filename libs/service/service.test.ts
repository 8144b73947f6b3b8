import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describeFailure, failure } from './failure';
import { startHealthServer } from './health';
import { kafkaLogCreator } from './kafka-log';
import { correlate, createLogger } from './logger';
import { Counter, createMetrics } from './metrics';

function capture(level: 'info' | 'debug' = 'info') {
  const destination = new PassThrough();
  const logger = createLogger({ service: 'api', level, destination });
  const lines = (): Record<string, unknown>[] =>
    String(destination.read() ?? '')
      .split('\n')
      .filter((it) => it !== '')
      .map((it) => JSON.parse(it) as Record<string, unknown>);
  return { logger, lines };
}

test('what is logged carries the service and the correlation id of the work at hand', async () => {
  const { logger, lines } = capture();
  await correlate('command-7', async () => {
    await Promise.resolve();
    logger.info('decided');
  });
  logger.info('outside');
  expect(lines()).toMatchObject([
    { service: 'api', correlationId: 'command-7', level: 'info', msg: 'decided' },
    { service: 'api', msg: 'outside' },
  ]);
});

test('a log that goes to a file is there line by line, in a folder made for it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-log-'));
  const file = join(folder, 'log', 'dondoc.log');
  for (const line of ['first start', 'second start'])
    createLogger({ service: 'dondoc', file }).info(line);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(2);
  rmSync(folder, { recursive: true });
});

test('a line names its service once, also where several services share a log', () => {
  const written: string[] = [];
  const shared = createLogger({ destination: { write: (line) => void written.push(line) } });
  shared.child({ service: 'relay' }).info('a');
  expect(written.join('').match(/"service"/g)).toHaveLength(1);
});

test('no password reaches the log, neither by its name nor inside a URL of an error', () => {
  const { logger, lines } = capture();
  logger.warn({ config: { databaseUrl: 'postgres://u:hunter2@db/x' }, password: 'hunter2' }, 'a');
  logger.error({ err: new Error('cannot reach postgres://u:hunter2@db/x') }, 'b');
  const text = JSON.stringify(lines());
  expect(text).not.toContain('hunter2');
  expect(text).toContain('postgres://[redacted]@db/x');
});

test("kafkajs' talk of coordinators never rises above debug, its errors do", () => {
  const { logger, lines } = capture('debug');
  const log = kafkaLogCreator(logger)();
  const entry = (message: string, error: string) => ({
    namespace: 'Connection',
    level: 1,
    log: { message, error },
  });
  log(entry('Response GroupCoordinator', 'The group coordinator is not available'));
  log(entry('Crash', 'The coordinator is loading and hence cannot process requests'));
  log(entry('Connection error', 'ECONNREFUSED'));
  expect(lines().map((it) => it.level)).toEqual(['debug', 'debug', 'error']);
});

test('a failure is told as what, why and what to do', () => {
  const thrown = failure('part.down', 'the part is down', 'start it', new Error('refused'));
  expect(describeFailure(thrown)).toBe(
    'the part is down [part.down]\n  because: refused\n  next: start it',
  );
});

test('a service that lives but lacks a part is healthy and not ready', async () => {
  const metrics = createMetrics({ service: 'relay', processFigures: false });
  new Counter({ name: 'dondoc_relayed_total', help: 'x', registers: [metrics] }).inc(3);
  const parts = { database: 'ok', kafka: 'no broker answers' };
  const ready = async () => ({ ok: false, parts });
  const server = await startHealthServer({ port: 0, ready, metrics });
  const get = (path: string) => fetch(`${server.url}${path}`);
  expect((await get('/healthz')).status).toBe(200);
  const readiness = await get('/readyz');
  expect([readiness.status, await readiness.json()]).toEqual([503, { ok: false, parts }]);
  expect(await (await get('/metrics')).text()).toContain('dondoc_relayed_total{service="relay"} 3');
  expect((await get('/else')).status).toBe(404);
  await server.close();
});

test('a readiness check that throws means not ready', async () => {
  const ready = () => Promise.reject(new Error('postgres://u:hunter2@db is gone'));
  const server = await startHealthServer({ port: 0, ready });
  const answer = await fetch(`${server.url}/readyz`);
  expect([answer.status, await answer.text()]).toEqual([
    503,
    '{"ok":false,"parts":{"ready":"postgres://[redacted]@db is gone"}}',
  ]);
  await server.close();
});
