/**
 * Each app starts as a process of its own with the command and the environment of docker-compose.yml, on the shared
 * servers, becomes ready, and ends cleanly on SIGTERM. Only the addresses of the parts differ from a container's.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { APPS, composeFile, ROOT, SECRETS } from '../compose/compose-file';
import { adminUrl, kafkaBrokers, sharedServers, temporalAddress } from '../support/servers';

const DATABASE = 'compose_processes';
const READY_WITHIN_MS = 40_000;
/** Roles belong to the whole shared server: every test gives them the same password. */
const ROLE_PASSWORD = 'dondoc-test';
const secrets = Object.entries(SECRETS).map(([name, secret]) => [
  name,
  name.startsWith('DONDOC_PASSWORD_') ? ROLE_PASSWORD : secret,
]);
const { services } = composeFile(Object.fromEntries(secrets) as Record<string, string>);
const running: ChildProcess[] = [];

type Environment = Record<string, string>;

/** The environment of a container, with the addresses of the shared servers in place of its network's. */
function environmentOf(name: string, healthPort: number): Environment {
  const env: Environment = { ...services[name]?.environment };
  const local = new URL(adminUrl());
  for (const key of ['DATABASE_URL', 'DONDOC_MIGRATION_DATABASE_URL']) {
    if (env[key] !== undefined) env[key] = onShared(env[key], local);
  }
  if (env.TEMPORAL_ADDRESS) env.TEMPORAL_ADDRESS = temporalAddress();
  if (env.KAFKA_BROKERS) env.KAFKA_BROKERS = sharedServers().kafka ? kafkaBrokers().join(',') : '';
  if (env.SMTP_URL) env.SMTP_URL = sharedServers().mail.smtpUrl;
  if (env.DONDOC_API_PORT) env.DONDOC_API_PORT = '0';
  if (env.DONDOC_HEALTH_PORT) env.DONDOC_HEALTH_PORT = String(healthPort);
  return { ...env, PATH: process.env.PATH ?? '', TZ: 'UTC' };
}

/** The owner of the shared server has a password of its own; the roles have those of the compose file. */
function onShared(url: string, local: URL): string {
  const it = new URL(url);
  it.host = local.host;
  it.pathname = `/${DATABASE}`;
  if (it.username === 'postgres') [it.username, it.password] = [local.username, local.password];
  return it.href;
}

type Started = { readonly child: ChildProcess; readonly said: () => string };

function startLike(name: string, healthPort: number): Started {
  const [command = '', ...args] = services[name]?.command ?? [];
  const child = spawn(command === 'node' ? process.execPath : command, args, {
    cwd: ROOT,
    env: environmentOf(name, healthPort),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function readiness(port: number, { child, said }: Started): Promise<unknown> {
  const until = performance.now() + READY_WITHIN_MS;
  let last: unknown = 'no answer';
  while (performance.now() < until && child.exitCode === null) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/readyz`);
      last = await answer.json();
      if (answer.ok) return last;
    } catch {
      last = 'no answer';
    }
    await pause(200);
  }
  throw new Error(`not ready: ${JSON.stringify(last)}\n${said()}`);
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  await client.query(sql);
  await client.end();
}

beforeAll(async () => {
  if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
  await onServer(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
  await onServer(`CREATE DATABASE ${DATABASE}`);
});

afterAll(async () => {
  for (const child of running.filter((it) => it.exitCode === null && it.signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  await onServer(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
});

test('the migration prepares the database, and a repeat changes nothing', async () => {
  for (const expected of [/"applied":\["/, /"applied":\[\]/]) {
    const { child, said } = startLike('migrate', 0);
    const [code] = (await once(child, 'close')) as [number];
    expect([code, said()]).toEqual([0, expect.stringMatching(expected)]);
  }
});

test.each(APPS)('%s becomes ready and ends cleanly when asked to', async (app) => {
  const port = await freePort();
  const started = startLike(app, port);
  expect(await readiness(port, started)).toMatchObject({ ok: true });
  const metrics = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(metrics).toContain(`service="${app}"`);
  const askedAt = performance.now();
  started.child.kill('SIGTERM');
  const [code] = (await once(started.child, 'close')) as [number];
  expect([code, started.said()]).toEqual([0, expect.any(String)]);
  expect(performance.now() - askedAt).toBeLessThan(11_000);
});
