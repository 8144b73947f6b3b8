/**
 * What a log sends to a witness (c2sp.org/tlog-witness): the size the witness is thought to have seen, the proof from there, and
 * the checkpoint.
 */
import type { Hash } from './merkle';
import { NotANote } from './signed-note';

export type AddCheckpoint = {
  readonly older: number;
  readonly proof: readonly Hash[];
  readonly note: string;
};

/** The protocol allows no longer proof. */
const MOST_HASHES = 63;

export function addCheckpointBody({ older, proof, note }: AddCheckpoint): string {
  const lines = proof.map((hash) => `${Buffer.from(hash).toString('base64')}\n`);
  return `old ${older}\n${lines.join('')}\n${note}`;
}

/** @throws {@link NotANote} */
export function readAddCheckpoint(body: string): AddCheckpoint {
  const cut = body.indexOf('\n\n');
  const [first = '', ...lines] = body.slice(0, cut).split('\n');
  const older = /^old (0|[1-9]\d{0,15})$/u.exec(first)?.[1];
  if (cut < 0 || older === undefined || lines.length > MOST_HASHES) {
    throw new NotANote('the body reads: old SIZE, lines of proof, an empty line, the checkpoint');
  }
  const proof = lines.map((line) => {
    const hash = Buffer.from(line, 'base64');
    if (hash.length !== 32) throw new NotANote(`"${line.slice(0, 60)}" is not a hash in base64`);
    return hash;
  });
  return { older: Number(older), proof, note: body.slice(cut + 2) };
}
