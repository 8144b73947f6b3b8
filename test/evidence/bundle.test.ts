/** A bundle has the form of docs/evidence-format.md, proves what it holds, and is made of the same bytes again. */
import {
  canonicalize,
  headHash,
  isConsistent,
  readCheckpoint,
  readNote,
  sha256Hex,
  type Head,
} from '../../libs/audit';
import type { EvidenceScope, EvidenceSource } from '../../libs/evidence';
import type { Entry } from '../../libs/ledger';
import { decidersArchive } from '../support/deciders-archive';
import { memoryEvidence, type MemoryLedger } from '../support/memory-evidence';
import { D07, playedLedger, signerOf } from '../support/played-entries';
import { hashesIn, leavesOf, placesIn, rootOfSet } from '../support/set-proof';
import { writtenBundle, type WrittenBundle } from '../support/written-bundle';

const ledger = playedLedger();
const source = memoryEvidence(ledger);
const DIRECTIVE: EvidenceScope = { kind: 'directive', directive: 'd-07' };
const SCOPES: readonly [string, EvidenceScope][] = [
  ['a directive', DIRECTIVE],
  ['everything', { kind: 'all' }],
  ['a range', { kind: 'range', from: 5, to: 28 }],
];

type Manifest = {
  readonly files: readonly { path: string; size: number; sha256: string }[];
  readonly checkpoint: { size: number; root: string; heads: { size: number; root: string } };
  readonly [name: string]: unknown;
};
const manifestOf = (bundle: WrittenBundle) => JSON.parse(bundle.text('manifest.json')) as Manifest;
const entriesOf = (bundle: WrittenBundle) => bundle.text('entries.ndjson').split('\n').slice(0, -1);
const checkpointsOf = (bundle: WrittenBundle) =>
  (bundle.lines('checkpoints.ndjson') as { consistency: string[]; note: string }[]).map((it) => ({
    ...readCheckpoint(readNote(it.note).text),
    proof: it.consistency.map((hash) => Buffer.from(hash, 'base64')),
  }));

describe.each(SCOPES)('of %s', (_what, scope) => {
  let bundle: WrittenBundle;
  beforeAll(async () => {
    bundle = await writtenBundle(source, scope);
  });

  test('the files stand in their order, stored or deflated, all with one time', () => {
    const { hash } = decidersArchive();
    const contents = bundle.files.filter(({ path }) => path.startsWith('contents/'));
    expect(bundle.files.map(({ path }) => path)).toEqual([
      'README.txt',
      'index.html',
      'index.pdf',
      'keys.json',
      'checkpoints.ndjson',
      `deciders/${hash}.json`,
      'heads.ndjson',
      'heads-proof.bin',
      'places.bin',
      'tree-proof.bin',
      'entries.ndjson',
      'contents.json',
      ...contents.map(({ path }) => path).sort(),
      'manifest.json',
    ]);
    for (const { path, stored } of bundle.files) {
      expect([path, stored]).toEqual([path, /^contents\/|\.bin$|^entries/.test(path)]);
    }
    expect(new Set(bundle.files.map(({ time }) => time)).size).toBe(1);
  });

  test('the manifest is canonical and lists every other file with its size and hash', () => {
    const manifest = manifestOf(bundle);
    expect(canonicalize(manifest)).toBe(bundle.text('manifest.json'));
    const others = bundle.files.slice(0, -1).map(({ path, bytes }) => ({
      ...{ path, size: bytes.length, sha256: sha256Hex(bytes) },
    }));
    expect(manifest.files).toEqual(others);
    expect(manifest).toMatchObject({ format: 'dondoc.evidence.v1', deployment: 'so-thu' });
  });

  test('the entries are the bytes of the ledger, and their set proof gives the signed root', () => {
    const entries = entriesOf(bundle);
    const places = placesIn(bundle.file('places.bin'));
    expect(entries).toEqual(places.map(({ seq }) => ledger.entries[seq - 1]));
    const sequences = places.map(({ seq }) => seq);
    const leaves = leavesOf(sequences, entries);
    expect(places.map(({ leaf }) => leaf)).toEqual([...leaves.values()]);
    const { size, root } = checkpointsOf(bundle).at(-1)!;
    const proof = hashesIn(bundle.file('tree-proof.bin'));
    expect(rootOfSet({ size, leaves, proof })).toEqual(root);
    expect(manifestOf(bundle).checkpoint).toMatchObject({
      size,
      root: Buffer.from(root).toString('base64'),
    });
  });

  test('the heads with their set proof give the signed root of heads', () => {
    const rows = bundle.lines('heads.ndjson') as [number, string, number, string][];
    const heads = rows.map(([, stream, version, leaf]) => ({
      ...{ stream, version, leaf: Buffer.from(leaf, 'hex') },
    }));
    const leaves = new Map(rows.map(([place], at) => [place, headHash(heads[at]!)]));
    const { size, root } = checkpointsOf(bundle).at(-1)!.heads;
    const proof = hashesIn(bundle.file('heads-proof.bin'));
    expect(rootOfSet({ size, leaves, proof })).toEqual(root);
  });

  test('each checkpoint follows from the one before', () => {
    const all = checkpointsOf(bundle);
    expect(all[0]!.proof).toEqual([]);
    for (const [at, { proof, ...newer }] of all.entries()) {
      if (at > 0) expect(isConsistent(all[at - 1]!, newer, proof)).toBe(true);
    }
  });

  test('files and deciders lie under their hashes', () => {
    for (const { path, bytes } of bundle.files) {
      const named = /^(?:contents|deciders)\/([0-9a-f]{64})/.exec(path)?.[1];
      if (named !== undefined) expect(sha256Hex(bytes)).toBe(named);
    }
  });

  test('written again it has the same bytes', async () => {
    const again = await writtenBundle(memoryEvidence(playedLedger()), scope);
    expect(again.zip.equals(bundle.zip)).toBe(true);
  });
});

