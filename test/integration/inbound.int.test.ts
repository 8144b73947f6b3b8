/** The door of other systems: what comes over the inbound topic is taken as over HTTP, or lies in the dead letters. */
import { commandId } from '../../libs/commands';
import type { Ledger } from '../../libs/ledger';
import { unit } from '../e2e/support/office-story';
import { describeWithKafka } from '../support/servers';
import { DRAFT } from './support/api-fixtures';
import { InboundTopic } from './support/inbound-topic';
import { testDatabase, type TestDatabase } from './support/ledger-database';

const OPERATOR = { id: 'he-thong-khac', role: 'operator', unit: null };
const CLERK = { id: 'van-thu', role: 'clerk', unit: 'ubnd-tinh' };
const CANARY = 'canary@so-tu-phap.example';

let keys = 0;

/** A unit with a mail address, registered with a key of its own. */
function message(more: object = {}) {
  keys += 1;
  return {
    type: 'RegisterUnits',
    params: {},
    body: { units: [unit(`don-vi-${keys}`, [CANARY])] },
    actor: OPERATOR,
    idempotencyKey: `key-${keys}`,
    ...more,
  };
}

const draft = (secrecy: string, more: object = {}) =>
  message({
    type: 'RegisterDirective',
    actor: CLERK,
    body: { draft: { ...DRAFT, secrecy, ...more } },
  });
const SUBMIT = { type: 'SubmitReport', actor: CLERK };
const OBLIGATION = { obligationId: 'd-abc~report~2018~0~nga-son' };
const report = (of: object) => ({ report: { summary: 'Đã làm', ...of } });

const REFUSED: readonly [what: string, reason: string, sent: string | Buffer | object | null][] = [
  ['what is not JSON', 'json.malformed', '{"type": RegisterUnits}'],
  ['what is not UTF-8', 'utf8.invalid', Buffer.from([0x7b, 0xff, 0x7d])],
  ['nothing', 'field.missing', null],
  ['a list', 'field.type', []],
  ['too much', 'body.too-large', message({ body: 'x'.repeat(256 * 1024) })],
  ['a command that there is not', 'field.value /type', message({ type: 'DropEverything' })],
  ['a command of ours alone', 'field.value /type', message({ type: 'OpenRound' })],
  ['a field of the message that there is not', 'field.unknown /urgent', message({ urgent: true })],
  ['a zero in a name', 'field.unknown', message({ '\u0000': 1 })],
  ['a fault in the body', 'field.too-small /body/units', message({ body: { units: [] } })],
  ['no body', 'field.missing /body', message({ body: undefined })],
  [
    'an id that is none',
    'obligation.id-malformed /params/obligationId',
    message({ ...SUBMIT, params: { obligationId: 'x' } }),
  ],
  ['no key', 'field.missing /idempotencyKey', message({ idempotencyKey: undefined })],
  ['a key with a space', 'idempotency.key-malformed', message({ idempotencyKey: 'a b' })],
  ['nobody who acts', 'field.missing /actor', message({ actor: undefined })],
  [
    'the system as actor',
    'field.value /actor/role',
    message({ actor: { ...OPERATOR, role: 'system' } }),
  ],
  ['a role without the right', 'right.missing', message({ actor: { ...CLERK, role: 'auditor' } })],
  [
    'a file that nobody handed in',
    'content.unknown',
    message({
      ...SUBMIT,
      params: OBLIGATION,
      body: report({
        files: [{ sha256: 'a'.repeat(64), name: 'a.pdf', mediaType: 'application/pdf', size: 1 }],
      }),
    }),
  ],
];

const SECRET: readonly [string, string, object][] = [
  ['a secret draft', 'directive.secret', draft('mat')],
  ['a secret draft with a fault', 'field.unknown', draft('toiMat', { urgent: true })],
];

