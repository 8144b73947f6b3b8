/** The ledger in memory answers as the real one does: its notes are signed, its tree is that of its entries. */
import {
  completeNodes,
  joined,
  leafHash,
  noteKey,
  readCheckpoint,
  readNote,
  rootOfLeaves,
  same,
  signedBy,
} from '../../libs/audit';
import { memoryEvidence } from '../support/memory-evidence';
import { playedLedger, signerOf } from '../support/played-entries';

const ledger = playedLedger();
const source = memoryEvidence(ledger);
const signersOf = (note: string) => {
  const keys = [signerOf(1).key, signerOf(2).key, signerOf(3, 'witness').key];
  return signedBy(readNote(note), keys).signers.map(({ text }) => text);
};

test('each checkpoint has the root of its entries, and the signatures of its time', async () => {
  const [old, young, witness] = [signerOf(1), signerOf(2), signerOf(3, 'witness')].map(
    ({ key }) => key.text,
  );
  const rows = [
    [6, [old, witness]],
    [30, [old, young, witness]],
    [34, [young, witness]],
  ] as const;
  for (const [size, signers] of rows) {
    const found = await source.checkpointOver(size);
    expect(found?.size).toBe(size);
    expect(signersOf(found!.note)).toEqual(signers);
    const { root } = readCheckpoint(readNote(found!.note).text);
    const leaves = ledger.entries.slice(0, size).map((it) => leafHash(it));
    expect(same(root, rootOfLeaves(leaves))).toBe(true);
    const nodes = await source.treeHashes(completeNodes({ from: 0, to: size }));
    expect(same(root, joined(nodes))).toBe(true);
  }
});

test('keys are told with the checkpoints they signed', async () => {
  const keys = await source.signingKeys();
  expect(keys.map(({ from, to }) => [from, to])).toEqual([
    [6, 24],
    [30, null],
  ]);
  expect(() => keys.map(({ key }) => noteKey(key))).not.toThrow();
});
