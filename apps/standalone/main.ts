/**
 * `npm start`: provisions the parts, composes every service in this process, plays the drill if the data folder is new,
 * shows a summary with the addresses, and stays up until Ctrl-C. Stops every child it started and nothing else.
 */
import 'reflect-metadata';
import { createWriteStream, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  emptyDataFolder,
  startMailCatcherApart,
  provision,
  type Part,
  type Progress,
  type Provisioned,
} from '../../libs/embedded';
import {
  createLogger,
  describeFailure,
  failure,
  loadStandaloneConfig,
  ownShutdown,
  type Logger,
  type Shutdown,
  type StandaloneConfig,
} from '../../libs/service';
import { contentsOf } from '../../libs/process';
import type { Instant } from '../../libs/domain';
import { DRILL_END, DRILL_START } from '../../samples';
import { compose, type Composition } from './compose';
import { DRILL_SEED, prepareDatabase } from './database';
import { DrillPlayer } from './drill-player';
import { rolePasswords, urlAs } from './passwords';
import { resultsOf } from './results-summary';
import { readOnlyText } from './read-only-text';
import { samplePlay } from './sample-play';
import { createScreen, seconds, type Screen } from './screen';
import { stepsText, summaryText } from './summary';

type Options = {
  readonly once: boolean;
  readonly fresh: boolean;
  readonly live: boolean;
  /** The drill's end, or an earlier one. */
  readonly until: Instant;
  /** What `npm start` did before, with its seconds. */
  readonly prepared: string;
};

type Started = {
  readonly config: StandaloneConfig;
  readonly options: Options;
  readonly screen: Screen;
  readonly shutdown: Shutdown;
  readonly logger: Logger;
  readonly dataDir: string;
  readonly interrupted: AbortSignal;
};

async function main(options: Options): Promise<void> {
  const screen = createScreen(process.stdout);
  const shutdown = ownShutdown({ log: (line) => screen.line(line) });
  const interrupted = new AbortController();
  void shutdown.requested.then(() => interrupted.abort());
  try {
    const config = loadStandaloneConfig();
    const dataDir = config.dataDir;
    if (options.fresh) await emptyFolder(join(dataDir, modeOf(options)), options);
    const started = {
      config,
      options,
      screen,
      shutdown,
      dataDir: join(dataDir, modeOf(options)),
      interrupted: interrupted.signal,
      logger: fileLogger(join(dataDir, modeOf(options)), config),
    };
    const { composition, addresses } = await startAll(started);
    const undecided = await composition.ledger.undecidedRestore();
    if (undecided !== null) screen.line(readOnlyText(undecided));
    else if (!options.live) await drill(started, composition);
    else
      screen.line(
        'hệ thống thật, chỉ đọc cho đến khi có định danh / live: reads only until identity exists',
      );
    if (options.once) await shutdown.shutdown('--once: everything is done');
    else stay(screen, addresses);
  } catch (thrown) {
    if (interrupted.signal.aborted) return;
    screen.line(describeFailure(thrown));
    await shutdown.shutdown('the start failed', 1);
  }
}

/** A switch never deletes a production system's data. */
async function emptyFolder(folder: string, { live }: Options): Promise<void> {
  if (live) {
    throw failure(
      'fresh.live',
      '--fresh would delete the data of a live system',
      `leave --fresh out; to begin anew move ${folder} away by hand`,
    );
  }
  await emptyDataFolder(folder);
}

function modeOf({ live }: Options): 'drill' | 'live' {
  return live ? 'live' : 'drill';
}

/** The screen is for people: what the services log goes to a file of the data folder. */
function fileLogger(dataDir: string, config: StandaloneConfig): Logger {
  mkdirSync(join(dataDir, 'log'), { recursive: true });
  return createLogger({
    level: config.logLevel,
    destination: createWriteStream(join(dataDir, 'log', 'dondoc.log'), { flags: 'a' }),
  });
}

type Running = { readonly composition: Composition; readonly addresses: Addresses };

async function startAll(started: Started): Promise<Running> {
  const { config, options, screen, shutdown, dataDir, logger } = started;
  const mode = modeOf(options);
  const begun = performance.now();
  const parts = await provisionParts(started);
  const passwords = rolePasswords(dataDir);
  const ownerUrl = await screen.step('database migrated', () =>
    prepareDatabase({ adminUrl: parts.postgres!.adminUrl, mode, passwords }),
  );
  const mail = config.smtpUrl ? null : await startMail(started);
  if (mail) shutdown.onShutdown('mail catcher', () => mail.stop());
  const composition = await screen.step('services', () =>
    compose({
      mode,
      urlOf: (role) => urlAs(ownerUrl, { role, password: passwords[role] }),
      temporalAddress: parts.temporal!.address,
      temporalNamespace: config.temporalNamespace,
      historiesEvery: config.historiesEvery,
      kafkaBrokers: parts.kafka?.brokers ?? [],
      smtpUrl: config.smtpUrl ?? mail!.smtpUrl,
      mailFrom: config.mailFrom,
      contents: contentsOf(config),
      checkpoints: {
        keyFile: join(dataDir, 'keys', 'checkpoint.key'),
        checkpointsDir: config.checkpointsDir ?? join(dataDir, 'checkpoints'),
        checkpointsMailTo: config.checkpointsMailTo,
        witnesses: config.witnesses,
      },
      api: {
        host: config.apiHost,
        port: config.apiPort,
        contents: { maxBytes: config.contentMaxBytes, mediaTypes: config.contentTypes },
      },
      health: { host: config.healthHost, port: config.healthPort },
      logger,
      shutdown,
    }),
  );
  const addresses = {
    api: composition.apiUrl,
    ...Object.fromEntries(
      Object.entries(composition.health).map(([name, url]) => [`${name} health`, url]),
    ),
    temporal: parts.temporal!.address,
    temporalUi: parts.temporal!.uiUrl,
    kafka: parts.kafka?.brokers ?? null,
    mail: mail?.url ?? null,
    log: join(dataDir, 'log', 'dondoc.log'),
  };
  writeAddresses(config.dataDir, addresses, shutdown);
  screen.line(`ready after ${seconds(performance.now() - begun)}`);
  showAddresses(screen, addresses);
  return { composition, addresses };
}

