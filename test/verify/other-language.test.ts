/**
 * The hash checks in three implementations: libs/audit, which wrote the bundles, verify.mjs, and Python, of which nobody
 * here wrote the standard library. Needs `python3` (3.9 or later) on the PATH.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  canonicalize,
  consistencySpans,
  isConsistent,
  leafHash,
  rootOfLeaves,
  setSpans,
  sha256Hex,
  type Span,
} from '../../libs/audit';
import { FORM_ROWS } from './rows/form';
import { KEY_ROWS } from './rows/keys';
import { LINE_ROWS } from './rows/lines';
import { ORDER_ROWS } from './rows/order';
import { PROOF_ROWS } from './rows/proofs';
import { SCOPE_ROWS } from './rows/scope';
import { ALL, bundleOf, D07, played } from './support/insider';
import { Verifier } from './support/verifier';

jest.setTimeout(60_000);

const GOLDEN = join(__dirname, 'golden.json');

type Golden = {
  readonly leaves: readonly string[];
  readonly roots: readonly string[];
  readonly consistency: readonly (readonly [number, number, readonly string[]])[];
  readonly sets: readonly (readonly [number, readonly number[], readonly string[]])[];
  readonly canonical: readonly (readonly [string, string])[];
};
type Found = { readonly ok: boolean; readonly root?: string; readonly leaves?: string };

let folder: string;
beforeAll(() => {
  const { error } = spawnSync('python3', ['--version']);
  if (error) throw new Error('this test needs python3 on the PATH: apt-get install python3');
  folder = mkdtempSync(join(tmpdir(), 'dondoc-python-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function python(...args: string[]): Found[] {
  const program = join(__dirname, 'check_hashes.py');
  const { stdout, stderr, status } = spawnSync('python3', [program, ...args], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Found);
}

function checked(...zips: Buffer[]): Found[] {
  const paths = zips.map((zip, at) => {
    const path = join(folder, `${at}.zip`);
    writeFileSync(path, zip);
    return path;
  });
  return python(...paths);
}

test('Python agrees with the golden vectors', () => {
  expect(python('--vectors', GOLDEN)).toEqual([{ ok: true }]);
});

test('verify.mjs agrees with the golden vectors', async () => {
  const verifier = new Verifier();
  expect(await verifier.golden(GOLDEN)).toEqual([]);
  verifier.close();
});

test('libs/audit agrees with the golden vectors', () => {
  const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden;
  const leaves = golden.leaves.map((it) => leafHash(Buffer.from(it, 'hex')));
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');
  const over = ({ from, to }: Span) => hex(rootOfLeaves(leaves.slice(from, to)));
  expect(golden.roots.map((_, size) => over({ from: 0, to: size }))).toEqual(golden.roots);
  for (const [older, newer, proof] of golden.consistency) {
    expect(consistencySpans(older, newer).map(over)).toEqual(proof);
    const of = (size: number) => ({ size, root: Buffer.from(golden.roots[size]!, 'hex') });
    const hashes = proof.map((it) => Buffer.from(it, 'hex'));
    expect(isConsistent(of(older), of(newer), hashes)).toBe(true);
  }
  for (const [size, places, proof] of golden.sets) {
    expect(setSpans(places, size).map(over)).toEqual(proof);
  }
  for (const [text, expected] of golden.canonical) {
    expect(canonicalize(JSON.parse(text))).toBe(expected);
  }
});

test('Python finds sound what is sound, with the same leaves and the same root', async () => {
  const range = { kind: 'range', from: 5, to: 28 } as const;
  const zips = await Promise.all([ALL, D07, range].map((scope) => bundleOf(played, scope)));
  const found = checked(...zips);
  expect(found.map(({ ok }) => ok)).toEqual([true, true, true]);
  const leaves = played.entries.map((bytes) => leafHash(bytes));
  expect(found[0]).toMatchObject({
    root: Buffer.from(rootOfLeaves(leaves)).toString('hex'),
    leaves: sha256Hex(Buffer.concat(leaves)),
  });
});

/** What only a look at time, at who follows whom, at what an entry says or at its size shows: no hash is wrong. */
const NOT_OF_HASHES =
  /^(an event|a stream that begins with an event|time going|an entry over|an attribute|an id|an entry of another|another symbol|a day|a command received|no symbol|a range that|other deciders)/u;

test('Python finds every damage that hashes show', async () => {
  const rows = [
    ...LINE_ROWS,
    ...PROOF_ROWS,
    ...FORM_ROWS,
    ...ORDER_ROWS,
    ...KEY_ROWS,
    ...SCOPE_ROWS,
  ].filter(({ what }) => !NOT_OF_HASHES.test(what));
  const zips = await Promise.all(
    rows.map(async ({ make }) => (await make((count) => Math.floor(count / 2))).zip),
  );
  const found = checked(...zips);
  expect(rows.filter((_, at) => found[at]!.ok).map(({ what }) => what)).toEqual([]);
  expect(found).toHaveLength(rows.length);
});