describeWithKafka('a message of another system', () => {
  const topic = new InboundTopic();
  const lines: unknown[] = [];
  const say = (level: string) => (fields: object, words: string) =>
    void lines.push({ level, ...fields, words });
  const logger = {
    ...{ debug: say('debug'), info: say('info') },
    ...{ warn: say('warn'), error: say('error') },
  };
  let database: TestDatabase;
  let ledger: Ledger;
  let relay: ReturnType<InboundTopic['relay']>;

  beforeAll(async () => {
    database = await testDatabase({ mode: 'drill', deploymentId: 'inbound', seed: 's' });
    ledger = database.ledger('dondoc_relay');
    await topic.open();
    relay = topic.relay(ledger, logger);
    await relay.start();
  });
  afterAll(async () => {
    await relay.stop();
    await topic.close();
    await database.drop();
  });

  async function buried(source: string) {
    const { rows } = await database
      .pool()
      .query('SELECT reason, bytes FROM work.dead_letters WHERE source = $1', [source]);
    return rows as { reason: string; bytes: Buffer }[];
  }
  const taken = ({ actor, idempotencyKey }: { actor: typeof OPERATOR; idempotencyKey: string }) =>
    ledger.commandRecord(commandId(actor as never, idempotencyKey));
  const all = async () => {
    const { rows } = await database.pool().query(
      `SELECT (SELECT count(*)::int FROM work.command_log) AS commands,
              (SELECT count(*)::int FROM work.dead_letters) AS letters`,
    );
    return rows[0] as { commands: number; letters: number };
  };

  test('is taken as over HTTP, its mail addresses replaced', async () => {
    const good = message();
    await topic.send(good);
    await topic.read();
    expect(await taken(good)).toMatchObject({ type: 'RegisterUnits', status: 'waiting' });
    const { rows } = await database.pool().query('SELECT data::text FROM work.command_log');
    expect(JSON.stringify(rows)).toContain('pii:');
    expect(JSON.stringify(rows)).not.toContain(CANARY);
  });

  test.each([...REFUSED, ...SECRET])('%s is refused, and the rest goes on', async (_, why, bad) => {
    const [before, after] = [message(), message()];
    const [, source] = await topic.send(before, bad, after);
    await topic.read();
    const letters = await buried(source!);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.reason).toContain(why);
    expect(await taken(before)).not.toBeNull();
    expect(await taken(after)).not.toBeNull();
  });

  test('is kept as it came, but of a secret one only the hash', async () => {
    const sources = await topic.send('không phải JSON', ...SECRET.map(([, , bad]) => bad));
    await topic.read();
    const letters = await Promise.all(sources.map(buried));
    const bytes = letters.map(([letter]) => letter!.bytes.toString('utf8'));
    expect(bytes).toEqual(['không phải JSON', '', '']);
  });

  test('sent twice is one command; with the same key and other words the second is refused', async () => {
    const good = message();
    const other = { ...message(), idempotencyKey: good.idempotencyKey };
    const { commands } = await all();
    const [first, second, third] = await topic.send(good, good, other);
    await topic.read();
    expect((await all()).commands).toBe(commands + 1);
    expect([await buried(first!), await buried(second!)]).toEqual([[], []]);
    expect((await buried(third!))[0]!.reason).toContain('idempotency.conflict');
  });

  test('is said to the operator with part, cause and next step, and with nothing of its content', () => {
    const said = lines.filter((line) => JSON.stringify(line).includes('inbound.refused'));
    expect(said.length).toBeGreaterThanOrEqual(REFUSED.length);
    for (const line of said as { level: string; err: Error & { nextStep: string } }[]) {
      expect(line.level).toBe('warn');
      expect(line.err.message).toMatch(/^the relay refused the message test\.inbound\.\w+\/0\/\d+/);
      expect(line.err.nextStep).toContain('work.dead_letters');
      expect((line.err.cause as Error).message).not.toBe('');
    }
    const text = JSON.stringify(lines, (_, it: unknown) =>
      it instanceof Error ? [it.message, it.cause, Object.values(it)] : it,
    );
    for (const word of [CANARY, 'urgent', 'DropEverything', 'RegisterUnits}'])
      expect(text).not.toContain(word);
  });

  test('read again, because the broker never heard that it was done, changes nothing', async () => {
    const before = await all();
    await relay.stop();
    await topic.forgetCommit(0);
    relay = topic.relay(ledger, logger);
    await relay.start();
    await topic.read();
    expect(await all()).toEqual(before);
    expect(await ledger.deadLetterCount()).toBe(before.letters);
  });
});

describeWithKafka('in a live system, which knows nobody yet', () => {
  test('no message is taken', async () => {
    const database = await testDatabase({ mode: 'live', deploymentId: 'inbound-live' });
    const topic = new InboundTopic();
    await topic.open();
    const quiet = { debug() {}, info() {}, warn() {}, error() {} };
    const relay = topic.relay(database.ledger('dondoc_relay'), quiet);
    await relay.start();
    try {
      await topic.send(message());
      await topic.read();
      const { rows } = await database.pool().query(
        `SELECT reason, (SELECT count(*)::int FROM work.command_log) AS commands
         FROM work.dead_letters`,
      );
      expect(rows).toEqual([{ reason: expect.stringMatching(/^identity\.none-yet/), commands: 0 }]);
    } finally {
      await relay.stop();
      await topic.close();
      await database.drop();
    }
  });
});