test('of a directive it holds all under it and its grounds, and the neighbours on both sides', async () => {
  const bundle = await writtenBundle(source, DIRECTIVE);
  const streams = new Set(
    entriesOf(bundle).map((it) => (JSON.parse(it) as { subject: string }).subject),
  );
  const round = `${D07}/round/ack/once/0`;
  const policies = ['due-hour/default', 'rolling', 'ladder'].map((it) => `policy/${it}`);
  expect([...streams]).toEqual(['org', 'calendar/vietnam', ...policies, D07, round]);
  const manifest = manifestOf(bundle);
  expect(manifest['streams']).toEqual([D07, 'calendar', 'org', 'policy', 'losses']);
  expect(manifest['scope']).toEqual({
    ...{ kind: 'directive', directive: 'd-07', symbol: '07/CT-BCA-V28' },
  });
  const heads = (bundle.lines('heads.ndjson') as [number, string][]).map(([, stream]) => stream);
  // d-071 begins like d-07 and is not under it: a neighbour.
  expect(heads).toContain('directive/d-071');
  expect(manifest['entries']).toEqual({ count: 40, first: 1, last: 42 });
});

test('a file that entries name is in it; one that the store has no more is said to be gone', async () => {
  const bundle = await writtenBundle(source, DIRECTIVE);
  const rows = JSON.parse(bundle.text('contents.json')) as {
    sha256: string;
    held: boolean;
    entries: number[];
  }[];
  const held = bundle.files.filter(({ path }) => path.startsWith('contents/'));
  expect(rows.filter((it) => it.held).map(({ sha256 }) => `contents/${sha256}`)).toEqual(
    held.map(({ path }) => path),
  );
  const [gone] = rows.filter((it) => !it.held);
  expect(gone).toEqual({
    ...{ sha256: sha256Hex('không còn'), size: null, mediaType: null, held: false },
    entries: [35, 36],
  });
  for (const seq of rows.flatMap(({ entries }) => entries)) {
    expect(ledger.entries[seq - 1]).toMatch(/"(?:sha256|\w+Sha256)":"/);
  }
});

test('the last checkpoint of each day of its entries is in it, and the first of each key', async () => {
  const bundle = await writtenBundle(source, DIRECTIVE);
  // 13/8: 6; 15/8: 30, also the first of the second key; 18/8: 34; all.
  expect(checkpointsOf(bundle).map(({ size }) => size)).toEqual([6, 30, 34, 62]);
  const late = await writtenBundle(source, { kind: 'range', from: 54, to: 62 });
  expect(checkpointsOf(late).map(({ size }) => size)).toEqual([6, 30, 62]);
  expect(JSON.parse(bundle.text('keys.json'))).toEqual([
    { key: signerOf(1).key.text, from: 6, to: 24 },
    { key: signerOf(2).key.text, from: 30, to: null },
  ]);
});

test('at the same sequence it has the same bytes, however much came later, a key among it', async () => {
  const then: MemoryLedger = {
    ...{ ...ledger, entries: ledger.entries.slice(0, 26), checkpoints: [6, 24, 26] },
    keys: ledger.keys.slice(0, 1),
  };
  const now: MemoryLedger = { ...ledger, checkpoints: [6, 24, 26, 30, 62] };
  for (const scope of [
    DIRECTIVE,
    { kind: 'all' } as const,
    { kind: 'range', from: 3, to: 25 } as const,
  ]) {
    const old = await writtenBundle(memoryEvidence(then), scope);
    const late = await writtenBundle(memoryEvidence(now), scope, { at: 25 });
    expect(late.zip.equals(old.zip)).toBe(true);
  }
});

test('a range stands on the first checkpoint that holds it', async () => {
  const { evidence } = await writtenBundle(source, { kind: 'range', from: 2, to: 23 });
  expect(evidence.checkpoint.size).toBe(24);
});

test.each([
  ['evidence.no-checkpoint', { kind: 'all' } as const, { checkpoints: [] }, undefined],
  ['evidence.beyond', { kind: 'range', from: 5, to: 63 } as const, {}, undefined],
  ['evidence.beyond', { kind: 'all' } as const, {}, 63],
  ['evidence.nothing', { kind: 'directive', directive: 'd-0' } as const, {}, undefined],
  ['evidence.nothing', { kind: 'directive', directive: 'd-071' } as const, {}, 42],
  // A part of a directive would pass for one.
  ['evidence.nothing', { kind: 'directive', directive: 'd-07/round' } as const, {}, undefined],
])('%s is said before the first byte', async (code, scope, changes, at) => {
  const other = memoryEvidence({ ...ledger, checkpoints: [6, 42, 62], ...changes });
  await expect(writtenBundle(other, scope, { at })).rejects.toMatchObject({ code });
});

test('a directive without entries in policies or calendars is proven to have none', async () => {
  const bare = { ...ledger, entries: ledger.entries.slice(10), checkpoints: [52] };
  const bundle = await writtenBundle(
    memoryEvidence({ ...bare, keys: ledger.keys.slice(0, 1) }),
    DIRECTIVE,
  );
  const rows = bundle.lines('heads.ndjson') as [number, string][];
  const places = rows.map(([place]) => place);
  expect(places).toEqual([0, 1, 2, 3, 4]);
  expect(rows.map(([, stream]: [number, Head['stream']]) => stream).at(-1)).toMatch(/^series\//);
});

test('an entry that was removed is not among the places, and the others are', async () => {
  const gone = (found: readonly Entry[]) => found.filter(({ seq }) => seq !== 10);
  const holed: EvidenceSource = {
    ...source,
    entriesAfter: async (seq, limit) =>
      gone(await source.entriesAfter(seq, limit + 1)).slice(0, limit),
  };
  const bundle = await writtenBundle(holed, { kind: 'range', from: 8, to: 14 });
  expect(placesIn(bundle.file('places.bin')).map(({ seq }) => seq)).toEqual([8, 9, 11, 12, 13, 14]);
  expect(entriesOf(bundle)).toHaveLength(6);
});
