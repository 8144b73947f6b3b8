/** A checkpoint that the asker has kept goes into the bundle, which then continues it; one that it cannot continue is refused. */
import {
  checkpointText,
  fileSigner,
  noteOf,
  readCheckpoint,
  readNote,
  secretKeyText,
  signatureLine,
  type Checkpoint,
  type NoteSigner,
} from '../../libs/audit';
import { messageOf, type Params } from '../../libs/contracts';
import type { EvidenceScope, EvidenceSource } from '../../libs/evidence';
import { memoryEvidence, type MemoryLedger } from '../support/memory-evidence';
import { playedLedger, signerOf } from '../support/played-entries';
import { writtenBundle } from '../support/written-bundle';
import { Verifier } from '../verify/support/verifier';

const ORIGIN = 'dondoc/so-thu';
const ledger = playedLedger();
const source = memoryEvidence(ledger);
const DIRECTIVE: EvidenceScope = { kind: 'directive', directive: 'd-07' };
const SCOPES: readonly [string, EvidenceScope][] = [
  ['a directive', DIRECTIVE],
  ['everything', { kind: 'all' }],
  ['a range', { kind: 'range', from: 2, to: 9 }],
];

let verifier: Verifier;
beforeAll(() => {
  verifier = new Verifier();
});
afterAll(() => verifier.close());

const noteOver = async (size: number, of: EvidenceSource = source): Promise<string> =>
  (await of.checkpointOver(size))!.note;

/** As a checkpointer with this key would have signed it. */
async function signedNote(
  change: (checkpoint: Checkpoint) => Checkpoint,
  { by, from = 24 }: { by: NoteSigner; from?: number },
): Promise<string> {
  const text = checkpointText(change(readCheckpoint(readNote(await noteOver(from)).text)));
  return noteOf(text, [await signatureLine(text, by)]);
}

const sizesIn = (bundle: { lines(path: string): unknown[] }): number[] =>
  (bundle.lines('checkpoints.ndjson') as { note: string }[]).map(
    ({ note }) => readCheckpoint(readNote(note).text).size,
  );

test.each(SCOPES)(
  'a bundle of %s continues those that are held, and is sound',
  async (_, scope) => {
    const checkpoints = [await noteOver(24), await noteOver(6)];
    const bundle = await writtenBundle(source, scope, { checkpoints });
    expect(sizesIn(bundle)).toEqual(expect.arrayContaining([6, 24]));
    const args = checkpoints.flatMap((note, at) => ['--checkpoint', verifier.file(`h${at}`, note)]);
    expect(await verifier.verify(bundle.zip, args)).toMatchObject({
      class: 'sound',
      held: [24, 6],
    });
  },
);

test('without it the same bundle cannot be compared', async () => {
  const { zip } = await writtenBundle(source, DIRECTIVE);
  const args = ['--checkpoint', verifier.file('held', await noteOver(24))];
  expect(await verifier.verify(zip, args)).toMatchObject({ class: 'not-compared', held: [] });
});

test('one that was signed and is not on record goes in as it was kept', async () => {
  const held = await noteOver(24);
  const restored = memoryEvidence({ ...ledger, checkpoints: [6, 22, 26, 30, 62] });
  const bundle = await writtenBundle(restored, DIRECTIVE, { checkpoints: [held] });
  const args = ['--checkpoint', verifier.file('kept', held)];
  expect(await verifier.verify(bundle.zip, args)).toMatchObject({ class: 'sound', held: [24] });
});

test('so does the last of a key that signs no more, when its record was lost', async () => {
  const held = await noteOver(24);
  const restored = memoryEvidence({ ...ledger, checkpoints: [6, 22, 30, 62] });
  for (const scope of [DIRECTIVE, { kind: 'all' } as const]) {
    const bundle = await writtenBundle(restored, scope, { checkpoints: [held] });
    expect(JSON.parse(bundle.text('keys.json'))).toMatchObject([
      { from: 6, to: 24 },
      { from: 30, to: null },
    ]);
    const args = ['--checkpoint', verifier.file('lost', held)];
    expect(await verifier.verify(bundle.zip, args)).toMatchObject({ class: 'sound', held: [24] });
  }
});

test('of one that is on record, the record goes in: cosignatures may have come since', async () => {
  const note = await noteOver(24);
  const bare = noteOf(readNote(note).text, [note.split('\n').find((it) => it.startsWith('—'))!]);
  expect(bare).not.toBe(note);
  const bundle = await writtenBundle(source, DIRECTIVE, { checkpoints: [bare] });
  const asKept = await writtenBundle(source, DIRECTIVE, { checkpoints: [note] });
  expect(bundle.zip.equals(asKept.zip)).toBe(true);
});

test('the checkpoint of the bundle is never older than one that is held', async () => {
  const range = { kind: 'range', from: 2, to: 9 } as const;
  const held = { checkpoints: [await noteOver(30)] };
  expect((await writtenBundle(source, range, held)).evidence.checkpoint.size).toBe(30);
  const at = await writtenBundle(source, DIRECTIVE, { ...held, at: 12 });
  expect(at.evidence.checkpoint.size).toBe(30);
});

