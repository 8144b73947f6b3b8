/**
 * A witness over HTTP (c2sp.org/tlog-witness, add-checkpoint): it is shown that a checkpoint continues what it has seen last, and
 * answers with its cosignature, which is looked at before it is kept.
 */
import {
  addCheckpointBody,
  consistencySpans,
  readCheckpoint,
  readNote,
  type NoteKey,
} from '../../../libs/audit';
import { spanHashes, type StoredCheckpoint } from '../../../libs/ledger';
import { failure } from '../../../libs/service';
import { validCosignatures, type Outlet, type OutletTools } from '../outlet';

const TIMEOUT_MS = 10_000;
/** A witness that has seen more than we thought says how much. */
const CONFLICT = 409;
/** What it is shown does not continue what it has seen. */
const INCONSISTENT = 422;

export function witnessOutlet(witness: NoteKey, url: URL): Outlet {
  const address = new URL('add-checkpoint', url.href.endsWith('/') ? url : `${url.href}/`);
  let seen = 0;
  return {
    name: `witness ${witness.name}`,
    async publish(checkpoint, tools) {
      for (let attempt = 0; attempt < 2; attempt += 1) {
        const answer = await ask(address, await bodyOf(checkpoint, seen, tools));
        const text = await answer.text();
        if (answer.status === CONFLICT) {
          const told = sizeOf(text, witness);
          if (told > checkpoint.size) {
            // Shown by another checkpointer, while this one hung or stood by with one that is old by now.
            if ((await tools.trail.checkpointOver(told)) !== null) return [];
            throw ahead(witness, told, checkpoint.size);
          }
          // Nothing else stands between two checkpoints of one size.
          if (told === seen && told === checkpoint.size) throw forked(witness, seen);
          seen = told;
          continue;
        }
        if (answer.status === INCONSISTENT) throw forked(witness, seen);
        if (!answer.ok) throw refused(witness, answer.status, text);
        const lines = text.split('\n').filter((it) => it !== '');
        const valid = validCosignatures(checkpoint.note, lines, witness);
        if (valid.length === 0)
          throw refused(witness, answer.status, 'its cosignature does not hold');
        seen = checkpoint.size;
        return valid;
      }
      throw refused(witness, CONFLICT, 'it does not say which size it has seen');
    },
  };
}

async function bodyOf(checkpoint: StoredCheckpoint, older: number, { trail }: OutletTools) {
  const { size } = readCheckpoint(readNote(checkpoint.note).text);
  const proof = await spanHashes(trail, consistencySpans(older, size));
  return addCheckpointBody({ older, proof, note: checkpoint.note });
}

async function ask(address: URL, body: string): Promise<Response> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  return fetch(address, { method: 'POST', body, signal, redirect: 'error' });
}

/** What the witness has seen last. */
function sizeOf(text: string, witness: NoteKey): number {
  const seen = Number(text.trim());
  if (!Number.isSafeInteger(seen) || seen < 0) {
    throw refused(witness, CONFLICT, 'it does not say which size it has seen');
  }
  return seen;
}

/** More than this ledger ever signed is for the auditor to explain. */
function ahead({ name }: NoteKey, seen: number, size: number): Error {
  return failure(
    'witness.ahead',
    `the witness ${name} has seen ${seen} entries, this ledger has ${size}`,
    'entries that were signed are missing: restore the newest backup (docs/audit.md, After a restore)',
  );
}

function forked({ name }: NoteKey, seen: number): Error {
  return failure(
    'witness.fork',
    `the witness ${name} has cosigned another history of ${seen} entries than this ledger has`,
    'the ledger was altered or the key signed elsewhere: compare with the checkpoint the witness keeps (docs/audit.md, An entry that was altered)',
  );
}

function refused({ name }: NoteKey, status: number, text: string): Error {
  return failure(
    'witness.refused',
    `the witness ${name} did not cosign (HTTP ${status}): ${text.trim().slice(0, 200)}`,
    status === 403 || status === 404
      ? 'tell the witness our key: dondoc witness --log KEY'
      : 'ask whoever keeps the witness; it is tried again by itself with the next checkpoint',
  );
}
