/**
 * A later instrument on the subject of a directive, or of an instrument it cites, as a person puts it on record. It
 * changes nothing of the directive's force; of one instrument about one thing the newest note counts.
 */
import { foldName } from '../spelling';
import type { Graded, LocalDate } from '../kernel';
import { normaliseSymbol } from './symbol';

/** *Besides*: it treats the same subject and, as far as is known, replaces nothing. */
export type LaterRelation = 'besides' | 'amends' | 'replaces';

export type LaterInstrument = {
  readonly instrument: {
    readonly symbol: string;
    /** A unit's id or a name, as cited parents have it. */
    readonly issuer: string;
    readonly date: LocalDate;
  };
  /** Null: the directive itself; otherwise the symbol of one of its parents, as the draft has it. */
  readonly about: string | null;
  readonly relation: Graded<LaterRelation>;
  readonly effectiveOn: LocalDate | null;
  readonly reason: string;
};

/** By what a note is known: a drafting unit that one writer adds and another leaves out makes no second instrument. */
export function laterKey({ instrument, about }: LaterInstrument): string {
  const { symbol, issuer, date } = instrument;
  return JSON.stringify([
    about,
    foldName(issuer),
    normaliseSymbol(symbol) ?? foldName(symbol),
    date,
  ]);
}

/** Those that count, each where it was noted last. */
export function latestNotes<Note extends LaterInstrument>(notes: readonly Note[]): readonly Note[] {
  return notes.filter((note, at) => {
    const key = laterKey(note);
    return !notes.slice(at + 1).some((newer) => laterKey(newer) === key);
  });
}
