/** An office around a notifier for its tests: a database, a ledger with rounds in it, and a mail server. */
import { join } from 'node:path';
import type { Pool } from 'pg';
import { createNotifier, type Notifier, type NotifierSettings } from '../../../apps/notifier';
import { createLedgerBus, type Bus } from '../../../libs/bus';
import { createWayIn, decideStream } from '../../../libs/commands';
import { storedEvent } from '../../../libs/contracts';
import {
  deliveryStreamOf,
  roundStream,
  type Contact,
  type Decided,
  type DeliveryRecord,
  type Event,
  type PlannedRung,
} from '../../../libs/domain';
import {
  createLedger,
  migrate,
  type Ledger,
  type PersonalValue,
  type Stamp,
} from '../../../libs/ledger';
import { createLogger } from '../../../libs/service';
import { LEDGER_MIGRATIONS, testDatabase, type TestDatabase } from './ledger-database';
import { MailServer } from './mail-server';

const NOTIFY_MIGRATIONS = join(__dirname, '..', '..', '..', 'libs', 'notify', 'migrations');

export const OPENED_AT = '2018-11-18T01:00:00.000Z';
export const REMINDED_AT = '2018-12-07T01:00:00.000Z';
const DUE_AT = '2018-12-18T10:00:00.000Z';

export type Office = {
  readonly db: TestDatabase;
  /** With all rights. */
  readonly ledger: Ledger;
  readonly pool: Pool;
  readonly mail: MailServer;
  start(settings?: Partial<NotifierSettings>): Promise<Notifier>;
  /** Waits until nothing is left to be tried for the first time. */
  attempted(): Promise<void>;
  until(what: string, holds: () => Promise<boolean> | boolean): Promise<void>;
  close(): Promise<void>;
};

export async function openOffice(stamp: Partial<Stamp> = {}): Promise<Office> {
  const whole: Stamp = { mode: 'drill', deploymentId: 'notifier-test', clock: 'wall', ...stamp };
  const db = await testDatabase(whole);
  await migrate(db.url, { ...whole, folders: [...LEDGER_MIGRATIONS, NOTIFY_MIGRATIONS] });
  const pool = db.pool();
  const ledger = createLedger({ pool });
  const mail = new MailServer();
  await mail.start();
  const started: { notifier: Notifier; bus: Bus }[] = [];
  const until = waitFor;
  return {
    db,
    ledger,
    pool,
    mail,
    async start(settings = {}) {
      const own = db.pool('dondoc_notifier');
      const reading = db.ledger('dondoc_notifier');
      const logger = createLogger({ service: 'notifier', level: 'silent' });
      const bus = createLedgerBus({ ledger: reading, log: logger });
      const notifier = createNotifier({
        bus,
        ledger: reading,
        pool: own,
        ask: createWayIn(reading).ask,
        smtpUrl: mail.url,
        mailFrom: 'Đôn đốc <dondoc@dondoc.example.vn>',
        logger,
        settings: {
          before: ['notifier'],
          retriesMs: [50, 50],
          probeMs: [50, 100],
          leaseMs: 1_000,
          ...settings,
        },
      });
      await notifier.start();
      started.push({ notifier, bus });
      return notifier;
    },
    async attempted() {
      await until('the notifier has read everything', async () => {
        const [cursor, last] = await Promise.all([ledger.cursor('notifier'), ledger.lastSeq()]);
        return cursor === last;
      });
      await until('everything was tried', async () => (await neverAttempted(pool)) === 0);
    },
    until,
    async close() {
      for (const { notifier, bus } of started) {
        await notifier.stop();
        await bus.close();
      }
      await mail.stop();
      await ledger.close();
      await db.drop();
    },
  };
}

export async function neverAttempted(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT work.mail_never_attempted()::int AS count',
  );
  return rows[0]!.count;
}

