/**
 * An office on the wall clock: worker, reactor and notifier as the processes they are, a database and a mail server of
 * its own, and a Temporal server of its own that may be stopped and found again with its memory.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import type { Pool } from 'pg';
import { closedRunsOf } from '../../../apps/worker/histories/closed-runs';
import { createWayIn, type WayIn } from '../../../libs/commands';
import { provision, type Provisioned } from '../../../libs/embedded';
import { migrate, type Ledger, type Stamp } from '../../../libs/ledger';
import { childEnvironment, environment, userFolders } from '../../../libs/service';
import { testDatabase, type TestDatabase } from '../../integration/support/ledger-database';
import { MailServer } from '../../integration/support/mail-server';
import { pastOf, type Past } from '../../integration/support/past';

const ROOT = join(__dirname, '..', '..', '..');
const STAMP: Stamp = { mode: 'drill', deploymentId: 'live-round', clock: 'wall' };
const NAMESPACE = 'default';

type App = 'worker' | 'reactor' | 'notifier' | 'api';

export type RunningApp = {
  /** The instant at which it said that it runs. */
  readonly runsSince: string;
  /** Its log so far. */
  said(): string;
  /** An address that it said when it ran: of its page, or of the API. */
  url(of: 'health' | 'api'): string;
  end(signal: NodeJS.Signals): Promise<void>;
};

export class LiveOffice {
  readonly mail = new MailServer();
  private readonly apps: RunningApp[] = [];
  private readonly folder = mkdtempSync(join(tmpdir(), 'dondoc-live-'));
  private temporal: Provisioned | null = null;

  private constructor(
    private readonly database: TestDatabase,
    readonly ledger: Ledger,
    readonly wayIn: WayIn,
  ) {}

  static async open(): Promise<LiveOffice> {
    if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
    const database = await testDatabase(STAMP);
    await migrate(database.url, STAMP);
    const wayIn = createWayIn(database.ledger('dondoc_api'));
    const office = new LiveOffice(database, database.ledger('dondoc_worker'), wayIn);
    await Promise.all([office.mail.start(), office.startTemporal()]);
    return office;
  }

  /** At the address it had before, with all it remembers. */
  async startTemporal(): Promise<void> {
    this.temporal = await provision({
      dataDir: this.folder,
      cacheDir: environment().DONDOC_CACHE_DIR ?? userFolders().cacheDir,
      need: { postgres: false, temporal: true, kafka: false },
      log: () => {},
    });
  }

  async stopTemporal(): Promise<void> {
    await this.temporal?.stop();
  }

  /** @param preloaded a file of the build that runs before it */
  async start(
    app: App,
    variables: { readonly [name: string]: string } = {},
    preloaded?: string,
  ): Promise<RunningApp> {
    const execArgv = preloaded === undefined ? [] : ['--require', join(ROOT, 'dist', preloaded)];
    const child = spawn(
      process.execPath,
      [...execArgv, join(ROOT, 'dist', 'apps', app, 'main.js')],
      {
        cwd: ROOT,
        env: childEnvironment({
          DATABASE_URL: this.database.urlAs(`dondoc_${app}`),
          TEMPORAL_ADDRESS: this.temporal?.temporal?.address ?? '',
          SMTP_URL: this.mail.url,
          KAFKA_BROKERS: '',
          DONDOC_MODE: STAMP.mode,
          DONDOC_HEALTH_PORT: '0',
          DONDOC_API_PORT: '0',
          ...variables,
        }),
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    let said = '';
    const runs = new Promise<void>((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString('utf8');
        if (said.includes(`the ${app} runs`)) resolve();
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the ${app} ended with ${code}:\n${said}`)));
    });
    await runs;
    const running = {
      runsSince: new Date().toISOString(),
      said: () => said,
      url: (of: 'health' | 'api') => new RegExp(`"${of}":"([^"]+)"`, 'u').exec(said)![1]!,
      async end(signal: NodeJS.Signals) {
        if (child.exitCode !== null || child.signalCode !== null) return;
        child.kill(signal);
        await once(child, 'exit');
      },
    };
    this.apps.push(running);
    return running;
  }

  /** As the owner of the database. */
  owner(): Pool {
    return this.database.pool();
  }

  /** How long the server keeps closed runs. */
  async retentionMs(): Promise<number> {
    return this.temporalClient((client) => closedRunsOf({ client }).retentionMs());
  }

  /** Units with a focal person and a head, each with an address: `focal@nga-son.vn`. */
  async register(...units: string[]): Promise<void> {
    const position = { vi: 'Cán bộ', en: 'Officer' };
    const { commandId } = await this.wayIn.submit({
      ...{ type: 'RegisterUnits', stream: 'org', idempotencyKey: units.join() },
      actor: { id: 'op-1', role: 'operator', unit: null },
      data: {
        units: units.map((id) => ({
          ...{ id, name: { vi: id, en: id }, aliases: [], parent: null, kind: 'district' },
          ...{ roleClasses: [], from: '2010-01-01', source: 'invented' },
          contacts: ['focal', 'head'].map((role) => {
            return { role, position, email: `${role}@${id}.vn`, language: 'vi' };
          }),
        })),
      },
    });
    const record = await this.ledger.awaitOutcome(commandId, 30_000);
    if (!record?.outcome?.accepted) throw new Error(`refused: ${JSON.stringify(record)}`);
  }

  /** What Temporal has written down of every run of the stream that ended by itself or still runs. */
  async pasts(stream: string): Promise<Past[]> {
    return this.temporalClient(async ({ workflow }) => {
      const pasts: Past[] = [];
      for await (const { runId } of workflow.list({ query: `WorkflowId = "${stream}"` })) {
        pasts.push(pastOf(await workflow.getHandle(stream, runId).fetchHistory()));
      }
      return pasts;
    });
  }

  private async temporalClient<Answer>(ask: (client: Client) => Promise<Answer>): Promise<Answer> {
    const address = this.temporal?.temporal?.address ?? '';
    const connection = await Connection.connect({ address });
    try {
      return await ask(new Client({ connection, namespace: NAMESPACE }));
    } finally {
      await connection.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.apps.map((app) => app.end('SIGTERM')));
    await this.stopTemporal();
    await this.mail.stop();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
