/** Notes against the example of the Go checksum database's own package, keys, cosignatures and forgeries. */
import fc from 'fast-check';
import { checkpointText, originOf, readCheckpoint } from './checkpoint';
import { leafHash } from './merkle';
import {
  cosignatureLine,
  fileSigner,
  noteKey,
  noteOf,
  NotANote,
  readNote,
  secretKeyText,
  signatureLine,
  signedBy,
} from './signed-note';

/** golang.org/x/mod/sumdb/note, example_test.go: PeterNeumann. */
const PETER = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const PETERS_SECRET =
  'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
const PETERS_TEXT =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const PETERS_LINE =
  '\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=';

const secretOf = (name: string, kind: 'log' | 'witness', fill = 7) =>
  fileSigner(secretKeyText(name, Buffer.alloc(32, fill), kind));

test('the note of the Go package is made and read alike', async () => {
  const signer = fileSigner(PETERS_SECRET);
  expect(signer.key.text).toBe(PETER);
  expect(await signatureLine(PETERS_TEXT, signer)).toBe(PETERS_LINE);
  const note = readNote(noteOf(PETERS_TEXT, [PETERS_LINE]));
  expect(note.text).toBe(PETERS_TEXT);
  expect(signedBy(note, [noteKey(PETER)]).signers).toHaveLength(1);
});

test('an altered text or signature is forged; a line of an unknown key says nothing', async () => {
  const signer = secretOf('dondoc/x', 'log');
  const other = secretOf('dondoc/x', 'log', 8);
  const line = await signatureLine('text\n', signer);
  const note = readNote(noteOf('text\n', [line]));
  const keys = [signer.key];
  expect(signedBy({ ...note, text: 'other\n' }, keys)).toMatchObject({ signers: [], forged: keys });
  expect(signedBy(note, [other.key])).toEqual({ signers: [], forged: [] });
});

test('a cosignature holds for its time and its text alone', async () => {
  const witness = secretOf('chung-kien.vn/w1', 'witness');
  expect(witness.key.kind).toBe('witness');
  const line = await cosignatureLine('text\n', witness, 1_545_127_200);
  const note = readNote(noteOf('text\n', [line]));
  expect(signedBy(note, [noteKey(witness.key.text)]).signers).toHaveLength(1);
  const [signature] = note.signatures;
  const later = Buffer.from(signature!.bytes);
  later[7]! += 1;
  const moved = { ...note, signatures: [{ ...signature!, bytes: later }] };
  expect(signedBy(moved, [witness.key]).forged).toHaveLength(1);
});

test.each([
  ['', 'nothing'],
  ['a+b', 'too little'],
  [PETER.replace('c74f', 'c74e'), 'an id that is not the key'],
  [PETER.replace('PeterNeumann', 'Peter Neumann'), 'a name with a blank'],
  [PETER.replace('+ARpc', '+BRpc'), 'another kind of key'],
])('%p is refused as a key: %s', (text) => {
  expect(() => noteKey(text)).toThrow(NotANote);
});

test('a private key that is none is refused without being repeated', () => {
  const broken = PETERS_SECRET.replace('c74f20a3', 'c74f20a4');
  expect(() => fileSigner(broken)).toThrow(expect.not.stringContaining('AYEKFA') as Error);
  expect(() => fileSigner(broken)).toThrow(NotANote);
});

test('a checkpoint is read as it was written', () => {
  const sizes = fc.nat();
  fc.assert(
    fc.property(sizes, sizes, (size, streams) => {
      const checkpoint = {
        origin: originOf('so-thu'),
        size,
        root: leafHash(`${size}`),
        heads: { size: streams, root: leafHash(`${streams}`) },
        ...(streams % 2 === 0 ? {} : { nextKey: PETER }),
      };
      expect(readCheckpoint(checkpointText(checkpoint))).toEqual(checkpoint);
    }),
  );
});

test.each(['', 'dondoc/x\n1\nAAAA\n', 'dondoc/x\n01\nAAAA\nheads 1 AAAA\n'])(
  '%p is no checkpoint',
  (text) => {
    expect(() => readCheckpoint(text)).toThrow(NotANote);
  },
);