async function waitFor(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const since = performance.now();
  while (!(await holds())) {
    if (performance.now() - since > 20_000) throw new Error(`not within 20 s: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const CLOCK = { id: 'clock', role: 'system', unit: null } as const;
type Asked = Omit<Decided['command'], 'receivedAt' | 'effectiveAt'>;

/** Records events as if a decider had decided them at `at`, when they were asked or a wake-up came. */
export async function record(
  ledger: Ledger,
  stream: string,
  { at, events, asked }: { at: string; events: readonly Event[]; asked?: Asked },
): Promise<void> {
  const expected = (await ledger.entriesOfStream(stream)).length;
  const wake = { id: `wake:${stream}@${expected}`, stream, type: 'WakeUp', data: {}, actor: CLOCK };
  const decided: Decided = {
    command: { ...(asked ?? wake), receivedAt: at, effectiveAt: at },
    decision: { ok: true, events },
  };
  const answer = await ledger.record({
    ...{ stream, expected, nextAt: null, queue: null, decidersHash: 'deciders-1' },
    decided: [decided],
  });
  if (!answer.recorded) throw new Error(`${stream} moved meanwhile`);
}

export type Person = {
  readonly unit: string;
  readonly address: string | null;
  readonly language?: 'vi' | 'en';
};

/** Registers units with one contact each; answers their tokens. */
export async function register(
  ledger: Ledger,
  people: readonly Person[],
): Promise<ReadonlyMap<string, string>> {
  const tokens = new Map<string, string>();
  const units = [];
  const personal: PersonalValue[] = [];
  for (const { unit, address, language = 'vi' } of people) {
    const contacts: Contact[] = [];
    if (address !== null) {
      const value = await ledger.conceal(address, `people of ${unit}`);
      personal.push(value);
      const email = value.token;
      tokens.set(unit, email);
      contacts.push({ role: 'focal', position: { vi: 'Đầu mối', en: 'Focal' }, email, language });
    }
    units.push({
      id: unit,
      name: { vi: `UBND ${unit}`, en: `${unit} district` },
      aliases: [],
      parent: null,
      kind: 'district',
      roleClasses: [],
      from: '2010-01-01',
      source: 'invented',
      contacts,
    });
  }
  const events = [{ type: 'UnitsRegistered', data: { units } }];
  const id = `register:${units.map((it) => it.id).join()}`;
  const asked = { id, stream: 'org', type: 'RegisterUnits', data: { units }, actor: CLOCK };
  await ledger.accept([{ ...asked, personal }]);
  await record(ledger, 'org', { at: OPENED_AT, events, asked });
  return tokens;
}

export const shardOf = (directive: string) => ({
  directive,
  duty: 'report',
  period: '2018',
  shard: 0,
});

const RUNGS: readonly PlannedRung[] = [
  { id: 'T-7', at: REMINDED_AT, kind: 'reminder', audience: 'focal' },
];

export function roundOpened(directive: string, units: readonly string[]): Event {
  const label = { vi: 'năm 2018', en: '2018' };
  return {
    type: 'RoundOpened',
    data: {
      heading: {
        directive,
        symbol: '04/CT-UBND',
        issuer: 'ubnd-tinh',
        duty: 'report',
        dutyKind: 'periodicReport',
        title: { vi: 'Báo cáo', en: 'Report' },
        period: { id: '2018', label, from: '2017-12-15', to: '2018-12-14', closing: '2018-12-14' },
        to: ['bcd-138'],
        via: null,
        standingBody: 'bcd-138',
        acceptance: 'byReceiver',
      },
      shard: 0,
      units: units.map((unit) => ({ unit, superior: null })),
      schedule: {
        id: 's0',
        dueAt: DUE_AT,
        provisional: false,
        derivation: [],
        rungs: RUNGS,
        calendarVersion: 'test',
        policies: [],
      },
      late: false,
    },
  };
}

export function reminded(units: readonly string[]): Event {
  return {
    type: 'RungReached',
    data: {
      ...{ schedule: 's0', rung: 'T-7', kind: 'reminder', audience: 'focal', dueAt: DUE_AT },
      ...{ at: REMINDED_AT, issuedAt: REMINDED_AT, issued: units, skipped: [], letter: null },
    },
  };
}

export const open = (ledger: Ledger, directive: string, units: readonly string[]): Promise<void> =>
  record(ledger, roundStream(shardOf(directive)), {
    at: OPENED_AT,
    events: [roundOpened(directive, units)],
  });

export const remind = (
  ledger: Ledger,
  directive: string,
  units: readonly string[],
): Promise<void> =>
  record(ledger, roundStream(shardOf(directive)), {
    at: REMINDED_AT,
    events: [reminded(units)],
  });

/** Has what the notifier asked decided, and answers the deliveries that the round's stream then holds. */
export async function recordedOf(ledger: Ledger, directive: string): Promise<DeliveryRecord[]> {
  const stream = deliveryStreamOf(roundStream(shardOf(directive)));
  await decideStream(ledger, stream, { decidersHash: 'deciders-1' });
  const entries = await ledger.entriesOfStream(stream);
  return entries.flatMap(({ envelope }) => {
    const event = storedEvent(envelope);
    return event === null ? [] : (event.data as { deliveries: DeliveryRecord[] }).deliveries;
  });
}
