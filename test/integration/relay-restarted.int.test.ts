/** A relay that is killed again and again while it publishes everything anew: the topic still comes to tell the whole story. */
import { createRelay, RELAY_CONSUMER } from '../../apps/relay/relay';
import type { KafkaPublisher } from '../../libs/bus';
import { TopicMadeAnew } from '../../libs/bus/kafka-publisher';
import type { Entry, Ledger } from '../../libs/ledger';
import { decidedOn, newCommand, recordingOf, roundOf } from './support/decisions';
import { testDatabase, type TestDatabase } from './support/ledger-database';
import { until } from './support/until';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

let database: TestDatabase;
let ledger: Ledger;
let last: number;

beforeAll(async () => {
  database = await testDatabase({ mode: 'drill', deploymentId: 'relay', seed: 's', clock: 'wall' });
  ledger = database.ledger();
  await recorded('relay-1', 9);
});
afterAll(() => database.drop());

async function recorded(id: string, events: number): Promise<void> {
  const stream = roundOf(id);
  await ledger.accept([newCommand(id, stream)]);
  const { waiting } = await ledger.take(stream);
  await ledger.record(recordingOf(stream, 0, [decidedOn(waiting[0]!, events)]));
  last = await ledger.lastSeq();
}

/** A broker that keeps what it is sent; relays run on it one after the other. */
class Broker {
  topic: number[] = [];

  /** Everything there is; then the relay is stopped. */
  async published(taking = (entries: readonly Entry[]) => this.take(entries)): Promise<void> {
    const relay = this.relay(async (entries) => taking(entries));
    await relay.start();
    await until('the last entry is published', async () => {
      return this.topic.includes(last) && (await ledger.cursor(RELAY_CONSUMER)) === last;
    });
    await relay.stop();
  }

  /** Takes `some` entries of the first batch; then the relay is killed, before it hears of it. */
  async killedAfter(some: number): Promise<void> {
    let die: (error: Error) => void = () => undefined;
    const dead = new Promise<void>((_, reject) => (die = reject));
    let reached: () => void = () => undefined;
    const taken = new Promise<void>((resolve) => (reached = resolve));
    const relay = this.relay((entries) => {
      this.take(entries.slice(0, some));
      reached();
      return dead;
    });
    await relay.start();
    await taken;
    const stopped = relay.stop();
    die(new Error('killed'));
    await stopped;
  }

  take(entries: readonly Entry[]): void {
    this.topic.push(...entries.map(({ seq }) => seq));
  }

  private relay(publish: KafkaPublisher['publish']) {
    const connect = async (): Promise<KafkaPublisher> => ({
      ...{ records: this.topic.length, publish },
      close: () => Promise.resolve(),
    });
    return createRelay({ ledger, connect, inbound: null, logger: quiet });
  }
}

const story = () => Array.from({ length: last }, (_, n) => n + 1);

test('an emptied topic is filled anew, however often the relay is killed meanwhile', async () => {
  const broker = new Broker();
  await broker.published();
  expect(broker.topic).toEqual(story());
  broker.topic = [];
  await broker.killedAfter(6);
  await broker.killedAfter(6);
  await broker.published();
  expect(broker.topic).toEqual([...story().slice(0, 6), ...story().slice(0, 6), ...story()]);
});

test('a topic that is made anew in mid-flight is filled anew, though what flew in is longer than what was lost', async () => {
  const broker = new Broker();
  await ledger.restartCursor(RELAY_CONSUMER);
  await broker.published();
  await recorded('relay-2', 2 * last);
  const flown = story().slice(broker.topic.length);
  let isAnew = false;
  await broker.published((entries) => {
    if (isAnew) return broker.take(entries);
    isAnew = true;
    broker.topic = [];
    broker.take(entries);
    throw new TopicMadeAnew('events');
  });
  expect(broker.topic).toEqual([...flown, ...story()]);
});
