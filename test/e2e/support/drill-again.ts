/** The beginning of the drill a second time, killed once and interrupted once on its way: the same streams, to the byte. */
import { Client, Pool } from 'pg';
import { deliveriesIn, isDelivery, readBook, upTo, type Book, type Delivered } from './book';
import { read, S4, SUMMARY, type PlayedDrill } from './played-drill';
import {
  discard,
  newDataDir,
  ownerUrl,
  processesOf,
  startStandalone,
  type Standalone,
} from './standalone';

/** After forty plans were handed in. */
const UNTIL = '2014-11-18';
const END = `${UNTIL}T00:00:00.000Z`;
/** The plan round opens, and 63 notices are on their way. */
const KILLED_AT = '2014-08-20T02:00:00.000Z';
/** The first yearly reports are asked for. */
const INTERRUPTED_AT = '2014-11-16T01:00:00.000Z';
const READY_WITHIN_MS = 20_000;
const ENDED_WITHIN_MS = 15_000;
const PLAYED_WITHIN_MS = 240_000;

type Again = { readonly dataDir: string; started?: Standalone; book?: Book };

export function testAgain(drill: () => PlayedDrill): void {
  const again: Again = { dataDir: newDataDir() };
  afterAll(() => discard(again.dataDir, again.started));
  testInterruptions(again);
  testSameStreams(again, drill);
}

function start(again: Again, ...args: string[]): Standalone {
  return (again.started = startStandalone(again.dataDir, '--until', UNTIL, ...args));
}

function testInterruptions(again: Again): void {
  const { dataDir } = again;
  const within = (title: string, work: () => Promise<void>) => test(title, work, PLAYED_WITHIN_MS);

  within('killed outright in the middle, it takes its parts with it', async () => {
    const killed = start(again, '--fresh');
    await clockReaches(KILLED_AT, killed, dataDir);
    killed.signal('SIGKILL');
    expect(await killed.ended).toEqual({ code: null, signal: 'SIGKILL' });
    await noneLeft(dataDir);
  });

  within('started again it goes on, and ends on Ctrl-C with everything it started', async () => {
    const interrupted = start(again);
    await clockReaches(INTERRUPTED_AT, interrupted, dataDir);
    interrupted.signal('SIGINT');
    expect([await interrupted.ended, interrupted.said()]).toEqual([
      { code: 0, signal: null },
      expect.stringContaining('stopping: SIGINT'),
    ]);
    expect(processesOf(dataDir)).toEqual([]);
  });

  within('started a third time it reaches the end and exits', async () => {
    const last = start(again, '--once');
    expect(await last.ended).toEqual({ code: 0, signal: null });
    expect(last.said()).toMatch(SUMMARY);
    expect(processesOf(dataDir)).toEqual([]);
  });

  within('the next start is ready in under 20 s and has the data, without playing', async () => {
    const next = start(again);
    await next.shows(SUMMARY);
    expect(performance.now() - next.startedAt).toBeLessThan(READY_WITHIN_MS);
    expect(next.said()).not.toContain('playing the drill');
    const { api } = next.addresses();
    expect(await read(new URL(`/v1/directives/${S4}`, api))).toMatchObject({
      symbol: '07/CT-BCA-V28',
      status: 'issued',
    });
    const pool = new Pool({ connectionString: ownerUrl(dataDir) });
    again.book = await readBook(pool);
    await pool.end();
  });
}

function testSameStreams(again: Again, drill: () => PlayedDrill): void {
  const both = () => [upTo(drill().book, END), again.book!] as const;

  test('its streams are those of the undisturbed drill, to the byte', () => {
    const [once, twice] = both().map(streamsOf);
    expect([...twice!.keys()]).toEqual([...once!.keys()]);
    for (const [stream, bytes] of once!) {
      expect([stream, twice!.get(stream)]).toEqual([stream, bytes]);
    }
  });

  test('its deliveries are the same, whatever the order and however often one was tried', () => {
    const [once, twice] = both().map((book) => deliveriesIn(book).map(saying).sort());
    expect(once!.length).toBeGreaterThan(3 * 63);
    expect(twice).toEqual(once);
  });

  test('a mail that was sent twice has one Message-ID', async () => {
    const { mail } = again.started!.addresses();
    const mails = await read<{ messageId: string }[]>(new URL('/messages', mail));
    const recorded = deliveriesIn(again.book!).map(({ messageId }) => messageId);
    const sent = mails.map(({ messageId }) => messageId);
    expect([...new Set(sent)].sort()).toEqual([...new Set(recorded)].sort());
  });
}

/** The bytes of every stream but those of deliveries. */
function streamsOf(book: Book): Map<string, string[]> {
  return new Map(
    [...book]
      .filter(([stream]) => !isDelivery(stream))
      .map(([stream, lines]) => [stream, lines.map(({ bytes }) => bytes)]),
  );
}

function saying({ attempts: _attempts, ...delivered }: Delivered): string {
  return JSON.stringify(delivered);
}

/** Waits until the told clock stands at the instant or later: the database says when it moves. */
async function clockReaches(instant: string, started: Standalone, dataDir: string): Promise<void> {
  await started.shows(/^playing the drill/m);
  const client = new Client({ connectionString: ownerUrl(dataDir) });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const reached = new Promise<void>((resolve, reject) => {
      client.on('notification', ({ payload }) => {
        if (payload !== undefined && payload >= instant) resolve();
      });
      void started.ended.then(() => reject(new Error(`ended too early:\n${started.said()}`)));
    });
    await client.query('LISTEN dondoc_clock');
    await reached;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The guardians need a moment to notice that their owner is gone. */
async function noneLeft(dataDir: string): Promise<void> {
  const until = performance.now() + ENDED_WITHIN_MS;
  while (processesOf(dataDir).length > 0 && performance.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  expect(processesOf(dataDir)).toEqual([]);
}
