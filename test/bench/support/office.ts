/** A deployment on the wall clock for benches: a drill's database, and services as the processes of production. */
import { join } from 'node:path';
import { originOf } from '../../../libs/audit';
import { createWayIn } from '../../../libs/commands';
import { ORG_STREAM, type NewUnit } from '../../../libs/domain';
import { migrate, type Ledger, type Stamp } from '../../../libs/ledger';
import { makeKeyFile } from '../../../libs/process';
import { testDatabase, type TestDatabase } from '../../integration/support/ledger-database';
import { contacts } from '../../../samples/units/unit';
import type { Bench } from './bench';
import type { BenchParts } from './parts';
import { unitOf } from './rounds';
import { startService, type ServiceProcess, type ServiceSettings } from './service-process';

const UNITS_A_COMMAND = 100;
const DECIDED_WITHIN_MS = 120_000;

export type App =
  'api' | 'worker' | 'relay' | 'projector' | 'reactor' | 'notifier' | 'checkpointer';

export class Office {
  /** As the worker: it may accept, decide and read. */
  readonly ledger: Ledger;

  private constructor(
    private readonly bench: Bench,
    readonly parts: BenchParts,
    readonly database: TestDatabase,
    private readonly smtpUrl: string,
  ) {
    this.ledger = database.ledger();
  }

  /** @param smtpUrl of no use unless the notifier is started */
  static async open(bench: Bench, parts: BenchParts, smtpUrl = ''): Promise<Office> {
    const stamp: Stamp = { mode: 'drill', deploymentId: 'bench', clock: 'wall' };
    const database = await testDatabase(stamp);
    bench.own('database', () => database.drop());
    await migrate(database.url, stamp);
    return new Office(bench, parts, database, smtpUrl);
  }

  /** @param instead another program for the same service, or the same of another build */
  async start(
    app: App,
    instead: Pick<Partial<ServiceSettings>, 'program' | 'args' | 'dist'> = {},
  ): Promise<ServiceProcess> {
    const { parts, database, bench } = this;
    const key = app === 'checkpointer' ? signingKeyIn(parts.folder) : {};
    const service = await startService({
      name: app,
      program: `apps/${app}/main.js`,
      ...instead,
      env: {
        DATABASE_URL: database.urlAs(`dondoc_${app}`),
        TEMPORAL_ADDRESS: parts.temporal?.address ?? '',
        KAFKA_BROKERS: parts.kafka?.brokers.join() ?? '',
        SMTP_URL: this.smtpUrl,
        DONDOC_MODE: 'drill',
        DONDOC_API_PORT: '0',
        DONDOC_HEALTH_PORT: '0',
        ...key,
      },
      ready: new RegExp(`the ${app} runs`),
    });
    bench.own(app, () => service.end());
    return service;
  }

  /** Each with an address; ids are those of `unitOf`. */
  async registerUnits(count: number): Promise<void> {
    const wayIn = createWayIn(this.database.ledger('dondoc_api'));
    for (let from = 0; from < count; from += UNITS_A_COMMAND) {
      const ids = Array.from({ length: Math.min(UNITS_A_COMMAND, count - from) }, (_, n) =>
        unitOf(from + n),
      );
      const { commandId } = await wayIn.submit({
        type: 'RegisterUnits',
        stream: ORG_STREAM,
        idempotencyKey: `units from ${from}`,
        actor: { id: 'quan-tri', role: 'operator', unit: null },
        data: { units: ids.map(unit) },
      });
      await this.decided(commandId);
    }
  }

  async decided(...commandIds: readonly string[]): Promise<void> {
    for (const id of commandIds) {
      const record = await this.ledger.awaitOutcome(id, DECIDED_WITHIN_MS);
      if (!record?.outcome?.accepted) throw new Error(`not accepted: ${JSON.stringify(record)}`);
    }
  }

  /** Where the api listens. */
  async startApi(): Promise<string> {
    const { said } = await this.start('api');
    return /"api":"([^"]+)"/.exec(said())![1]!;
  }
}

function signingKeyIn(folder: string): { readonly DONDOC_SIGNING_KEY_FILE: string } {
  const keyFile = join(folder, 'keys', 'checkpoint.key');
  makeKeyFile(keyFile, { name: originOf('bench'), kind: 'log' });
  return { DONDOC_SIGNING_KEY_FILE: keyFile };
}

function unit(id: string): NewUnit {
  return {
    ...{ id, name: { vi: `Đơn vị ${id}`, en: `Unit ${id}` }, aliases: [], parent: null },
    ...{ kind: 'office', roleClasses: [], from: '2010-01-01', source: 'dữ liệu đo tốc độ' },
    contacts: contacts(id),
  };
}
