/**
 * The last checkpoint that was signed, kept beside the key and not in the database: a database that was put back or written
 * anew does not take the memory of it along.
 */
import { readCheckpoint, readNote, type Checkpoint } from '../../libs/audit';
import { textIfThere, writeDurably } from '../../libs/process';
import { failure } from '../../libs/service';

export interface LastSigned {
  read(): Checkpoint | null;
  /** On disk when it returns. */
  write(note: string): void;
}

export function lastSignedIn(path: string): LastSigned {
  return {
    read() {
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
    },
    write: (note) => writeDurably(path, note),
  };
}
