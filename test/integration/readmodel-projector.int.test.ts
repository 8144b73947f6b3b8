/** The projector: rows and cursor in one transaction, each entry applied once, whoever delivers it and however often. */
import { createProjector, type Projector } from '../../apps/projector/projector';
import { createLedgerBus, drained, type Bus } from '../../libs/bus';
import { createReads } from '../../libs/readmodel';
import { deciderOf, step } from '../../libs/domain';
import * as the from '../../libs/domain/round/testing';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const UNITS = ['nga-son', 'tinh-gia', 'sam-son'];
const NOW = '2018-12-30T00:00:00.000Z';

let database: ReadmodelDatabase;
let bus: Bus;
let rounds = 0;

beforeAll(async () => {
  database = await readmodelDatabase('projector');
  bus = createLedgerBus({ ledger: database.ledger, log: quiet });
});
afterAll(async () => {
  await bus.close();
  await database.drop();
});

function newProjector(on: Bus = bus): Projector {
  return createProjector({ ledger: database.ledger, bus: on, pool: database.pool, logger: quiet });
}

async function recordRound(): Promise<string> {
  const stream = `directive/p-${(rounds += 1)}/round/report/2018/0`;
  const decider = deciderOf(stream);
  const waiting = [the.opens(), ...UNITS.map((unit) => ({ ...the.submits(unit), id: unit }))];
  const { decided } = step(
    decider,
    { state: decider.initial, version: 0 },
    { waiting, now: '2018-12-10T01:00:00.000Z' },
    stream,
  );
  await database.record(stream, decided);
  return `p-${rounds}~report~2018`;
}

const projected = () =>
  drained({ ledger: database.ledger, consumers: ['projector'], timeoutMs: 10_000 });

async function unitsOf(round: string): Promise<readonly string[]> {
  const { items } = await createReads(database.pool).obligations({ round }, NOW);
  return items.map(({ unit }) => unit).sort();
}

test('what is recorded becomes rows, and a stopped projector goes on where it was', async () => {
  const first = newProjector();
  await first.start();
  const one = await recordRound();
  await projected();
  expect(await unitsOf(one)).toEqual([...UNITS].sort());
  expect((await first.ready()).ok).toBe(true);
  expect(await first.lag()).toBe(0);
  await first.stop();
  const two = await recordRound();
  expect(await unitsOf(two)).toEqual([]);
  const second = newProjector();
  await second.start();
  await projected();
  expect(await unitsOf(two)).toEqual([...UNITS].sort());
  await second.stop();
});

test('two projectors at once apply each entry once', async () => {
  const other = createLedgerBus({ ledger: database.ledger, log: quiet });
  const both = [newProjector(), newProjector(other)];
  await Promise.all(both.map((it) => it.start()));
  const recorded = await Promise.all(Array.from({ length: 8 }, recordRound));
  await projected();
  for (const round of recorded) expect(await unitsOf(round)).toEqual([...UNITS].sort());
  const healthy = await Promise.all(both.map((it) => it.ready()));
  expect(healthy.map(({ ok }) => ok)).toEqual([true, true]);
  await Promise.all(both.map((it) => it.stop()));
  await other.close();
});

test('a projector whose rows do not fit stops loudly, writes nothing of the batch and keeps its place', async () => {
  const { pool, ledger } = database;
  await projected();
  const before = await ledger.cursor('projector');
  const round = await recordRound();
  // A row that is there already: a mistake of ours, as if an entry had been applied without its cursor.
  await pool.query(
    `INSERT INTO read.shards (round_id, shard, status, late, units, opened_at) VALUES ($1, 0, 'open', false, 0, $2)`,
    [round, NOW],
  );
  const failing = newProjector();
  await failing.start();
  expect((await failing.crashed).message).toMatch(/duplicate key/);
  expect((await failing.ready()).ok).toBe(false);
  expect(await ledger.cursor('projector')).toBe(before);
  expect(await unitsOf(round)).toEqual([]);
  await failing.stop();

  await pool.query('DELETE FROM read.shards WHERE round_id = $1', [round]);
  const mended = newProjector();
  await mended.start();
  await projected();
  expect(await unitsOf(round)).toEqual([...UNITS].sort());
  await mended.stop();
});
