/**
 * A canary's address goes through every door that takes one, well and badly; then every store is searched for it.
 * Only what can be erased, and the mail itself, may know it.
 */
import { Client, Connection } from '@temporalio/client';
import { temporal } from '@temporalio/proto';
import { Kafka, logLevel } from 'kafkajs';
import { TOPICS } from '../../../libs/contracts';
import { sharedServers, temporalAddress } from '../../support/servers';
import type { Office } from './compose-office';
import { ask, CLERK, directiveOf, OPERATOR, seen, SIGNED, unit } from './office-story';

const FIRST = 'nguyen-thi-canary@so-tu-phap.example';
const SECOND = 'Tran.Van.Canary@so-tu-phap.example';
const CANARY = 'canary';

type Store = { readonly name: string; readonly text: string };

export function testPersonalData(office: () => Office): void {
  const at = (path: string) => `${office().api}${path}`;
  const operate = (path: string, body: unknown, key?: string) =>
    ask(at(path), { actor: OPERATOR, body, key });

  test('comes in by registration and by a change of contacts', async () => {
    const units = [unit('so-tu-phap', [FIRST])];
    expect(await operate('/v1/units', { units }, 'so-tu-phap-1')).toMatchObject({ status: 200 });
    const { contacts } = unit('so-tu-phap', [SECOND]);
    expect(await operate('/v1/units/so-tu-phap/contacts', { contacts })).toMatchObject({
      status: 200,
    });
  });

  test('comes in with what is refused, by a decider and at the door', async () => {
    const twice = await operate('/v1/units', { units: [unit('so-tu-phap', [FIRST])] });
    expect(twice).toMatchObject({ status: 409, body: { commandId: expect.any(String) } });
    const otherBody = await operate(
      '/v1/units',
      { units: [unit('so-y-te', [FIRST])] },
      'so-tu-phap-1',
    );
    expect(otherBody).toMatchObject({ status: 409, body: { code: 'idempotency.conflict' } });
    const malformed = { units: [{ ...unit('so-y-te', [FIRST]), email: FIRST }] };
    expect(await operate('/v1/units', malformed)).toMatchObject({ status: 400 });
    const misspelt = { units: [unit('so-y-te', [`${FIRST} <${FIRST}>`])] };
    expect(await operate('/v1/units', misspelt)).toMatchObject({ status: 400 });
  });

  testNominated(office);

  test('is used for a mail', async () => {
    const body = asOwedBy('so-tu-phap');
    const registered = await ask(at('/v1/directives'), { actor: CLERK, body });
    const issued = await ask(at(`${String(registered.body.resource)}/issue`), {
      actor: CLERK,
      body: { ...SIGNED(body.draft.date.value), symbol: '02/CT-UBND' },
    });
    expect(issued.body).toMatchObject({ outcome: { accepted: true } });
    const url = `${sharedServers().mail.url}/messages?to=${SECOND.toLowerCase()}`;
    const [mail] = await seen<{ subject: string }[]>(url, ({ length }) => length > 0);
    expect(mail!.subject).toContain('02/CT-UBND');
  });

  test('stands in no table but that of what can be erased', async () => {
    expect(await tablesWithCanary(office())).toEqual(['work.erasable']);
  });

  test('stands in no record of Kafka, no history of Temporal, no log and no figure', async () => {
    const stores = [
      ...(await kafkaRecords(office())),
      ...(await temporalHistories(office())),
      ...(await logsAndFigures(office())),
    ];
    expect(stores.length).toBeGreaterThan(12);
    expect(stores.filter(({ text }) => holds(text)).map(({ name }) => name)).toEqual([]);
  });

  test('the search would have found it: it finds the unit it belongs to', async () => {
    const events = await kafkaRecords(office());
    expect(events.every(({ text }) => holds(text, 'so-tu-phap'))).toBe(true);
    const histories = await temporalHistories(office());
    expect(histories.some(({ text }) => holds(text, 'so-tu-phap'))).toBe(true);
    const [log] = (await logsAndFigures(office())).filter(({ name }) => name === 'log of api');
    expect(holds(log!.text, '/v1/units/:unit/contacts')).toBe(true);
  });
}

