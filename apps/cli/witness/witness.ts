/**
 * A witness (c2sp.org/tlog-witness): cosigns a checkpoint of a log it knows when that continues the last one it has cosigned.
 * Invariant: what it cosigned is on disk before the cosignature leaves, so it never cosigns two histories of one log.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkpointText,
  cosignatureLine,
  isConsistent,
  NotANote,
  noteOf,
  readAddCheckpoint,
  readCheckpoint,
  readNote,
  signedBy,
  type AddCheckpoint,
  type Checkpoint,
  type NoteKey,
  type NoteSigner,
} from '../../../libs/audit';
import { textIfThere, writeDurably } from '../../../libs/process';
import { failure } from '../../../libs/service';

export type WitnessSettings = {
  /** Keys of the logs it knows. */
  readonly logs: readonly NoteKey[];
  readonly signer: NoteSigner;
  /** A folder with one file for each log: the last checkpoint with our cosignature. */
  readonly state: string;
  /** Seconds since 1970. */
  readonly now: () => number;
};

/** HTTP status, and a text of one or more lines. */
export type Answer = { readonly status: number; readonly text: string; readonly type?: string };

const SIZE_TYPE = 'text/x.tlog.size';

export interface Witness {
  /** One after another, whatever comes at the same time. */
  add(body: string): Promise<Answer>;
  /** The last checkpoint of each log that was cosigned. */
  seen(): readonly Checkpoint[];
}

export function createWitness(settings: WitnessSettings): Witness {
  mkdirSync(settings.state, { recursive: true });
  let last: Promise<unknown> = Promise.resolve();
  return {
    add(body) {
      const answer = last.then(() => judge(settings, body));
      last = answer.catch(() => undefined);
      return answer;
    },
    seen() {
      const origins = new Set(settings.logs.map(({ name }) => name));
      return [...origins].flatMap((origin) => lastOf(settings.state, origin) ?? []);
    },
  };
}

async function judge(settings: WitnessSettings, body: string): Promise<Answer> {
  let asked: AddCheckpoint;
  let checkpoint: Checkpoint;
  let text: string;
  try {
    asked = readAddCheckpoint(body);
    ({ text } = readNote(asked.note));
    checkpoint = readCheckpoint(text);
  } catch (thrown) {
    if (!(thrown instanceof NotANote)) throw thrown;
    return { status: 400, text: thrown.message };
  }
  const known = settings.logs.filter(({ name }) => name === checkpoint.origin);
  if (known.length === 0)
    return { status: 404, text: `the log ${checkpoint.origin} is not known here` };
  const { signers, forged } = signedBy(readNote(asked.note), known);
  if (signers.length === 0 || forged.length > 0) {
    return { status: 403, text: 'it is not signed by a key of this log that is known here' };
  }
  const seen = lastOf(settings.state, checkpoint.origin);
  const refused = refusalOf(asked, checkpoint, seen);
  if (refused !== null) return refused;
  const line = await cosignatureLine(text, settings.signer, settings.now());
  const cosigned = noteOf(text, [...linesOf(asked.note, text), line]);
  writeDurably(fileOf(settings.state, checkpoint.origin), cosigned);
  return { status: 200, text: line };
}

function refusalOf(
  { older, proof }: AddCheckpoint,
  checkpoint: Checkpoint,
  seen: Checkpoint | null,
): Answer | null {
  if (older > checkpoint.size) {
    return { status: 400, text: `the old size ${older} is beyond the checkpoint` };
  }
  const known = seen?.size ?? 0;
  if (older !== known) return { status: 409, text: String(known), type: SIZE_TYPE };
  if (seen === null) {
    return proof.length === 0 ? null : { status: 400, text: 'from nothing there is no proof' };
  }
  if (seen.size === checkpoint.size && !isTheSame(seen, checkpoint)) {
    return { status: 409, text: String(known), type: SIZE_TYPE };
  }
  if (isConsistent(seen, checkpoint, proof)) return null;
  return { status: 422, text: `it does not continue the checkpoint ${seen.size} seen here` };
}

/** Nothing proves that heads continue, or which key comes next: at one size at least there is one text. */
function isTheSame(a: Checkpoint, b: Checkpoint): boolean {
  return checkpointText(a) === checkpointText(b);
}

/** The signature lines that came with it. */
function linesOf(note: string, text: string): string[] {
  return note
    .slice(text.length + 1)
    .split('\n')
    .filter((it) => it !== '');
}

/** Names of logs have slashes; one file each. */
function fileOf(state: string, origin: string): string {
  return join(state, `${encodeURIComponent(origin)}.checkpoint`);
}

function lastOf(state: string, origin: string): Checkpoint | null {
  const file = fileOf(state, origin);
  const note = textIfThere(file);
  if (note === null) return null;
  try {
    return readCheckpoint(readNote(note).text);
  } catch (cause) {
    throw failure(
      'witness.state',
      `what lies in ${file} is not a checkpoint`,
      'restore the file from a backup: without it this witness cannot tell one history from another',
      cause,
    );
  }
}
