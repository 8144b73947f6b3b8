/**
 * What an auditor does with the drill: takes the evidence of a directive to a machine without anything, alters it, alters the
 * ledger behind the engine's back, and is told which entry it was.
 */
import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noteKey, readCheckpoint, readNote, signedBy } from '../../../libs/audit';
import { childEnvironment } from '../../../libs/service';
import type { PlayedDrill } from './played-drill';
import { ROOT } from './standalone';

type Ran = { readonly code: number; readonly out: string; readonly err: string };

type Report = {
  readonly ok: boolean;
  readonly class: string;
  /** Where the first fault is. */
  readonly fault: { readonly sequence?: number } | null;
  readonly figures: { readonly [name: string]: number };
};

const WITHIN_MS = 120_000;
const SYMBOL = '07/CT-BCA-V28';

function run(program: string, args: readonly string[], cwd = ROOT): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { cwd, env: childEnvironment({}), maxBuffer: 64 * 1024 * 1024 },
      (failed, out, err) => resolve({ code: failed ? Number(failed.code ?? 1) : 0, out, err }),
    );
  });
}

type Desk = {
  readonly drill: () => PlayedDrill;
  readonly folder: string;
  readonly bundle: string;
  /** What an auditor has: the verifier and a bundle, nothing else. */
  readonly alone: string;
};

export function testProof(drill: () => PlayedDrill): void {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-proof-'));
  const desk: Desk = {
    ...{ drill, folder },
    bundle: join(folder, 'b.zip'),
    alone: join(folder, 'alone'),
  };
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  testTheCheckpoint(desk);
  testTheBundle(desk);
  testTheDatabase(desk);
}

const within = (title: string, work: () => Promise<void>) => test(title, work, WITHIN_MS);

async function checkpointOf({ drill }: Desk): Promise<string> {
  return (await fetch(new URL('/checkpoint', drill().addresses.api))).text();
}

function dondoc({ drill }: Desk, ...args: string[]): Promise<Ran> {
  return run(join(ROOT, 'bin', 'dondoc.mjs'), ['--api', drill().addresses.api, ...args]);
}

async function verify({ alone }: Desk, file: string, ...args: string[]) {
  const ran = await run(join(alone, 'verify.mjs'), [file, '--json', ...args], alone);
  return { ...ran, report: JSON.parse(ran.out) as Report };
}

function testTheCheckpoint(desk: Desk): void {
  within('the checkpoint is signed by the key of this deployment', async () => {
    const note = readNote(await checkpointOf(desk));
    const { origin, size } = readCheckpoint(note.text);
    expect(origin).toBe('dondoc/drill');
    const { pool } = desk.drill();
    const { rows } = await pool.query('SELECT max(seq)::int AS last FROM ledger.entries');
    expect([{ last: size }]).toEqual(rows);
    const { rows: keys } = await pool.query<{ key: string }>('SELECT key FROM ledger.signing_keys');
    expect(signedBy(note, [noteKey(keys[0]!.key)]).signers).toHaveLength(1);
  });
}

function testTheBundle(desk: Desk): void {
  const { bundle, alone } = desk;
  within('evidence of a directive is sound on a machine without anything', async () => {
    const taken = await dondoc(desk, 'export', SYMBOL, '--out', bundle);
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('dondoc/drill+')]);
    mkdirSync(alone);
    copyFileSync(join(ROOT, 'verify', 'verify.mjs'), join(alone, 'verify.mjs'));
    copyFileSync(bundle, join(alone, 'b.zip'));
    const key = /dondoc\/drill\+\S+/u.exec(taken.out)![0];
    const { code, report } = await verify(desk, 'b.zip', '--key', key);
    expect([code, report]).toMatchObject([0, { ok: true, class: 'sound' }]);
  });

  within('any byte of its entries that is changed is found, and the entry is named', async () => {
    const bytes = readFileSync(bundle);
    const begins = bytes.indexOf('{"causationid"');
    expect(begins).toBeGreaterThan(0);
    for (const share of [0, 0.31, 0.77]) {
      const altered = Buffer.from(bytes);
      const at = begins + 20 + Math.floor(share * 5_000_000);
      altered[at]! ^= 1;
      writeFileSync(join(alone, 'altered.zip'), altered);
      const { code, report } = await verify(desk, 'altered.zip');
      expect([at, code]).not.toEqual([at, 0]);
      expect(report).toMatchObject({
        ok: false,
        fault: { sequence: expect.any(Number) as number },
      });
    }
  });
}

function testTheDatabase(desk: Desk): void {
  const whole = async (kept: string) => {
    const ran = await dondoc(desk, 'verify', '--json', '--checkpoint', kept);
    return { code: ran.code, report: JSON.parse(ran.out) as Report };
  };
  within(
    'an entry altered in the database is found, against a checkpoint kept elsewhere',
    async () => {
      const kept = join(desk.folder, 'kept.checkpoint');
      writeFileSync(kept, await checkpointOf(desk));
      await alter(desk, '"time":"20', '"time":"21');
      try {
        const { report } = await whole(kept);
        expect(report).toMatchObject({
          ...{ ok: false, class: 'altered-entry' },
          fault: { sequence: SEQ },
        });
      } finally {
        await alter(desk, '"time":"21', '"time":"20');
      }
      // Every plan of everything is made again.
      const figures = { plansTaken: 0, plansOther: 0 };
      expect(await whole(kept)).toMatchObject({ code: 0, report: { ok: true, figures } });
    },
  );
}

/** As whoever owns the database can. */
async function alter({ drill }: Desk, from: string, to: string): Promise<void> {
  const { pool } = drill();
  await pool.query('ALTER TABLE ledger.entries DISABLE TRIGGER entries_never_change');
  await pool.query('UPDATE ledger.entries SET bytes = replace(bytes, $1, $2) WHERE seq = $3', [
    ...[from, to],
    SEQ,
  ]);
  await pool.query('ALTER TABLE ledger.entries ENABLE ALWAYS TRIGGER entries_never_change');
}

/** Somewhere in the middle of the ledger. */
const SEQ = 7_000;
