/**
 * Checkpoints that the asker has kept and wants to find in the bundle. One of another log, of another history or that no key
 * of the bundle has signed is refused before the first byte: a bundle never carries what it does not continue.
 */
import {
  headHash,
  NotANote,
  noteKey,
  originOf,
  readCheckpoint,
  readNote,
  rootOfLeaves,
  same,
  signedBy,
  type Checkpoint,
  type SignedNote,
} from '../audit';
import type { Text } from '../domain';
import { spanHashes, type SigningKey, type StoredCheckpoint } from '../ledger';
import { failure } from '../service';
import type { EvidenceSource } from './source';

/** As it came: read, and of this log by its own word. */
export type Held = {
  readonly note: string;
  readonly signed: SignedNote;
  readonly checkpoint: Checkpoint;
};

export type HeldCheckpoint = Pick<StoredCheckpoint, 'size' | 'note'>;

/**
 * @param keys of all times
 * @throws Failure `evidence.checkpoint-unreadable`, `evidence.checkpoint-of-another`, `evidence.checkpoint-unsigned`
 */
export function readHeld(note: string, deployment: string, keys: readonly SigningKey[]): Held {
  const held = read(note);
  const { origin, size } = held.checkpoint;
  if (origin !== originOf(deployment)) {
    throw refusal('of-another', { origin, deployment: originOf(deployment) });
  }
  if (!isSigned(held, keys)) throw refusal('unsigned', { size });
  return held;
}

function read(note: string): Held {
  const signed = unless('cuối tệp không phải các dòng chữ ký', () => readNote(note));
  const isNone = 'phần được ký không phải điểm chốt của một sổ cái';
  return { note, signed, checkpoint: unless(isNone, () => readCheckpoint(signed.text)) };
}

function unless<Read>(vi: string, reading: () => Read): Read {
  try {
    return reading();
  } catch (thrown) {
    if (!(thrown instanceof NotANote)) throw thrown;
    throw refusal('unreadable', { why: { vi, en: thrown.message } });
  }
}

/**
 * As they go into the bundle. Of one that is on record the record, which may have more cosignatures.
 * @param keys those of the bundle
 * @throws Failure `evidence.checkpoint-unsigned`, `evidence.checkpoint-fork`
 */
export function heldCheckpoints(
  source: EvidenceSource,
  given: readonly Held[],
  keys: readonly SigningKey[],
): Promise<HeldCheckpoint[]> {
  return Promise.all(
    given.map(async (held) => {
      const { size } = held.checkpoint;
      if (!keys.some(({ from }) => from <= size)) throw refusal('unsigned', { size });
      const first = await source.checkpointOver(size);
      if (first?.size === size) {
        if (readNote(first.note).text === held.signed.text) return first;
      } else if (await isOfThisTree(source, held.checkpoint)) return { size, note: held.note };
      throw refusal('fork', { size });
    }),
  );
}

/** By the key of its time, up to the first of the next one, and by none of the others falsely. */
function isSigned({ signed, checkpoint: { size } }: Held, keys: readonly SigningKey[]): boolean {
  const inUse = keys.findLast(({ from }) => from <= size);
  if (inUse === undefined) return false;
  const { signers, forged } = signedBy(
    signed,
    keys.map(({ key }) => noteKey(key)),
  );
  return forged.length === 0 && signers.some(({ text }) => text === inUse.key);
}

/** One that was signed and is not on record: the backup that was restored is older than it. */
async function isOfThisTree(
  source: EvidenceSource,
  { size, root, heads, nextKey }: Checkpoint,
): Promise<boolean> {
  if (nextKey !== undefined) return false;
  const [computed] = await spanHashes(source, [{ from: 0, to: size }]);
  if (!same(computed!, root)) return false;
  const all = await source.headsAt(size);
  return all.length === heads.size && same(rootOfLeaves(all.map(headHash)), heads.root);
}

type Refused = 'unreadable' | 'of-another' | 'unsigned' | 'fork';

/** Said in full by the messages of the contracts. */
function refusal(
  what: Refused,
  params: { readonly [name: string]: string | number | Text },
): Error {
  const error = failure(
    `evidence.checkpoint-${what}`,
    `the checkpoint you hold: ${what} ${JSON.stringify(params)}`,
    'docs/audit.md, Taking evidence out',
  );
  return Object.assign(error, { params });
}
