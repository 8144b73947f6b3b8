/** One contract for subscribing, run against both adapters: straight on the ledger, and over Kafka with its relay. */
import { randomBytes } from 'node:crypto';
import { createRelay, type Relay } from '../../apps/relay/relay';
import {
  createKafkaBus,
  createKafkaPublisher,
  createLedgerBus,
  type BatchHandler,
  type Bus,
  type KafkaSettings,
} from '../../libs/bus';
import type { Entry, Ledger } from '../../libs/ledger';
import { describeWithKafka, kafkaBrokers } from '../support/servers';
import { decidedOn, newCommand, recordingOf, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const noKafkaLog = () => () => undefined;

let database: TestDatabase;
let ledger: Ledger;
let count = 0;

beforeAll(async () => {
  database = await testDatabase({ mode: 'drill', deploymentId: 'bus', seed: 's', clock: 'wall' });
  ledger = database.ledger();
});
afterAll(() => database.drop());

/** Records one decision: `events` + 1 entries. Answers the last sequence. */
async function record(events = 1): Promise<number> {
  count += 1;
  const stream = roundOf(`bus-${count}`);
  await ledger.accept([newCommand(`bus-${count}`, stream)]);
  const { waiting } = await ledger.take(stream);
  await ledger.record(recordingOf(stream, 0, [decidedOn(waiting[0]!, events)]));
  return ledger.lastSeq();
}

/** A consumer that begins at the present end of the ledger, collects and moves its cursor. */
async function consumer(name = `consumer-${randomBytes(4).toString('hex')}`) {
  await ledger.moveCursor(null, name, await ledger.lastSeq());
  const seen: number[] = [];
  let moved = 0;
  /** From the stamp of an entry, given before it is written and committed, to its handing over. */
  const took: number[] = [];
  const waiting: { seq: number; resolve: () => void }[] = [];
  const handler: BatchHandler = async (entries) => {
    for (const { seq, envelope } of entries) {
      seen.push(seq);
      took.push(Date.now() - Date.parse(envelope.recordedat));
    }
    const last = entries.at(-1)!.seq;
    await ledger.moveCursor(null, name, last);
    moved = last;
    for (const it of waiting) if (it.seq <= last) it.resolve();
  };
  /** Handed over, and the cursor moved. */
  const reached = (seq: number) =>
    seq <= moved
      ? Promise.resolve()
      : new Promise<void>((resolve) => waiting.push({ seq, resolve }));
  return { name, seen, took, handler, reached, from: await ledger.lastSeq() };
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

type Transport = { bus: Bus; stop: () => Promise<void> };

function contract(open: () => Promise<Transport>): void {
  let transport: Transport;
  let bus: Bus;
  beforeAll(async () => {
    transport = await open();
    bus = transport.bus;
  });
  afterAll(() => transport.stop());

  test('a consumer gets every entry after its cursor, in order and without a hole', async () => {
    const one = await consumer();
    await record(3);
    const last = await record(2);
    const subscription = await bus.subscribe(one.name, one.handler, { batchSize: 2 });
    await one.reached(last);
    const later = await record();
    await one.reached(later);
    expect(one.seen).toEqual(numbers(one.from + 1, later));
    expect(await subscription.lag()).toBe(0);
    expect(subscription.healthy()).toBe(true);
    await subscription.close();
  });

  test('consumers do not know of each other', async () => {
    const [one, other] = [await consumer(), await consumer()];
    const subscriptions = [
      await bus.subscribe(one.name, one.handler),
      await bus.subscribe(other.name, other.handler),
    ];
    const last = await record(2);
    await Promise.all([one.reached(last), other.reached(last)]);
    expect(one.seen).toEqual(other.seen);
    await Promise.all(subscriptions.map((it) => it.close()));
  });

  test('after a pause it goes on where its cursor stands', async () => {
    const one = await consumer();
    const first = await bus.subscribe(one.name, one.handler);
    await one.reached(await record());
    await first.close();
    const missed = await record(4);
    expect(one.seen).not.toContain(missed);
    const second = await bus.subscribe(one.name, one.handler);
    await one.reached(missed);
    expect(one.seen).toEqual(numbers(one.from + 1, missed));
    await second.close();
  });

  test('a handler that fails stops its consumer loudly, keeps its place and gets the batch again', async () => {
    const one = await consumer();
    const failing = await bus.subscribe(one.name, async () => {
      throw new Error('a mistake of ours');
    });
    const last = await record();
    expect((await failing.crashed).message).toBe('a mistake of ours');
    expect(failing.healthy()).toBe(false);
    expect(await failing.lag()).toBe(2);
    expect(await ledger.cursor(one.name)).toBe(one.from);
    await failing.close();
    const again = await bus.subscribe(one.name, one.handler);
    await one.reached(last);
    expect(one.seen).toEqual(numbers(one.from + 1, last));
    await again.close();
  });

  test('closing waits for the batch at hand and hands over nothing more', async () => {
    const one = await consumer();
    let begun: () => void = () => undefined;
    let finish: () => void = () => undefined;
    const inHand = new Promise<void>((resolve) => (begun = resolve));
    const released = new Promise<void>((resolve) => (finish = resolve));
    let batches = 0;
    const subscription = await bus.subscribe(
      one.name,
      async (entries) => {
        batches += 1;
        begun();
        await released;
        await one.handler(entries);
      },
      { batchSize: 1 },
    );
    await record(3);
    await inHand;
    const closed = subscription.close();
    finish();
    await closed;
    expect(batches).toBe(1);
    expect(await ledger.cursor(one.name)).toBe(one.from + 1);
  });

  test('one entry arrives within a few milliseconds of being recorded', async () => {
    const one = await consumer();
    const subscription = await bus.subscribe(one.name, one.handler);
    await one.reached(await record());
    for (let n = 0; n < 40; n += 1) await one.reached(await record());
    await subscription.close();
    const median = one.took.toSorted((a, b) => a - b)[40]!;
    if (process.env.DONDOC_TEST_FIGURES) process.stdout.write(`median ${median} ms\n`);
    expect(median).toBeLessThan(100);
  });
}

describe('the bus straight on the ledger', () => {
  contract(async () => {
    const bus = createLedgerBus({ ledger, log: quiet });
    return { bus, stop: () => bus.close() };
  });
});

describeWithKafka('the bus over Kafka', () => {
  const topic = `test.events.${randomBytes(4).toString('hex')}`;
  const kafka = (): KafkaSettings => ({
    brokers: kafkaBrokers(),
    clientId: 'dondoc-test',
    topic,
    logCreator: noKafkaLog,
  });
  const newRelay = (): Relay =>
    createRelay({
      ledger,
      connect: () => createKafkaPublisher(kafka()),
      inbound: null,
      logger: quiet,
    });
  const newBus = (): Bus =>
    createKafkaBus({ ...kafka(), ledger, log: quiet, groupPrefix: `${topic}-` });

  describe('with its relay', () => {
    contract(async () => {
      const relay = newRelay();
      const bus = newBus();
      await relay.start();
      return {
        bus,
        stop: async () => {
          await bus.close();
          await relay.stop();
        },
      };
    });
  });

  test('what the relay published twice is handed over once', async () => {
    const one = await consumer();
    const last = await record(2);
    const publisher = await createKafkaPublisher(kafka());
    const entries: Entry[] = await ledger.entriesAfter(one.from, 10);
    await publisher.publish(entries);
    await publisher.publish(entries);
    await publisher.close();
    const bus = newBus();
    await bus.subscribe(one.name, one.handler);
    await one.reached(last);
    await bus.close();
    expect(one.seen).toEqual(numbers(one.from + 1, last));
  });

  test('what Kafka lost comes from the ledger: before the next entry, or when none comes', async () => {
    const one = await consumer();
    await record(3);
    const last = await record();
    const publisher = await createKafkaPublisher(kafka());
    await publisher.publish(await ledger.entriesAfter(last - 1, 10));
    await publisher.close();
    const bus = newBus();
    await bus.subscribe(one.name, one.handler);
    await one.reached(last);
    const lost = await record();
    await ledger.moveCursor(null, 'relay', lost);
    await one.reached(lost);
    await bus.close();
    expect(one.seen).toEqual(numbers(one.from + 1, lost));
  });

  test('a record of another deployment in the topic is passed over', async () => {
    const one = await consumer();
    const last = await record();
    const [entry] = await ledger.entriesAfter(last - 1, 1);
    const foreign = { ...entry!, envelope: { ...entry!.envelope, source: 'urn:dondoc:other' } };
    const publisher = await createKafkaPublisher(kafka());
    await publisher.publish([{ ...foreign, seq: last + 1_000 }]);
    await publisher.publish(await ledger.entriesAfter(one.from, 10));
    await publisher.close();
    await ledger.moveCursor(null, 'relay', last);
    const bus = newBus();
    await bus.subscribe(one.name, one.handler);
    await one.reached(last);
    await bus.close();
    expect(one.seen).toEqual(numbers(one.from + 1, last));
  });

  test('into a topic made anew the relay publishes everything again', async () => {
    const { Kafka } = await import('kafkajs');
    const admin = new Kafka({ ...kafka(), brokers: [...kafkaBrokers()] }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topic] });
    while ((await admin.listTopics()).includes(topic)) await new Promise(setImmediate);
    const relay = newRelay();
    await relay.start();
    const bus = newBus();
    const one = await consumer();
    await bus.subscribe(one.name, one.handler);
    const last = await record();
    await one.reached(last);
    await bus.close();
    await relay.stop();
    const [partition] = await admin.fetchTopicOffsets(topic);
    await admin.disconnect();
    expect(Number(partition!.high)).toBe(last);
  });
});