const other = (fill: number): NoteSigner =>
  fileSigner(secretKeyText(ORIGIN, new Uint8Array(32).fill(fill), 'log'));

test.each<[string, string, () => Promise<string>]>([
  ['unreadable', 'a text that is none', async () => 'so-thu\n24\n'],
  ['unreadable', 'one cut short', async () => (await noteOver(24)).slice(0, -40)],
  ['unreadable', 'a note of another kind', async () => (await noteOver(24)).replace('heads', 'x')],
  [
    'of-another',
    'one of another log',
    () => signedNote((it) => ({ ...it, origin: 'dondoc/so-that' }), { by: signerOf(1) }),
  ],
  ['unsigned', 'signed by a key of nobody here', () => signedNote((it) => it, { by: other(9) })],
  [
    'unsigned',
    'a key before its time',
    () => signedNote((it) => ({ ...it, size: 25 }), { by: signerOf(2) }),
  ],
  [
    'unsigned',
    'a key after its time',
    () => signedNote((it) => ({ ...it, size: 31 }), { by: signerOf(1) }),
  ],
  [
    'fork',
    'the last of a key, of another root',
    () => signedNote((it) => ({ ...it, size: 29 }), { by: signerOf(1) }),
  ],
  [
    'unsigned',
    'a signature that does not hold',
    async () => (await noteOver(24)).replace('\n24\n', '\n23\n'),
  ],
  [
    'unsigned',
    'newer than the ledger and signed by nobody here',
    () => signedNote((it) => ({ ...it, size: 5_000 }), { by: other(9) }),
  ],
  [
    'newer',
    'of a ledger that had more',
    () => signedNote((it) => ({ ...it, size: 63 }), { by: signerOf(2) }),
  ],
  [
    'fork',
    'another root at a size on record',
    () => signedNote((it) => ({ ...it, root: Buffer.alloc(32, 7) }), { by: signerOf(1) }),
  ],
  [
    'fork',
    'other heads at a size on record',
    () => signedNote((it) => ({ ...it, heads: { ...it.heads, size: 1 } }), { by: signerOf(1) }),
  ],
  [
    'fork',
    'the root of another size where none is on record',
    async () => {
      const { heads } = await checkpointOver(23);
      return signedNote((it) => ({ ...it, size: 23, heads }), { by: signerOf(1) });
    },
  ],
  [
    'fork',
    'the heads of another size where none is on record',
    async () => {
      const { root } = await checkpointOver(23);
      return signedNote((it) => ({ ...it, size: 23, root }), { by: signerOf(1) });
    },
  ],
  [
    'fork',
    'a key introduced where none was',
    async () => {
      const { root, heads } = await checkpointOver(23);
      const nextKey = signerOf(2).key.text;
      return signedNote(() => ({ origin: ORIGIN, size: 23, root, heads, nextKey }), {
        by: signerOf(1),
      });
    },
  ],
])('evidence.checkpoint-%s: %s', async (what, _which, held) => {
  const checkpoints = [await noteOver(6), await held()];
  const sink = writtenBundle(source, DIRECTIVE, { checkpoints });
  await expect(sink).rejects.toMatchObject({ code: `evidence.checkpoint-${what}` });
});

test.each<[string, (note: string) => string, string, string]>([
  ['with CRLF', (it) => it.replaceAll('\n', '\r\n'), 'dòng chữ ký', 'signature lines'],
  ['quoted by a mail', (it) => it.replaceAll(/^/gmu, '> '), 'dòng chữ ký', 'signature line'],
  ['of another form', (it) => it.replace('heads', 'x'), 'sổ cái', 'of a ledger'],
])('one %s: what is wrong is said in both languages', async (_, change, vi, en) => {
  const checkpoints = [change(await noteOver(24))];
  const thrown: unknown = await writtenBundle(source, DIRECTIVE, { checkpoints }).catch((it) => it);
  const { code, params } = thrown as { code: string; params: Params };
  const { title, next } = messageOf(code, params);
  expect([title.vi, title.en]).toEqual([expect.stringContaining(vi), expect.stringContaining(en)]);
  expect(title.vi).not.toContain(en);
  expect(next.vi).toContain('CRLF, BOM');
});

/** Of a size that is not on record. */
async function checkpointOver(size: number): Promise<Checkpoint> {
  const note = await noteOver(size, memoryEvidence({ ...ledger, checkpoints: [6, size, 30, 62] }));
  return readCheckpoint(readNote(note).text);
}

test('a key from before a loss that was accepted is not continued', async () => {
  const anew: MemoryLedger = { ...ledger, checkpoints: [6, 24, 30, 62] };
  const inMemory = memoryEvidence(anew);
  const lost: EvidenceSource = {
    ...inMemory,
    signingKeys: async () => {
      const [first, second] = await inMemory.signingKeys();
      return [first!, { ...second!, beginsAnew: true }];
    },
  };
  const checkpoints = [await noteOver(24)];
  const refused = writtenBundle(lost, { kind: 'range', from: 2, to: 40 }, { checkpoints });
  await expect(refused).rejects.toMatchObject({ code: 'evidence.checkpoint-unsigned' });
});
