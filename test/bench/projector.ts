/**
 * `projector`: entries per second from the events topic into the read tables, against kafkajs alone, whose `eachBatch`
 * does nothing. Both are timed from their first batch to the end of their last.
 */
import { randomBytes } from 'node:crypto';
import { createProjector } from '../../apps/projector';
import { createKafkaBus, createKafkaPublisher, type Bus, type KafkaSettings } from '../../libs/bus';
import { kafkaClient } from '../../libs/bus/kafka-client';
import { migrate, type Ledger, type Stamp } from '../../libs/ledger';
import { emptyReadModel } from '../../libs/readmodel';
import { testDatabase, type TestDatabase } from '../integration/support/ledger-database';
import type { BenchRun } from './support/bench';
import { openParts } from './support/parts';
import { acceptsReport, HandMadeRun, opensRound, streamOf, submitsReport } from './support/rounds';

const STAMP: Stamp = { mode: 'drill', deploymentId: 'bench-projector', clock: 'wall' };
const RUNS = 5;
const UNITS = 500;
const PAGE = 1_000;

export const projector: BenchRun = async (bench) => {
  const parts = await openParts(bench, 'postgres', 'kafka');
  const database = await testDatabase(STAMP);
  bench.own('database', () => database.drop());
  await migrate(database.url, STAMP);
  const book = database.ledger();
  const rounds = bench.small ? 1 : 10;
  for (let round = 0; round < rounds; round += 1) await recordRound(book, streamOf(`d-${round}`));
  const kafka = {
    brokers: parts.kafka!.brokers,
    clientId: 'dondoc-bench',
    topic: `bench-${randomBytes(4).toString('hex')}`,
    logCreator: () => () => undefined,
  };
  const entries = await publishAll(book, kafka);
  bench.say(`${entries} entries in the topic`);

  const projected: number[] = [];
  const consumed: number[] = [];
  const runs = bench.runs ?? (bench.small ? 1 : RUNS);
  for (let run = 0; run <= runs && !bench.signal.aborted; run += 1) {
    const rate = await project({ database, book, kafka, entries });
    const baseline = await consume(kafka, entries);
    if (run === 0) continue;
    projected.push(rate);
    consumed.push(baseline);
    bench.say(`${run} of ${runs}: ${Math.round(rate)} against ${Math.round(baseline)} entries/s`);
  }
  const it = { case: 'reports and acceptances', metric: 'projected', unit: 'entries/s' };
  bench.figure({ ...it, samples: projected, baseline: consumed });
};

async function recordRound(book: Ledger, stream: string): Promise<void> {
  const run = new HandMadeRun(book, stream);
  const all = Array.from({ length: UNITS }, (_, n) => n);
  await run.act(opensRound(stream, { units: UNITS }));
  await run.act(...all.map((n) => submitsReport(stream, n)));
  await run.act(...all.map((n) => acceptsReport(stream, n)));
}

/** As the relay does it; answers the last sequence. */
async function publishAll(book: Ledger, kafka: KafkaSettings): Promise<number> {
  const publisher = await createKafkaPublisher(kafka);
  let last = 0;
  for (;;) {
    const entries = await book.entriesAfter(last, PAGE);
    if (entries.length === 0) break;
    await publisher.publish(entries);
    last = entries.at(-1)!.seq;
  }
  await book.moveCursor(null, 'relay', last);
  await publisher.close();
  return last;
}

type Projecting = {
  readonly database: TestDatabase;
  readonly book: Ledger;
  readonly kafka: KafkaSettings;
  readonly entries: number;
};

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** From an empty read model to the last entry. */
async function project({ database, book, kafka, entries }: Projecting): Promise<number> {
  const owner = database.pool(undefined, { max: 1 });
  const tx = await owner.connect();
  await emptyReadModel(tx);
  tx.release();
  const ledger = database.ledger('dondoc_projector');
  const groupPrefix = `bench-${randomBytes(4).toString('hex')}-`;
  const bus = createKafkaBus({ ...kafka, ledger, groupPrefix, log: quiet });
  const clock = stopwatch();
  const timed: Bus = {
    close: () => bus.close(),
    subscribe: (consumer, handler, options) =>
      bus.subscribe(
        consumer,
        async (batch) => {
          clock.start();
          await handler(batch);
          if (batch.at(-1)!.seq >= entries) clock.stop();
        },
        options,
      ),
  };
  const pool = database.pool('dondoc_projector');
  const running = createProjector({ ledger, bus: timed, pool, logger: quiet });
  await running.start();
  const ms = await Promise.race([
    clock.stopped,
    running.crashed.then((reason) => Promise.reject(reason)),
  ]);
  await running.stop();
  await bus.close();
  const cursor = await book.cursor('projector');
  if (cursor !== entries) throw new Error(`the projector stands at ${cursor} of ${entries}`);
  return (entries / ms) * 1_000;
}

async function consume(kafka: KafkaSettings, entries: number): Promise<number> {
  const consumer = kafkaClient(kafka).consumer({
    groupId: `bare-${randomBytes(4).toString('hex')}`,
  });
  const clock = stopwatch();
  let seen = 0;
  await consumer.connect();
  await consumer.subscribe({ topic: kafka.topic!, fromBeginning: true });
  await consumer.run({
    eachBatch: async ({ batch }) => {
      clock.start();
      seen += batch.messages.length;
      if (seen >= entries) clock.stop();
    },
  });
  const ms = await clock.stopped;
  await consumer.disconnect();
  return (entries / ms) * 1_000;
}

function stopwatch() {
  let since: number | null = null;
  let resolve: (ms: number) => void = () => undefined;
  const stopped = new Promise<number>((done) => (resolve = done));
  return {
    stopped,
    start: () => void (since ??= performance.now()),
    stop: () => resolve(performance.now() - (since ?? performance.now())),
  };
}
