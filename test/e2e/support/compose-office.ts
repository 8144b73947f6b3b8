/**
 * The system of docker-compose.yml as processes: each app with the command and the environment of its container, on a
 * database, a Temporal namespace and a deployment of its own among the shared servers. Only addresses differ.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import { Client, Pool } from 'pg';
import { environment } from '../../../libs/service';
import { APPS, composeFile, ROOT, SECRETS, type ComposeFile } from '../../compose/compose-file';
import { makeBucket, type Bucket } from '../../integration/support/s3-bucket';
import { adminUrl, sharedServers, temporalAddress } from '../../support/servers';

export type App = (typeof APPS)[number];

export type RunningApp = {
  readonly child: ChildProcess;
  readonly health: string;
  /** Everything it logged. */
  said(): string;
  /** Asks it to end; how it did and how long that took. */
  end(): Promise<{ code: number | null; tookMs: number }>;
};

export type Office = {
  readonly apps: { readonly [app in App]: RunningApp };
  readonly api: string;
  readonly deployment: string;
  readonly namespace: string;
  /** As the owner of the database. */
  readonly pool: Pool;
  /** Where its contents lie; null where there is no S3 server, then they lie in the database. */
  readonly bucket: Bucket | null;
  /** The public key that the container `signing-key` printed. */
  readonly signingKey: string;
  close(): Promise<void>;
};

const NAME = 'processes';
const READY_WITHIN_MS = 60_000;
/** Roles belong to the whole shared server: every test gives them the same password. */
const ROLE_PASSWORD = 'dondoc-test';

const settings = {
  ...Object.fromEntries(
    Object.entries(SECRETS).map(([name, secret]) => [
      name,
      name.startsWith('DONDOC_PASSWORD_') ? ROLE_PASSWORD : secret,
    ]),
  ),
  DONDOC_DEPLOYMENT_ID: NAME,
  DONDOC_LOG_LEVEL: 'trace',
};
let services: ComposeFile['services'] = {};
/** What is mounted at /keys; the folder that is mounted at /checkpoints lies in it, too. */
let keysFolder = '';

export async function openOffice(): Promise<Office> {
  await onServer(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`, `CREATE DATABASE ${NAME}`);
  await registerNamespace();
  const bucket = sharedServers().s3 === null ? null : await makeBucket(NAME);
  ({ services } = composeFile({ ...settings, ...(bucket && contentsIn(bucket)) }));
  await ranWell('migrate');
  const keys = mkdtempSync(join(tmpdir(), 'dondoc-keys-'));
  keysFolder = keys;
  const signingKey = (await ranWell('signing-key')).split('\n', 1)[0]!;
  const pool = new Pool({ connectionString: databaseUrl(), max: 4 });
  pool.on('error', () => undefined);
  const started = await Promise.all(APPS.map(async (app) => [app, await startApp(app)] as const));
  const apps = Object.fromEntries(started) as Office['apps'];
  const close = async () => {
    await Promise.all(Object.values(apps).map(({ end }) => end()));
    await pool.end();
    rmSync(keys, { recursive: true, force: true });
    await onServer(`DROP DATABASE IF EXISTS ${NAME} WITH (FORCE)`);
  };
  try {
    await Promise.all(Object.values(apps).map(becomesReady));
    const api = /"api":"([^"]+)"/.exec(apps.api.said())![1]!;
    const deployment = `urn:dondoc:${NAME}`;
    return { apps, api, pool, bucket, close, deployment, namespace: NAME, signingKey };
  } catch (thrown) {
    await close();
    throw thrown;
  }
}

/** As `.env` would say it. */
function contentsIn({ settings: it }: Bucket): Record<string, string> {
  return {
    DONDOC_CONTENT: 's3',
    DONDOC_S3_ENDPOINT: it.endpoint,
    DONDOC_S3_BUCKET: it.bucket,
    DONDOC_S3_REGION: it.region,
    DONDOC_S3_KEY_ID: it.keyId,
    DONDOC_S3_SECRET: it.secret,
    DONDOC_S3_PREFIX: it.prefix,
  };
}

/** A container that runs once and ends; answers what it said. */
async function ranWell(name: string): Promise<string> {
  const { child, said } = launch(name, 0);
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error(`the ${name} ended with ${code}:\n${said()}`);
  return said();
}

async function startApp(app: App): Promise<RunningApp> {
  const port = await freePort();
  const { child, said } = launch(app, port);
  return {
    child,
    said,
    health: `http://127.0.0.1:${port}`,
    async end() {
      const askedAt = performance.now();
      if (child.exitCode === null && child.signalCode === null) {
        const closed = once(child, 'close');
        child.kill('SIGTERM');
        await closed;
      }
      return { code: child.exitCode, tookMs: performance.now() - askedAt };
    },
  };
}

