/**
 * The last checkpoint that was signed, kept beside the key and not in the database: a database that was put back or written
 * anew does not take the memory of it along.
 */
import { readCheckpoint, readNote, type Checkpoint } from '../../libs/audit';
import { textIfThere, writeDurably } from '../../libs/process';
import { failure } from '../../libs/service';

export interface LastSigned {
  read(): Checkpoint | null;
  /** On disk when it returns. @throws failure `checkpoint.lease-lost` when a later one is there: the memory never goes back */
  write(note: string): void;
}

export function lastSignedIn(path: string): LastSigned {
  const read = () => {
    const note = textIfThere(path);
    if (note === null) return null;
    try {
      return readCheckpoint(readNote(note).text);
    } catch (cause) {
      throw failure(
        'checkpoint.memory',
        `what lies in ${path} is not a checkpoint`,
        'restore the file: put the last published checkpoint there; without it a fork would go unnoticed',
        cause,
      );
    }
  };
  return {
    read,
    write(note) {
      const { size } = readCheckpoint(readNote(note).text);
      const last = read()?.size ?? 0;
      if (last > size) throw overtaken(size, last);
      writeDurably(path, note);
    },
  };
}

/** By another process with the same key, while this one hung as it was about to sign. */
function overtaken(size: number, last: number): Error {
  return failure(
    'checkpoint.lease-lost',
    `another checkpointer has taken over meanwhile: it signed ${last} entries, this one was about to sign ${size}`,
    'nothing: that one signs',
  );
}
