/**
 * `npm start` with a witness, set up as docs/audit.md says: what a superuser of the database does to the ledger is found, and
 * what the holder of the key makes fit with it is proven by what the witness keeps.
 */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Pool } from 'pg';
import { noteKey, readCheckpoint, readNote, signedBy } from '../../libs/audit';
import { keyFromFile } from '../../libs/process';
import { childEnvironment } from '../../libs/service';
import { until } from '../integration/support/until';
import { forge, withoutGuards } from './support/forger';
import { SUMMARY } from './support/played-drill';
import {
  discard,
  newDataDir,
  ownerUrl,
  ROOT,
  startStandaloneWith,
  type Standalone,
} from './support/standalone';

const WITHIN_MS = 120_000;
const DONDOC = join(ROOT, 'bin', 'dondoc.mjs');
/** The day after which somebody decided, with a reason; and a later one, on which there is more to sign. */
const [FIRST, LATER] = ['2012-01-11', '2012-07-11'];
/** What was said, and what it is to have been. */
const [SAID, FORGED] = ['ba tháng sau ngày ký', 'bốn tháng sau ngày ký'];

/** Issued on the first day of the drill. */
const DIRECTIVE = '09-CT/TU';

const dataDir = newDataDir();
const keyFile = join(dataDir, 'drill', 'keys', 'checkpoint.key');
const elsewhere = mkdtempSync(join(tmpdir(), 'dondoc-elsewhere-'));
const witnessed = join(elsewhere, 'witness', 'dondoc%2Fdrill.checkpoint');
/** A copy: taking evidence is recorded, and the witness cosigns that, too. */
const kept = join(elsewhere, 'kept.checkpoint');
let [key, witnessKey, witnesses] = ['', '', ''];
let witness: ChildProcess;
let standalone: Standalone;
let owner: Pool;

type Ran = { readonly code: number; readonly out: string; readonly err: string };

function run(program: string, args: readonly string[], cwd = ROOT): Promise<Ran> {
  const env = childEnvironment({ DONDOC_DATA_DIR: dataDir });
  const most = { maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...args], { cwd, env, ...most }, (failed, out, err) =>
      resolve({ code: failed ? Number(failed.code ?? 1) : 0, out, err }),
    );
  });
}

const dondoc = (...args: string[]) => run(DONDOC, args);

/** What an auditor has: a folder with the verifier, and what he was given. */
async function verify(bundle: string, ...args: string[]) {
  const { code, out } = await run(
    'verify.mjs',
    [bundle, '--json', '--lang', 'en', ...args],
    elsewhere,
  );
  return { code, report: JSON.parse(out) as { class: string; message?: string; fault: object } };
}

async function start(until: string): Promise<Standalone> {
  const started = startStandaloneWith({ DONDOC_WITNESSES: witnesses }, dataDir, ['--until', until]);
  await started.shows(SUMMARY);
  return started;
}

async function partsOfCheckpointer(): Promise<string> {
  const addresses = standalone.addresses() as unknown as { readonly [name: string]: string };
  return (await fetch(`${addresses['checkpointer health']}/readyz`)).text();
}

async function latest() {
  return readNote(await (await fetch(new URL('/checkpoint', standalone.addresses().api))).text());
}

async function lastSeq(): Promise<number> {
  const { rows } = await owner.query<{ seq: number }>(
    'SELECT max(seq)::int AS seq FROM ledger.entries',
  );
  return rows[0]!.seq;
}