function launch(name: string, healthPort: number) {
  const [command = '', ...args] = services[name]?.command ?? [];
  const mounted = args.map((it) => it.replace(/^\/keys\b/u, keysFolder));
  const child = spawn(command === 'node' ? process.execPath : command, mounted, {
    cwd: ROOT,
    env: environmentOf(name, healthPort),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return { child, said: () => said };
}

/** A container's environment, with the addresses of the shared servers in place of its network's. */
function environmentOf(name: string, healthPort: number): Record<string, string> {
  const env: Record<string, string> = { ...services[name]?.environment };
  const servers = sharedServers();
  for (const key of ['DATABASE_URL', 'DONDOC_MIGRATION_DATABASE_URL']) {
    if (env[key] !== undefined) env[key] = onShared(env[key]);
  }
  const instead: Record<string, string> = {
    TEMPORAL_ADDRESS: temporalAddress(),
    TEMPORAL_NAMESPACE: NAME,
    KAFKA_BROKERS: servers.kafka?.brokers.join(',') ?? '',
    SMTP_URL: servers.mail.smtpUrl,
    DONDOC_API_PORT: '0',
    DONDOC_HEALTH_PORT: String(healthPort),
    DONDOC_SIGNING_KEY_FILE: join(keysFolder, 'checkpoint.key'),
    DONDOC_CHECKPOINTS_DIR: join(keysFolder, 'checkpoints'),
  };
  for (const [key, value] of Object.entries(instead)) if (key in env) env[key] = value;
  return { ...env, PATH: environment().PATH ?? '', TZ: 'UTC' };
}

/** The owner of the shared server has a password of its own; the roles have those of the compose file. */
function onShared(url: string): string {
  const [it, local] = [new URL(url), new URL(adminUrl())];
  it.host = local.host;
  it.pathname = `/${NAME}`;
  if (it.username === 'postgres') [it.username, it.password] = [local.username, local.password];
  return it.href;
}

function databaseUrl(): string {
  const url = new URL(adminUrl());
  url.pathname = `/${NAME}`;
  return url.href;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function becomesReady({ child, health, said }: RunningApp): Promise<void> {
  const until = performance.now() + READY_WITHIN_MS;
  let last = 'no answer';
  while (performance.now() < until && child.exitCode === null) {
    try {
      const answer = await fetch(`${health}/readyz`);
      last = await answer.text();
      if (answer.ok) return;
    } catch {
      last = 'no answer';
    }
    await pause(200);
  }
  throw new Error(`not ready: ${last}\n${said()}`);
}

/** Bundles of one build share a queue: another deployment's worker must not find our runs on it. */
async function registerNamespace(): Promise<void> {
  const connection = await Connection.connect({ address: temporalAddress() });
  try {
    await connection.workflowService.registerNamespace({
      namespace: NAME,
      workflowExecutionRetentionPeriod: msToTs('1 day'),
    });
  } finally {
    await connection.close();
  }
}

async function onServer(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl() });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}