function testNominated(office: () => Office): void {
  test('comes in as the name of somebody nominated, well and with a form that no list knows', async () => {
    const subject = { kind: 'individual', name: 'Nguyễn Văn Canary', unit: 'so-tu-phap' };
    const body = {
      ...{ form: 'bang-khen', awardingBody: 'so-tu-phap', appraisingBody: 'so-tu-phap' },
      ...{ merit: 'regular', subjects: [subject], reason: 'thành tích' },
    };
    const nominate = (more: object) =>
      ask(`${office().api}/v1/commendations`, { actor: CLERK, body: { ...body, ...more } });
    expect(await nominate({})).toMatchObject({ status: 200, body: { status: 'decided' } });
    expect(await nominate({ form: 'huy-hieu' })).toMatchObject({
      status: 422,
      body: { code: 'commendation.form-unknown', commandId: expect.any(String) },
    });
  });
}

function asOwedBy(unitId: string) {
  const today = new Date().toISOString().slice(0, 10);
  const text = JSON.stringify(directiveOf(today, `${Number(today.slice(0, 4)) + 1}-06-15`));
  const body = text.replaceAll('so-noi-vu', unitId).replaceAll('01/CT-UBND', '02/CT-UBND');
  return JSON.parse(body) as ReturnType<typeof directiveOf>;
}

/** Whatever its case, in clear or in the two codings that bytes and payloads are shown in. */
function holds(text: string, word = CANARY): boolean {
  const lower = text.toLowerCase();
  return lower.includes(word) || lower.includes(Buffer.from(word).toString('hex'));
}

async function tablesWithCanary({ pool }: Office): Promise<string[]> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname NOT IN ('pg_catalog', 'information_schema') ORDER BY 1`,
  );
  expect(tables.length).toBeGreaterThan(25);
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await pool.query<{ text: string }>(`SELECT t::text AS text FROM ${name} AS t`);
    if (rows.some(({ text }) => holds(text))) found.push(name);
  }
  return found;
}

/** The events of this deployment, keys and headers included; none without Kafka. */
async function kafkaRecords({ pool, deployment }: Office): Promise<Store[]> {
  const { kafka: part } = sharedServers();
  if (part === null) return [];
  const { rows } = await pool.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM ledger.entries',
  );
  const kafka = new Kafka({ brokers: [...part.brokers], logLevel: logLevel.NOTHING });
  const consumer = kafka.consumer({ groupId: `searching-${Date.now()}` });
  await consumer.connect();
  try {
    await consumer.subscribe({ topic: TOPICS.events, fromBeginning: true });
    const records: string[] = [];
    await new Promise<void>((resolve, reject) => {
      consumer
        .run({
          eachMessage: async ({ message: { key, value, headers } }) => {
            const { ce_source: source } = headers ?? {};
            if (String(source) !== deployment) return;
            records.push(`${String(key)} ${JSON.stringify(headers)} ${String(value)}`);
            if (records.length === rows[0]!.count) resolve();
          },
        })
        .catch(reject);
    });
    return [{ name: 'Kafka', text: records.join('\n') }];
  } finally {
    await consumer.disconnect();
  }
}

/** As the server keeps them: the protocol's own bytes hold every payload in clear. */
async function temporalHistories({ namespace }: Office): Promise<Store[]> {
  const connection = await Connection.connect({ address: temporalAddress() });
  try {
    const client = new Client({ connection, namespace });
    const stores: Store[] = [];
    for await (const { workflowId, runId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId, runId).fetchHistory();
      const bytes = temporal.api.history.v1.History.encode(history).finish();
      const text = `${workflowId} ${Buffer.from(bytes).toString('latin1')}`;
      stores.push({ name: workflowId, text });
    }
    return stores;
  } finally {
    await connection.close();
  }
}

async function logsAndFigures({ apps }: Office): Promise<Store[]> {
  const stores = await Promise.all(
    Object.entries(apps).map(async ([app, { said, health }]) => [
      { name: `log of ${app}`, text: said() },
      { name: `figures of ${app}`, text: await (await fetch(`${health}/metrics`)).text() },
    ]),
  );
  return stores.flat();
}
