/**
 * What took place under a directive outside its rounds, as somebody reports it: a conference, an inspection, a result.
 * A fact with its source and the grade of every part; never a due time, never an obligation.
 */
import type { Graded, LocalDate, Text } from '../kernel';
import type { ReviewKind } from '../review/called';
import type { Source } from './draft';

export type Occurrence = {
  /** `2014-11-11`, or `2014-12` when only the month is known. */
  readonly when: Graded<string>;
  readonly where: Graded<string>;
  /** The unit that held it, or whose result it is. */
  readonly by: Graded<string>;
  /** What tells of it; a source not seen before becomes one of the directive's. Null: whoever records it knows it. */
  readonly source: Source | null;
};

export type Conference = Occurrence & {
  readonly title: Text;
  readonly participants: Graded<string>;
};

export type InspectionReport = {
  readonly number: string | null;
  readonly date: LocalDate;
  readonly to: string;
  /** SHA-256 of its text in the content store; null when only cited. */
  readonly sha256: string | null;
};

export type Inspection = Occurrence & {
  /** The duty under which it was held, when the directive has one. */
  readonly duty: string | null;
  readonly title: Text;
  readonly inspected: Graded<readonly string[]>;
  readonly report: Graded<InspectionReport>;
};

/** Biểu dương: praise without a certificate; never counted among awards. */
export type Praise = Occurrence & {
  readonly title: Text;
  readonly praised: Graded<readonly string[]>;
};

export type Result = Occurrence & {
  readonly result:
    | {
        /** A plan or a programme that carries the directive out. */
        readonly kind: 'instrument';
        readonly symbol: string;
        readonly title: Text;
      }
    | {
        /** So many of so many, by the day of `when`. */
        readonly kind: 'ratio';
        readonly reached: number;
        readonly of: number;
        readonly title: Text;
      };
};

/** Sơ kết, tổng kết of a joint circular or of rules of coordination, which a task asks for "thường xuyên". */
export type JointInstrumentReview = Occurrence & {
  /** `01/2013/TTLT-…`; a text may speak of such instruments and name none. */
  readonly instrument: Graded<string>;
  readonly kind: ReviewKind;
  readonly title: Text;
  readonly outcome: Graded<string>;
};