beforeAll(async () => {
  const made = await dondoc('key', 'new', 'dondoc/drill', '--out', keyFile);
  key = made.out.split('\n', 1)[0]!;
  const state = join(elsewhere, 'witness');
  witness = spawn(
    process.execPath,
    [
      DONDOC,
      'witness',
      ...['--name', 'chung-kien.vn/w1', '--state', state],
      ...['--log', key, '--port', '0'],
    ],
    { env: childEnvironment({}), stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const [line] = (await once(createInterface(witness.stdout!), 'line')) as [string];
  witnesses = line;
  witnessKey = line.split(' ', 1)[0]!;
  copyFileSync(join(ROOT, 'verify', 'verify.mjs'), join(elsewhere, 'verify.mjs'));
  standalone = await start(FIRST);
  owner = new Pool({ connectionString: ownerUrl(dataDir), max: 2 });
  owner.on('error', () => undefined);
}, WITHIN_MS);

afterAll(async () => {
  await owner?.end();
  await discard(dataDir, standalone);
  witness?.kill('SIGTERM');
  rmSync(elsewhere, { recursive: true, force: true });
});

const within = (title: string, work: () => Promise<void>) => test(title, work, WITHIN_MS);

within('the witness keeps the last checkpoint, and the evidence has its signature', async () => {
  const size = await lastSeq();
  await until('it cosigned the last one', async () => {
    const note = await latest();
    const { signers } = signedBy(note, [noteKey(witnessKey)]);
    return signers.length === 1 && readCheckpoint(note.text).size === size;
  });
  copyFileSync(witnessed, kept);
  expect(readNote(readFileSync(kept, 'utf8')).text).toBe((await latest()).text);
  expect(await partsOfCheckpointer()).toContain('"witness chung-kien.vn/w1":"ok"');
  const bundle = join(elsewhere, 'sound.zip');
  expect((await dondoc('export', '--all', '--out', bundle)).code).toBe(0);
  const held = ['--key', key, '--witness', witnessKey, '--checkpoint', kept];
  expect(await verify(bundle, ...held)).toMatchObject({ code: 0, report: { class: 'sound' } });
  const one = join(elsewhere, 'one.zip');
  expect((await dondoc('export', DIRECTIVE, '--checkpoint', kept, '--out', one)).code).toBe(0);
  const compared = await verify(one, '--key', key, '--checkpoint', kept);
  expect(compared).toMatchObject({ code: 0, report: { class: 'sound' } });
});

within('an UPDATE by the superuser is found and named, beside what the witness keeps', async () => {
  const { rows } = await owner.query<{ seq: number }>(
    `SELECT seq::int AS seq FROM ledger.entries WHERE bytes LIKE '%' || $1 || '%' ORDER BY seq LIMIT 1`,
    [SAID],
  );
  const { seq } = rows[0]!;
  const update = (from: string, to: string) =>
    withoutGuards(owner, () =>
      owner.query('UPDATE ledger.entries SET bytes = replace(bytes, $1, $2) WHERE seq = $3', [
        ...[from, to, seq],
      ]),
    );
  const check = () => dondoc('verify', '--json', '--key', key, '--checkpoint', kept);
  await update(SAID, FORGED);
  const { code, out } = await check();
  await update(FORGED, SAID);
  expect([code, JSON.parse(out)]).toMatchObject([
    33,
    { ok: false, class: 'altered-entry', fault: { sequence: seq } },
  ]);
  expect((await check()).code).toBe(0);
});

within(
  'a ledger that was written anew, tree and signatures and all, is sound by itself',
  async () => {
    const forged = await forge(owner, {
      ...{ signer: keyFromFile(keyFile), keyFile },
      ...{ from: SAID, to: FORGED },
    });
    expect(forged.length).toBeGreaterThanOrEqual(2);
    rmSync(join(dataDir, 'drill', 'checkpoints'), { recursive: true });
    standalone.signal('SIGINT');
    await standalone.ended;
    standalone = await start(LATER);
    const { rows } = await owner.query('SELECT max(seq)::int AS size FROM ledger.entries');
    await until('it signs on', async () => {
      const { size } = readCheckpoint((await latest()).text);
      return size === (rows as { size: number }[])[0]!.size;
    });
    const { code, out } = await dondoc('verify', '--key', key, '--json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { ok: true, class: 'sound' }]);
  },
);

within('the witness does not cosign it, and /readyz says why', async () => {
  const before = readFileSync(witnessed, 'utf8');
  await until('it is refused', async () =>
    (await partsOfCheckpointer()).includes('has cosigned another history'),
  );
  expect(readFileSync(witnessed, 'utf8')).toBe(before);
  expect(signedBy(await latest(), [noteKey(witnessKey)]).signers).toEqual([]);
});

within('the checkpoint of the witness proves it, without us', async () => {
  const bundle = join(elsewhere, 'forged.zip');
  expect((await dondoc('export', '--all', '--out', bundle)).code).toBe(0);
  const { size } = readCheckpoint(readNote(readFileSync(kept, 'utf8')).text);
  const compared = await verify(bundle, '--key', key, '--checkpoint', kept);
  expect(compared).toMatchObject({ code: 24, report: { class: 'fork' } });
  expect(JSON.stringify(compared.report)).toContain(String(size));
  const one = join(elsewhere, 'one-forged.zip');
  const refused = await dondoc('export', DIRECTIVE, '--checkpoint', kept, '--out', one);
  expect([refused.code, refused.err]).toEqual([
    1,
    expect.stringContaining('evidence.checkpoint-fork'),
  ]);
  expect(existsSync(one)).toBe(false);
  expect((await dondoc('export', DIRECTIVE, '--out', one)).code).toBe(0);
  expect(await verify(one, '--key', key, '--checkpoint', kept)).toMatchObject({
    ...{ code: 24, report: { class: 'fork' } },
  });
  expect(await verify(bundle, '--key', key, '--witness', witnessKey)).toMatchObject({
    ...{ code: 23, report: { class: 'witness' } },
  });
});
