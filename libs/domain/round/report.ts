/** A report as an agency hands it in: a document's particulars, its words, its figures, its files by hash. */
import type { Cut } from '../form/fitted-draft';
import type { ReportData } from '../form/types';
import type { Instant, LocalDate } from '../kernel';

export type Report = {
  readonly number: string | null;
  readonly date: LocalDate | null;
  /** Position of the signer, never a name. */
  readonly signer: string | null;
  readonly summary: string;
  /** "báo cáo không phát sinh": nothing to report, said by the unit. */
  readonly nil: boolean;
  /** What it was consolidated from: the draft by its hash (it names who), how many reports are in it and how many are missing. */
  readonly consolidates?: {
    readonly draftSha256: string;
    readonly parts: number;
    readonly missing: number;
    /** Of which instant the draft was: what was corrected below since is not in it. */
    readonly asOf?: Instant;
    /** Lists and texts of the draft that one report cannot carry whole; the draft has them. */
    readonly cut?: readonly Cut[];
  };
  /** The form filled in; absent where the duty has none. */
  readonly data?: ReportData;
  readonly contentSha256: string | null;
  readonly files: readonly {
    readonly name: string;
    readonly mediaType: string;
    readonly size: number;
    readonly sha256: string;
  }[];
};
