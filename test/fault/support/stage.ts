/**
 * One whole deployment for the fault suite: PostgreSQL, Temporal, Kafka and a mail server of its own, every service as
 * a process of its own. Invariant: what a fault did to it is undone before its laws are looked at.
 */
import { mkdirSync, mkdtempSync, rmSync, chmodSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client as TemporalClient, Connection } from '@temporalio/client';
import { Client, Pool } from 'pg';
import { drained } from '../../../libs/bus';
import { createWayIn, type WayIn } from '../../../libs/commands';
import { createLedger, DATABASE_ROLES, migrate, type Ledger } from '../../../libs/ledger';
import { MailServer } from '../../integration/support/mail-server';
import type { Patience } from './arming';
import { giveOwnClock } from './database-clock';
import { Outside } from './outside';
import { patiently } from './patiently';
import { Part, type PartName } from './parts';
import { APPS, ServiceProcess, type App } from './service-process';

const DATABASE = 'dondoc_faults';
const ROLE_PASSWORD = 'fault-suite';
const DRAINED_WITHIN_MS = 90_000;

export type StageSettings = {
  readonly deploymentId: string;
  /** Without, the consumers read the ledger themselves and the relay is idle. */
  readonly kafka: boolean;
  readonly patience?: Patience;
  /** Kept when given; otherwise one that is removed at the end. */
  readonly folder?: string;
};

const PATIENCE: Patience = {
  stuckMs: 4_000,
  waitMs: 1_000,
  retriesMs: [200, 400, 800, 1_600, 3_200, 6_400],
  probeMs: [200, 1_000],
};

/** With which codes a process may end that the part was taken from. */
const ENDS_WITHOUT: { readonly [part in PartName]: readonly string[] } = {
  postgres: ['postgres.'],
  temporal: ['temporal.', 'worker.ended'],
  kafka: ['kafka.'],
};

export class Stage {
  readonly mail = new MailServer();
  readonly outside: Outside;
  readonly postgres: Part;
  readonly temporal: Part;
  readonly kafka: Part | null;
  readonly services = {} as { readonly [app in App]: ServiceProcess };
  /** Codes with which a process may end by itself, besides those of parts that were taken away. */
  readonly foreseen = new Set<string>();
  private readonly extra: ServiceProcess[] = [];
  private readonly closing: (() => Promise<unknown>)[] = [];
  private opened: { owner: Pool; ledger: Ledger; wayIn: WayIn } | null = null;

  private constructor(
    readonly settings: StageSettings,
    readonly folder: string,
  ) {
    this.outside = new Outside(folder, settings.deploymentId);
    this.postgres = new Part('postgres', folder);
    this.temporal = new Part('temporal', folder);
    this.kafka = settings.kafka ? new Part('kafka', folder) : null;
  }

  static async open(settings: StageSettings): Promise<Stage> {
    const folder = settings.folder ?? mkdtempSync(join(tmpdir(), 'dondoc-faults-'));
    mkdirSync(join(folder, 'log'), { recursive: true });
    chmodSync(folder, 0o755);
    const stage = new Stage(settings, folder);
    try {
      await Promise.all([
        stage.mail.start(),
        stage.outside.startWitness(),
        ...stage.parts().map((part) => part.start()),
      ]);
      await stage.prepareDatabase();
      for (const app of APPS) Object.assign(stage.services, { [app]: stage.process(app) });
      await Promise.all(APPS.map((app) => stage.services[app].start()));
      return stage;
    } catch (thrown) {
      await stage.close();
      throw thrown;
    }
  }

  /** With all rights, on connections of its own. */
  get owner(): Pool {
    return this.open.owner;
  }

  get ledger(): Ledger {
    return this.open.ledger;
  }

  get wayIn(): WayIn {
    return this.open.wayIn;
  }

  get api(): string {
    return this.services.api.url('api');
  }

  get deployment(): string {
    return this.settings.deploymentId;
  }

  get patience(): Patience {
    return { ...PATIENCE, ...this.settings.patience };
  }

  /** By service: errors that nobody handled. */
  unforeseen(): string[] {
    return this.running().flatMap(({ app, lines }) =>
      lines.flatMap(({ msg }) =>
        String(msg).startsWith('an error nobody handled:') ? [`${app}: ${msg}`] : [],
      ),
    );
  }

  /** From here on: the parts that are taken away are the reason why processes may end by themselves. */
  beginFault(): void {
    for (const part of this.parts()) part.wasTaken = false;
    for (const { ended } of this.running()) ended.length = 0;
    this.foreseen.clear();
  }

