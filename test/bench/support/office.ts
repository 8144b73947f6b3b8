/** A deployment on the wall clock for benches: a drill's database, and services as the processes of production. */
import { migrate, type Ledger, type Stamp } from '../../../libs/ledger';
import { testDatabase, type TestDatabase } from '../../integration/support/ledger-database';
import type { Bench } from './bench';
import type { BenchParts } from './parts';
import { startService, type ServiceProcess } from './service-process';

export type App = 'api' | 'worker' | 'relay' | 'projector' | 'reactor' | 'notifier';

export class Office {
  /** As the worker: it may accept, decide and read. */
  readonly ledger: Ledger;

  private constructor(
    private readonly bench: Bench,
    readonly parts: BenchParts,
    readonly database: TestDatabase,
  ) {
    this.ledger = database.ledger();
  }

  static async open(bench: Bench, parts: BenchParts): Promise<Office> {
    const stamp: Stamp = { mode: 'drill', deploymentId: 'bench', clock: 'wall' };
    const database = await testDatabase(stamp);
    bench.own('database', () => database.drop());
    await migrate(database.url, stamp);
    return new Office(bench, parts, database);
  }

  /** @param instead another program for the same service, with its arguments */
  async start(app: App, instead?: { program: string; args: string[] }): Promise<ServiceProcess> {
    const { parts, database, bench } = this;
    const service = await startService({
      name: app,
      program: `apps/${app}/main.js`,
      ...instead,
      env: {
        DATABASE_URL: database.urlAs(`dondoc_${app}`),
        TEMPORAL_ADDRESS: parts.temporal?.address ?? '',
        KAFKA_BROKERS: parts.kafka?.brokers.join() ?? '',
        SMTP_URL: parts.mail.smtpUrl,
        DONDOC_MODE: 'drill',
        DONDOC_API_PORT: '0',
        DONDOC_HEALTH_PORT: '0',
      },
      ready: new RegExp(`the ${app} runs`),
    });
    bench.own(app, () => service.end());
    return service;
  }

  /** Where the api listens. */
  async startApi(): Promise<string> {
    const { said } = await this.start('api');
    return /"api":"([^"]+)"/.exec(said())![1]!;
  }
}
