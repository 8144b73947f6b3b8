/**
 * Histories of the engine out of a live worker: what closes is copied while it works, whole chains of runs, and replays
 * from the command line; what was altered since is found; who comes late says so.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { temporal } from '@temporalio/proto';
import type { Pool } from 'pg';
import { sha256Hex } from '../../libs/audit';
import { roundStream, type RunHistory } from '../../libs/domain';
import type { NewCommand } from '../../libs/ledger';
import { childEnvironment } from '../../libs/service';
import { cancellation, opening, rung, telling } from '../integration/support/round-commands';
import { until } from '../integration/support/until';
import { LiveOffice, type RunningApp } from './support/live-office';
import { ROOT } from './support/standalone';

const WITHIN_MS = 120_000;
const EVERY_SECOND = { DONDOC_HISTORIES_EVERY: '1s' };
const AHEAD = 'test/e2e/support/clock-ahead.process.js';
const { History: codec } = temporal.api.history.v1;

let office: LiveOffice;
let worker: RunningApp;
let api: RunningApp;
let owner: Pool;

beforeAll(async () => {
  office = await LiveOffice.open();
  owner = office.owner();
  [worker, api] = await Promise.all([office.start('worker', EVERY_SECOND), office.start('api')]);
}, WITHIN_MS);
afterAll(() => office.close(), WITHIN_MS);

const within = (title: string, work: () => Promise<void>) => test(title, work, WITHIN_MS);
const streamOf = (directive: string) =>
  roundStream({ directive, duty: 'report', period: '2018', shard: 0 });

async function accepted(command: NewCommand): Promise<void> {
  await office.ledger.accept([command]);
  const record = await office.ledger.awaitOutcome(command.id, 30_000);
  if (!record?.outcome?.accepted) throw new Error(`refused: ${JSON.stringify(record)}`);
}

/** A round with a reminder by a timer, cancelled at last; of so many runs. */
async function life(stream: string, runs: number): Promise<void> {
  const soon = new Date(Date.now() + 1_500).toISOString();
  await accepted(opening(stream, { rungs: [rung('T-7', soon)] }));
  for (let n = 0; (await office.pasts(stream)).length < runs; n += 1) {
    await accepted(telling(stream, n));
  }
  await until('the reminder was issued', async () =>
    (await office.ledger.entriesOfStream(stream)).some(({ type }) => type.includes('RungReached')),
  );
  await accepted(cancellation(stream));
}

async function recorded(stream: string): Promise<RunHistory[]> {
  const entries = await office.ledger.entriesOfPrefixes(['histories'], { limit: 10_000 });
  return entries
    .flatMap(({ type, envelope }) =>
      type === 'dondoc.histories.HistoriesRecorded.v1'
        ? (envelope.data as unknown as { body: { runs: RunHistory[] } }).body.runs
        : [],
    )
    .filter(({ workflow }) => workflow === stream);
}

type Replayed = {
  readonly workflow: string;
  readonly inputs: number;
  readonly timers: number;
  readonly unsaid: number;
  readonly differs: { readonly kind: string; readonly detail: string } | null;
};
type Ran = { readonly code: number; readonly results: readonly Replayed[]; readonly err: string };

function replayHistories(): Promise<Ran> {
  const args = ['--api', api.url('api'), '--json', 'replay-histories', '--all'];
  const env = childEnvironment({});
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(ROOT, 'bin', 'dondoc.mjs'), ...args],
      { env, maxBuffer: 64 * 1024 * 1024 },
      (failed, out, err) => {
        const { results = [] } = (out === '' ? {} : JSON.parse(out)) as Partial<Ran>;
        resolve({ code: failed ? Number(failed.code ?? 1) : 0, results, err });
      },
    );
  });
}

const LONG = streamOf('h-1');

within('every run of a chain is kept while the worker works on', async () => {
  await life(LONG, 2);
  await until('both runs are kept', async () => (await recorded(LONG)).length === 2, 60_000);
  const [head, next] = (await recorded(LONG)).toSorted((a, b) => (a.closed < b.closed ? -1 : 1));
  expect(head).toMatchObject({ before: null, status: 'CONTINUED_AS_NEW', after: next!.run });
  expect(next).toMatchObject({ before: head!.run, first: head!.run, status: 'COMPLETED' });
  expect(await (await fetch(`${worker.url('health')}/readyz`)).text()).toContain(
    '"histories":"ok"',
  );
});

within('they replay from the command line, with every input and timer compared', async () => {
  const { code, results, err } = await replayHistories();
  expect([code, err]).toEqual([0, expect.not.stringContaining('!')]);
  expect(results.map(({ differs }) => differs)).toEqual(results.map(() => null));
  const sum = (key: 'inputs' | 'timers' | 'unsaid') =>
    results.reduce((total, one) => total + one[key], 0);
  expect([sum('inputs') > 40, sum('timers') > 0, sum('unsaid')]).toEqual([true, true, 0]);
});

