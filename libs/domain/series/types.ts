/** A numbering series (issuer, type, span): no gaps among the numbers it allots, no number twice. */
import type { Command, Event } from '../kernel';

export type SeriesState = {
  readonly id: string;
  /** Highest number allotted by us; stated numbers do not move it unless they equal the next. */
  readonly last: number;
  readonly taken: {
    readonly [number: string]: {
      readonly directive: string;
      readonly symbol: string;
      readonly how: 'allotted' | 'stated';
    };
  };
};

export type SeriesCommand =
  | Command<
      'AllotNumber',
      {
        directive: string;
        issuer: string;
        stated: string | null;
        number: number | null;
        symbolPattern: string;
      }
    >
  | Command<'WakeUp', Record<string, never>>;

export type SeriesEvent =
  | Event<
      'NumberAllotted',
      {
        directive: string;
        /** The series' own name: `bo-cong-an/directive/2014`. */
        series: string;
        number: number;
        symbol: string;
        how: 'allotted' | 'stated';
      }
    >
  | Event<
      'NumberRefused',
      { directive: string; symbol: string; code: 'series.number-taken'; takenBy: string }
    >;
