/**
 * What a superuser of the database who also holds the signing key can do: writes the ledger anew with other words, and makes
 * everything fit: chains, hashes, tree, heads, checkpoints with their signatures, and the memory beside the key.
 */
import { writeFileSync } from 'node:fs';
import type { Pool } from 'pg';
import {
  canonicalize,
  CHAIN_START,
  checkpointText,
  entryHash,
  Frontier,
  HeadsTree,
  leafHash,
  noteOf,
  readCheckpoint,
  readNote,
  signatureLine,
  type NewNode,
  type NoteSigner,
} from '../../../libs/audit';
import { createTreeBook } from '../../../libs/ledger';

/** What keeps each table as it is. */
const GUARDS = {
  entries: 'entries_never_change',
  tree: 'tree_never_changes',
  checkpoints: 'checkpoints_never_change',
  cosignatures: 'cosignatures_never_change',
};

type Entry = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  bytes: string;
};

export type Forgery = {
  readonly signer: NoteSigner;
  readonly keyFile: string;
  /** The words that are to have been others. */
  readonly from: string;
  readonly to: string;
};

/** Answers the sequences of the entries whose words are others now. */
export function forge(owner: Pool, forgery: Forgery): Promise<readonly number[]> {
  return withoutGuards(owner, () => rewrite(owner, forgery));
}

export async function withoutGuards<Result>(
  owner: Pool,
  work: () => Promise<Result>,
): Promise<Result> {
  const all = (what: string) =>
    Object.entries(GUARDS)
      .map(([table, guard]) => `ALTER TABLE ledger.${table} ${what} TRIGGER ${guard}`)
      .join('; ');
  await owner.query(all('DISABLE'));
  try {
    return await work();
  } finally {
    await owner.query(all('ENABLE ALWAYS'));
  }
}

async function rewrite(owner: Pool, { signer, keyFile, from, to }: Forgery) {
  const { rows: entries } = await owner.query<Entry>(
    'SELECT seq::int AS seq, stream, version, bytes FROM ledger.entries ORDER BY seq',
  );
  const { rows: checkpoints } = await owner.query<{ size: number; note: string }>(
    'SELECT size::int AS size, note FROM ledger.checkpoints ORDER BY size',
  );
  const forged = rechained(entries, from, to);
  await owner.query('DELETE FROM ledger.cosignatures');
  await owner.query('DELETE FROM ledger.tree');
  await owner.query(
    `UPDATE ledger.entries AS e SET bytes = n.bytes, hash = n.hash
     FROM unnest($1::bigint[], $2::text[], $3::text[]) AS n (seq, bytes, hash) WHERE e.seq = n.seq`,
    [
      entries.map(({ seq }) => seq),
      entries.map(({ bytes }) => bytes),
      entries.map(({ bytes }) => entryHash(bytes)),
    ],
  );
  const [frontier, heads, nodes] = [new Frontier(), new HeadsTree(), [] as NewNode[]];
  let note = '';
  for (const { stream, version, bytes } of entries) {
    const leaf = leafHash(bytes);
    nodes.push(...frontier.append(leaf));
    heads.set({ stream, version, leaf });
    const signed = checkpoints.find(({ size }) => size === frontier.size);
    if (signed === undefined) continue;
    const text = checkpointText({
      ...readCheckpoint(readNote(signed.note).text),
      root: frontier.root(),
      heads: { size: heads.size, root: heads.root() },
    });
    note = noteOf(text, [await signatureLine(text, signer)]);
    await owner.query('UPDATE ledger.checkpoints SET note = $1 WHERE size = $2', [
      ...[note, signed.size],
    ]);
  }
  await createTreeBook(owner).grow(nodes);
  writeFileSync(`${keyFile}.last`, note);
  return forged;
}

/** Puts the other words into the entries, and each entry behind the one before in its stream. */
function rechained(entries: readonly Entry[], from: string, to: string): readonly number[] {
  const last = new Map<string, string>();
  return entries.flatMap((entry) => {
    const altered = entry.bytes.replaceAll(from, to);
    const isOther = altered !== entry.bytes;
    const envelope = JSON.parse(altered) as object;
    const prevhash = last.get(entry.stream) ?? CHAIN_START;
    entry.bytes = canonicalize({ ...envelope, prevhash });
    last.set(entry.stream, entryHash(entry.bytes));
    return isOther ? [entry.seq] : [];
  });
}