describe('an activity whose input was altered in the kept history', () => {
  let run: RunHistory;
  let bytes: Buffer;
  const put = (sha256: string, now: Uint8Array) =>
    owner.query(
      `INSERT INTO work.content (sha256, media_type, size, bytes)
       SELECT $1, media_type, $2, $3 FROM work.content WHERE sha256 = $4
       ON CONFLICT (sha256) DO UPDATE SET bytes = excluded.bytes, size = excluded.size`,
      [sha256, now.byteLength, now, run.proto],
    );

  beforeAll(async () => {
    [run] = (await recorded(LONG)) as [RunHistory];
    const { rows } = await owner.query<{ bytes: Buffer }>(
      'SELECT bytes FROM work.content WHERE sha256 = $1',
      [run.proto],
    );
    bytes = rows[0]!.bytes;
  });

  within('has no longer the hash that the ledger has', async () => {
    const { rows } = await owner.query<{ check: string }>(
      `SELECT pg_get_constraintdef(oid) AS check FROM pg_constraint WHERE conname = 'content_check'`,
    );
    await expect(put(run.proto, altered(bytes))).rejects.toThrow(/content_check/u);
    await owner.query('ALTER TABLE work.content DROP CONSTRAINT content_check');
    await put(run.proto, altered(bytes));
    const { code, results } = await replayHistories();
    await put(run.proto, bytes);
    await owner.query(`ALTER TABLE work.content ADD CONSTRAINT content_check ${rows[0]!.check}`);
    expect(code).toBe(1);
    expect(results.filter(({ differs }) => differs !== null)).toMatchObject([
      { workflow: LONG, differs: { kind: 'bytes', detail: `${run.proto}: content.altered` } },
    ]);
    expect(results.length).toBeGreaterThan(1);
  });

  within('is asked for otherwise when the ledger was made to name it', async () => {
    const forged = altered(bytes);
    const sha256 = sha256Hex(forged);
    await put(sha256, forged);
    await rename(run.proto, sha256);
    const { code, results } = await replayHistories();
    await rename(sha256, run.proto);
    expect(code).toBe(1);
    const found = results.filter(({ differs }) => differs !== null);
    expect(found).toMatchObject([{ workflow: LONG, differs: { kind: 'input' } }]);
    expect(found[0]!.differs!.detail).toMatch(/^(load|take|record) no\. \d+ was asked with /u);
    expect((await replayHistories()).code).toBe(0);
  });

  async function rename(from: string, to: string): Promise<void> {
    await owner.query('ALTER TABLE ledger.entries DISABLE TRIGGER entries_never_change');
    await owner.query(
      `UPDATE ledger.entries SET bytes = replace(bytes, $1, $2) WHERE stream LIKE 'histories/%'`,
      [from, to],
    );
    await owner.query('ALTER TABLE ledger.entries ENABLE ALWAYS TRIGGER entries_never_change');
  }
});

within('who comes upon a run after a third of the retention says so, and keeps it', async () => {
  await worker.end('SIGTERM');
  const idle = await office.start('worker', { DONDOC_HISTORIES_EVERY: 'never' });
  const late = streamOf('h-2');
  await life(late, 1);
  await until('its run has ended', async () => {
    const [past] = await office.pasts(late);
    return past?.count('workflowExecutionCompleted') === 1;
  });
  await idle.end('SIGKILL');
  const aheadMs = (await office.retentionMs()) / 3 + 60_000;
  expect(aheadMs).toBeGreaterThan(60_000);
  const ahead = { ...EVERY_SECOND, DONDOC_TEST_AHEAD_MS: String(aheadMs) };
  const again = await office.start('worker', ahead, AHEAD);
  const page = `${again.url('health')}/readyz`;
  await until('it says that it is late', async () => again.said().includes('histories.late'));
  expect(again.said()).toMatch(/"code":"histories\.late","late":1,.*"nextStep":"shorten/u);
  await until('the run is kept', async () => (await recorded(late)).length === 1);
  expect((await fetch(page)).status).toBe(200);
});

/** The first activity's answer says that it was asked with something else. */
function altered(gzipped: Buffer): Buffer {
  const history = codec.decode(gunzipSync(gzipped));
  for (const { markerRecordedEventAttributes: marker } of history.events) {
    const payload = marker?.details?.['result']?.payloads?.[0];
    if (!payload?.data) continue;
    const answer = JSON.parse(Buffer.from(payload.data).toString()) as { asked: string };
    const other = { ...answer, asked: sha256Hex(`${answer.asked} otherwise`) };
    payload.data = Buffer.from(JSON.stringify(other));
    return gzipSync(codec.encode(history).finish());
  }
  throw new Error('no activity has answered');
}
