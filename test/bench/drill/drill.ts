/**
 * `drill`: years of 500 agencies that report quarterly, played on a told clock through the composition of `npm start`,
 * with Kafka and the mail catcher. A run is one simulated year.
 */
import { join } from 'node:path';
import { compose, type Composition } from '../../../apps/standalone/compose';
import { DrillPlayer } from '../../../apps/standalone/drill-player';
import type { Instant } from '../../../libs/domain';
import { startMailCatcherApart } from '../../../libs/embedded';
import { migrate, type Stamp } from '../../../libs/ledger';
import { createLogger, type Shutdown } from '../../../libs/service';
import { testDatabase } from '../../integration/support/ledger-database';
import type { Bench, BenchRun } from '../support/bench';
import { openParts } from '../support/parts';
import { quarterlyPlay } from './quarterly-acts';

const FIRST_YEAR = 2019;
const YEARS = 5;
const STARTS_AT: Instant = `${FIRST_YEAR}-01-01T17:00:00.000Z`;
const STAMP: Stamp = {
  mode: 'drill',
  deploymentId: 'bench-drill',
  seed: 'bench',
  clock: 'told',
  startsAt: STARTS_AT,
};

export const drill: BenchRun = async (bench) => {
  const agencies = bench.small ? 5 : 500;
  const years = bench.runs ?? (bench.small ? 1 : YEARS);
  const composition = await openComposition(bench);
  const player = new DrillPlayer({
    ...composition,
    play: quarterlyPlay(STARTS_AT, agencies),
    progress: () => undefined,
    signal: bench.signal,
  });
  await player.found();
  const took: number[] = [];
  const steps: number[] = [];
  const entries: number[] = [];
  for (let year = FIRST_YEAR; year < FIRST_YEAR + years; year += 1) {
    const since = performance.now();
    const before = await composition.ledger.lastSeq();
    steps.push(await player.playUntil(`${year + 1}-01-01T17:00:00.000Z`));
    took.push((performance.now() - since) / 1_000);
    entries.push((await composition.ledger.lastSeq()) - before);
    bench.say(`${year}: ${took.at(-1)?.toFixed(2)} s, ${steps.at(-1)} steps`);
  }
  const figure = (metric: string, unit: string, samples: readonly number[]) =>
    bench.figure({ case: `${agencies} agencies, quarterly`, metric, unit, samples });
  figure('seconds_per_year', 's', took);
  figure('steps_per_year', 'steps', steps);
  figure('entries_per_year', 'entries', entries);
};

async function openComposition(bench: Bench): Promise<Composition> {
  const parts = await openParts(bench, 'postgres', 'temporal', 'kafka');
  const lost = (detail: string) => bench.say(`the mail catcher has ended: ${detail}`);
  const mail = await startMailCatcherApart({ dataDir: join(parts.folder, 'mail') }, lost);
  bench.own('mail catcher', mail.stop);
  const database = await testDatabase(STAMP);
  bench.own('database', () => database.drop());
  await migrate(database.url, STAMP);
  // What the services register is stopped like everything else of the bench.
  const shutdown: Shutdown = {
    onShutdown: (name, stop) => bench.own(name, stop),
    requested: new Promise(() => {}),
    shutdown: async (reason) => bench.say(reason),
  };
  return compose({
    mode: 'drill',
    urlOf: (role) => database.urlAs(role),
    temporalAddress: parts.temporal!.address,
    temporalNamespace: 'default',
    kafkaBrokers: parts.kafka!.brokers,
    smtpUrl: mail.smtpUrl,
    mailFrom: 'Dondoc <dondoc@bench.example>',
    checkpoints: {
      keyFile: join(parts.folder, 'keys', 'checkpoint.key'),
      checkpointsMailTo: [],
      witnesses: [],
    },
    api: { host: '127.0.0.1', port: 0 },
    health: { host: '127.0.0.1', port: 0 },
    logger: createLogger({ service: 'bench', level: 'warn', destination: process.stderr }),
    shutdown,
  });
}
