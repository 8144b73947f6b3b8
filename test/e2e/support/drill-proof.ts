/**
 * What an auditor does with the drill: takes the evidence of a directive to a machine without anything, alters it, alters the
 * ledger behind the engine's back, and is told which entry it was.
 */
import { execFile } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
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
  readonly sequence?: number;
  readonly key?: unknown;
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

export function testProof(drill: () => PlayedDrill): void {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-proof-'));
  const bundle = join(folder, 'b.zip');
  const alone = join(folder, 'alone');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const dondoc = (...args: string[]) =>
    run(join(ROOT, 'bin', 'dondoc.mjs'), ['--api', drill().addresses.api, ...args]);
  const verify = async (file: string, ...args: string[]) => {
    const ran = await run(join(alone, 'verify.mjs'), [file, '--json', ...args], alone);
    return { ...ran, report: JSON.parse(ran.out) as Report };
  };
  const within = (title: string, work: () => Promise<void>) => test(title, work, WITHIN_MS);
  const checkpoint = async () =>
    (await fetch(new URL('/checkpoint', drill().addresses.api))).text();

  within(
    'the checkpoint holds all entries and is signed by the key of this deployment',
    async () => {
      const note = readNote(await checkpoint());
      const { origin, size } = readCheckpoint(note.text);
      expect(origin).toBe('dondoc/drill');
      const { rows } = await drill().pool.query('SELECT max(seq)::int AS last FROM ledger.entries');
      expect([{ last: size }]).toEqual(rows);
      const { rows: keys } = await drill().pool.query<{ key: string }>(
        'SELECT key FROM ledger.signing_keys',
      );
      expect(signedBy(note, [noteKey(keys[0]!.key)]).signers).toHaveLength(1);
    },
  );

  within('evidence of a directive is sound on a machine without anything', async () => {
    const taken = await dondoc('export', SYMBOL, '--out', bundle);
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('dondoc/drill+')]);
    mkdirAlone();
    copyFileSync(bundle, join(alone, 'b.zip'));
    expect(readdirSync(alone).toSorted()).toEqual(['b.zip', 'verify.mjs']);
    const key = /dondoc\/drill\+\S+/u.exec(taken.out)![0];
    const { code, report } = await verify('b.zip', '--key', key);
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
      const { code, report } = await verify('altered.zip');
      expect([at, code]).not.toEqual([at, 0]);
      expect(report).toMatchObject({ ok: false, sequence: expect.any(Number) as number });
    }
  });

  within(
    'an entry altered in the database is found and named, against a checkpoint kept elsewhere',
    async () => {
      const kept = join(folder, 'kept.checkpoint');
      writeFileSync(kept, await checkpoint());
      const { pool } = drill();
      const alter = async (from: string, to: string) => {
        await pool.query('ALTER TABLE ledger.entries DISABLE TRIGGER entries_never_change');
        await pool.query(
          'UPDATE ledger.entries SET bytes = replace(bytes, $1, $2) WHERE seq = $3',
          [...[from, to], SEQ],
        );
        await pool.query('ALTER TABLE ledger.entries ENABLE ALWAYS TRIGGER entries_never_change');
      };
      await alter('"time":"20', '"time":"21');
      try {
        const found = await dondoc('--json', 'verify', '--checkpoint', kept);
        expect(JSON.parse(found.out)).toMatchObject({
          ok: false,
          class: 'altered-entry',
          sequence: SEQ,
        });
      } finally {
        await alter('"time":"21', '"time":"20');
      }
      const sound = await dondoc('--json', 'verify', '--checkpoint', kept);
      expect([sound.code, JSON.parse(sound.out)]).toMatchObject([0, { ok: true }]);
    },
  );

  function mkdirAlone(): void {
    mkdirSync(alone);
    copyFileSync(join(ROOT, 'verify', 'verify.mjs'), join(alone, 'verify.mjs'));
  }
}

/** Somewhere in the middle of the ledger. */
const SEQ = 7_000;
