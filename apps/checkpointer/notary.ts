/**
 * Signs checkpoints. Invariant: nothing is signed that is not the continuation of all that was signed before, by the
 * memory beside the key and by the database alike; a new key is brought in by the one before, but for the first one after a loss
 * that an operator has accepted.
 */
import {
  checkpointText,
  consistencySpans,
  HeadsTree,
  isConsistent,
  noteOf,
  readCheckpoint,
  readNote,
  same,
  signatureLine,
  type Checkpoint,
  type NoteSigner,
} from '../../libs/audit';
import {
  spanHashes,
  type AuditTrail,
  type SigningKey,
  type StoredCheckpoint,
} from '../../libs/ledger';
import type { TreeBook } from '../../libs/ledger';
import { failure } from '../../libs/service';
import type { LastSigned } from './last-signed';

export type NotarySettings = {
  readonly trail: AuditTrail;
  readonly book: TreeBook;
  readonly signer: NoteSigner;
  /** The key that signed until now, while it hands over. */
  readonly before: NoteSigner | null;
  readonly memory: LastSigned;
  /** Of the lease: whoever lost it keeps nothing any more. */
  readonly holder: string;
};

/** @throws failure `checkpoint.behind`, `checkpoint.fork`, `key.not-the-last`, `key.id-clash`, `key.other-origin` */
export async function signNext(
  { trail, book, signer, before, memory, holder }: NotarySettings,
  checkpoint: Checkpoint,
  recordedAt: string,
): Promise<StoredCheckpoint> {
  const stored = await trail.latestCheckpoint();
  const last = stored && readCheckpoint(readNote(stored.note).text);
  const known = await trail.signingKeys();
  const remembered = memory.read();
  if (remembered === null) refuseToHaveForgotten(known, signer);
  for (const one of [remembered, last]) {
    if (one !== null) await refuseUnlessContinued(trail, one, checkpoint);
  }
  const loss = await book.acceptedLoss();
  // Of what is signed from now on the lost entries are no part: another history, and so another key, which nobody brings in.
  const mayBeginAnew = loss !== null && loss >= (last?.size ?? 0);
  const signers = signersOf(known, { signer, before, mayBeginAnew }, checkpoint.origin);
  const isHandedOver = signers.length > 1;
  const text = checkpointText({
    ...checkpoint,
    ...(isHandedOver ? { nextKey: signer.key.text } : {}),
  });
  const lines = await Promise.all(signers.map((it) => signatureLine(text, it)));
  const note = noteOf(text, lines);
  memory.write(note);
  const isNew = known.every(({ key }) => key !== signer.key.text);
  await book.keepCheckpoint({
    ...{ size: checkpoint.size, note, recordedAt },
    newKey: isNew ? signer.key.text : null,
    holder,
  });
  return { size: checkpoint.size, note, recordedAt };
}

async function refuseUnlessContinued(
  trail: AuditTrail,
  older: Checkpoint,
  newer: Checkpoint,
): Promise<void> {
  if (older.origin !== newer.origin) {
    throw failure(
      'key.other-origin',
      `the key last signed for ${older.origin}, this ledger is ${newer.origin}`,
      'give each deployment a key of its own (DONDOC_SIGNING_KEY_FILE)',
    );
  }
  if (older.size > newer.size) {
    throw failure(
      'checkpoint.behind',
      `entries ${newer.size + 1} to ${older.size} were signed and are not in the ledger any more`,
      'restore the newest backup; nothing is signed until they are there again (docs/audit.md, After a restore)',
    );
  }
  const spans = consistencySpans(older.size, newer.size);
  const proof = await spanHashes(trail, spans);
  if (!isConsistent(older, newer, proof)) throw fork(older.size);
}

/** The last entries of all streams as they were signed, looked at before anything is signed on top of them. */
export async function refuseOtherHeads(
  trail: Pick<AuditTrail, 'headsAt'>,
  { size, heads }: Checkpoint,
): Promise<void> {
  const there = new HeadsTree();
  for (const head of await trail.headsAt(size)) there.set(head);
  if (there.size !== heads.size || !same(there.root(), heads.root)) throw fork(size);
}

export function fork(size: number): Error {
  return failure(
    'checkpoint.fork',
    `the ledger is not the continuation of checkpoint ${size}: what was signed then is not what is there now`,
    'somebody rewrote or removed entries, or their tree: compare it with a backup by "dondoc verify", and find out who (docs/audit.md)',
  );
}

/** A key that has signed here and remembers nothing stands on another machine: a fork would go unnoticed. */
function refuseToHaveForgotten(known: readonly SigningKey[], { key }: NoteSigner): void {
  if (known.at(-1)?.key !== key.text) return;
  throw failure(
    'checkpoint.memory-missing',
    'this key has signed here before, and the checkpoint it signed last does not lie beside it',
    'put it back: KEYFILE.last of the machine it came from, or the newest checkpoint that others have (docs/audit.md, Keys)',
  );
}

type Keys = {
  readonly signer: NoteSigner;
  readonly before: NoteSigner | null;
  readonly mayBeginAnew: boolean;
};

function signersOf(known: readonly SigningKey[], keys: Keys, origin: string): NoteSigner[] {
  const { signer, before, mayBeginAnew } = keys;
  const { name, id, text } = signer.key;
  if (name !== origin) {
    throw failure(
      'key.other-origin',
      `the signing key is named ${name}, this ledger is ${origin}`,
      `make a key with "dondoc key new ${origin}"`,
    );
  }
  const clash = known.find(({ key }) => key !== text && key.startsWith(`${name}+${id}+`));
  if (clash !== undefined) {
    throw failure(
      'key.id-clash',
      `the key ${name}+${id} has the id of another key that has signed here`,
      'make another key with "dondoc key new": whoever reads a signature could not tell the two apart',
    );
  }
  const last = known.at(-1)?.key;
  if (last === undefined || last === text) return [signer];
  const isUnused = !known.some(({ key }) => key === text);
  if (before?.key.text === last && isUnused) return [before, signer];
  if (before === null && mayBeginAnew && isUnused) return [signer];
  throw failure(
    'key.not-the-last',
    `this ledger was last signed by ${last}, the key given is ${text}`,
    'give the key that signed last; to bring in a new one name the old one in DONDOC_SIGNING_KEY_BEFORE_FILE',
  );
}