  /** By service: how each ended that had no part taken from it. */
  ended(): string[] {
    const taken = this.parts().filter(({ wasTaken }) => wasTaken);
    const foreseen = [...this.foreseen, ...taken.flatMap(({ name }) => ENDS_WITHOUT[name])];
    return this.running().flatMap(({ app, ended }) =>
      ended
        .filter(({ code }) => !foreseen.some((prefix) => code.startsWith(prefix)))
        .map(({ code, words }) => `${app}: ${code} ${words}`),
    );
  }

  /** Another process of the same service: it stands by, or shares the work. */
  async second(app: App): Promise<ServiceProcess> {
    const made = this.process(app, `${app}-2`);
    this.extra.push(made);
    await made.start();
    return made;
  }

  /** Everything that was asked is decided, reached every consumer, and was mailed as far as it ever will be. */
  async drained(): Promise<void> {
    await Promise.all(this.running().map((service) => service.runs()));
    const consumers = ['projector', 'reactor', 'notifier', ...(this.kafka ? ['relay'] : [])];
    const also = async () => {
      const { rows } = await this.owner.query<{ left: string }>(
        `SELECT work.mail_never_attempted()
           + (SELECT count(*) FROM work.mail_messages WHERE state IN ('planned', 'sending')) AS left`,
      );
      return rows[0]?.left === '0';
    };
    const { ledger } = this;
    await patiently(() => drained({ ledger, consumers, also, timeoutMs: DRAINED_WITHIN_MS }));
  }

  async temporalClient<Answer>(ask: (client: TemporalClient) => Promise<Answer>): Promise<Answer> {
    const { address } = this.temporal.found.temporal!;
    const connection = await Connection.connect({ address });
    try {
      return await ask(new TemporalClient({ connection, namespace: 'default' }));
    } finally {
      await connection.close();
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.running().map((service) => service.stop()));
    for (const close of this.closing.reverse()) await close().catch(() => undefined);
    const parts = [this.kafka, this.temporal, this.postgres];
    await Promise.all([
      this.mail.stop(),
      this.outside.stopWitness(),
      ...parts.map((part) => part?.stop()),
    ]);
    for (const service of this.running()) service.close();
    if (this.settings.folder === undefined) rmSync(this.folder, { recursive: true, force: true });
  }

  private get open() {
    if (this.opened === null) throw new Error('the stage was not opened');
    return this.opened;
  }

  private parts(): Part[] {
    return [this.postgres, this.temporal, ...(this.kafka ? [this.kafka] : [])];
  }

  private running(): ServiceProcess[] {
    return [...Object.values(this.services), ...this.extra];
  }

  private async prepareDatabase(): Promise<void> {
    const admin = new Client({ connectionString: this.postgres.found.postgres!.adminUrl });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${DATABASE}`);
    await admin.end();
    const url = this.databaseUrl();
    await migrate(url, {
      ...{ mode: 'drill', deploymentId: this.deployment, seed: 'faults', clock: 'wall' },
      passwords: Object.fromEntries(DATABASE_ROLES.map((role) => [role, ROLE_PASSWORD])),
    });
    const owner = new Client({ connectionString: url });
    await owner.connect();
    await giveOwnClock(owner, DATABASE);
    await owner.end();
    const pool = this.pool(url);
    const ledger = createLedger({ pool: this.pool(this.databaseUrl('dondoc_worker')) });
    const asking = createLedger({ pool: this.pool(this.databaseUrl('dondoc_api')) });
    this.closing.push(
      () => ledger.close(),
      () => asking.close(),
    );
    this.opened = { owner: pool, ledger, wayIn: createWayIn(asking) };
  }

  private pool(connectionString: string): Pool {
    const pool = new Pool({ connectionString, max: 4 });
    pool.on('error', () => undefined);
    this.closing.push(() => pool.end());
    return pool;
  }

  /** Of one of the roles; without, with all rights. */
  databaseUrl(role?: string): string {
    const url = new URL(this.postgres.found.postgres!.adminUrl);
    url.pathname = `/${DATABASE}`;
    if (role !== undefined) [url.username, url.password] = [role, ROLE_PASSWORD];
    return url.href;
  }

  private process(app: App, name: string = app): ServiceProcess {
    return new ServiceProcess({
      app,
      patience: this.patience,
      logFile: join(this.folder, 'log', `${name}.log`),
      env: {
        DATABASE_URL: this.databaseUrl(`dondoc_${app}`),
        TEMPORAL_ADDRESS: this.temporal.found.temporal!.address,
        KAFKA_BROKERS: this.kafka?.found.kafka!.brokers.join(',') ?? '',
        SMTP_URL: this.mail.url,
        DONDOC_MODE: 'drill',
        DONDOC_LOG_LEVEL: 'debug',
        DONDOC_API_PORT: '0',
        DONDOC_HEALTH_PORT: '0',
        ...(app === 'checkpointer' ? this.outside.variables() : {}),
      },
    });
  }
}
