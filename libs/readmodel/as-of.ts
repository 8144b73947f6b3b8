/**
 * The read model as it was when an entry of the ledger was the last: the same questions, asked of the same tables with
 * their past. What a projection has not come to yet is not there: the caller asks for no later entry.
 */
import type { Db } from './db';

/** A table as it is named in our own queries; functions and the domain of instants are no tables. */
const TABLE = /\bread\.(?!instant\b)([a-z_]+)\b(?!\s*\()/g;

/** @param seq of the ledger: a whole number of our own, so it stands in the text */
export function asOf(db: Db, seq: number): Db {
  if (!Number.isSafeInteger(seq)) throw new Error(`${seq} is no sequence of the ledger`);
  return {
    query: (text, values) =>
      db.query(
        text.replace(TABLE, (_all, table: string) => `read.${table}_at(${seq})`),
        values,
      ),
  };
}
