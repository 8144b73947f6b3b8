/** A row of the mutation matrix: one kind of damage, done to a sound bundle, and the class by which it must be caught. */
import type { Verifier } from './verifier';

/** One of so many, from 0: drawn by the property that runs the row. */
export type Pick = (count: number) => number;

export type Damaged = {
  readonly zip: Buffer;
  readonly args?: (verifier: Verifier) => readonly string[];
  /** The entry that must be named. */
  readonly sequence?: number;
  readonly file?: string;
  /** Where the draw decides which class it is. */
  readonly expected?: string;
};

export type Row = {
  readonly what: string;
  readonly expected: string;
  /** How often it is drawn; once where nothing is. */
  readonly runs?: number;
  readonly make: (pick: Pick) => Damaged | Promise<Damaged>;
};

/** A piece of a condition of the verifier, what it becomes, and the row that then is missed. */
export type Check = readonly [piece: string, becomes: string, row: string];