async function startMail({ dataDir, screen, shutdown }: Started) {
  return startMailCatcherApart({ dataDir: join(dataDir, 'mail') }, (detail) => {
    screen.line(`the mail catcher has ended by itself: ${detail}`);
    void shutdown.shutdown('the mail catcher has ended', 1);
  });
}

async function provisionParts(started: Started): Promise<Provisioned> {
  const { config, screen, shutdown, dataDir, interrupted } = started;
  const parts = await provision({
    dataDir,
    cacheDir: config.cacheDir,
    need: { postgres: true, temporal: true, kafka: true },
    given: {
      databaseUrl: config.databaseUrl,
      temporalAddress: config.temporalAddress,
      kafkaBrokers: config.kafkaBrokers.length > 0 ? config.kafkaBrokers : undefined,
    },
    log: (progress) => show(screen, progress),
    signal: interrupted,
    onPartLost: (part: Part, detail: string) => {
      screen.line(`${part} has ended by itself: ${detail}`);
      void shutdown.shutdown(`${part} has ended`, 1);
    },
  });
  shutdown.onShutdown('parts', () => parts.stop());
  return parts;
}

function show(screen: Screen, { part, text, tookMs, loud }: Progress): void {
  if (tookMs !== undefined) screen.done(`${part}: ${text}`, tookMs);
  else screen.line(loud ? `!!! ${part}: ${text}` : `… ${part}: ${text}`);
}

type Addresses = { readonly [name: string]: string | readonly string[] | null };

/** For the command line: gone when nothing runs. */
function writeAddresses(dataDir: string, addresses: Addresses, shutdown: Shutdown): void {
  const file = join(dataDir, 'addresses.json');
  writeFileSync(file, JSON.stringify(addresses, null, 2));
  shutdown.onShutdown('addresses', () => rmSync(file, { force: true }));
}

function showAddresses(screen: Screen, addresses: Addresses): void {
  for (const [name, address] of Object.entries(addresses)) {
    if (address !== null) screen.line(`  ${name.padEnd(20)}${String(address)}`);
  }
}

/** The last thing on screen: where to look, and how it ends. */
function stay(screen: Screen, { api, mail, temporalUi }: Addresses): void {
  screen.line('');
  const docs = typeof api === 'string' ? `${api}/v1/docs` : null;
  showAddresses(screen, { api: docs, mail: mail ?? null, temporalUi: temporalUi ?? null });
  screen.line('npx dondoc status · dừng / stop: Ctrl-C');
}

async function drill(started: Started, composition: Composition): Promise<void> {
  const { screen, interrupted, options } = started;
  const { ledger, wayIn, drained, instantDone, reads } = composition;
  const { until } = options;
  const from = Date.parse(DRILL_START);
  const span = Date.parse(DRILL_END) - from;
  if ((await ledger.now()) < until) {
    screen.line('playing the drill: 30/12/2011 to 31/12/2025, invented conduct');
    const begun = performance.now();
    const player = new DrillPlayer({
      ledger,
      wayIn,
      reads,
      drained,
      instantDone,
      play: samplePlay(DRILL_SEED),
      signal: interrupted,
      progress: (now) => screen.progress((Date.parse(now) - from) / span, now.slice(0, 10)),
    });
    await player.found();
    await player.playUntil(until);
    screen.endProgress();
    screen.done('drill', performance.now() - begun);
  }
  screen.line('');
  screen.line(stepsText(options.prepared, screen.steps));
  screen.line('');
  const recognition = await reads.recognitionYears({ limit: 500 });
  const reorganisations = await reads.reorganisations({ limit: 500 });
  const summary = await reads.summary(await ledger.now());
  screen.line(
    summaryText(summary, {
      recognition: recognition.items,
      reorganisations: reorganisations.items,
      results: await resultsOf(reads, summary),
    }),
  );
}

/** `--until YYYY-MM-DD` stands in no usage: tests play the beginning of the drill, and go on from there. */
function endOf(args: readonly string[]): Instant {
  const at = args.indexOf('--until');
  const date = args[at + 1];
  return at === -1 || date === undefined ? DRILL_END : `${date}T00:00:00.000Z`;
}

/** `--prepared` comes from `npm start` itself. */
function preparedOf(args: readonly string[]): string {
  const PREPARED = '--prepared=';
  return args.find((it) => it.startsWith(PREPARED))?.slice(PREPARED.length) ?? '';
}

main({
  once: process.argv.includes('--once'),
  fresh: process.argv.includes('--fresh'),
  live: process.argv.includes('--live'),
  until: endOf(process.argv),
  prepared: preparedOf(process.argv),
}).catch((thrown: unknown) => {
  process.stderr.write(`${describeFailure(thrown)}\n`);
  process.exitCode = 1;
});
