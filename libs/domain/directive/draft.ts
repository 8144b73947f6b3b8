/** The instrument as its text has it: every value with its grade, sources, tasks, addressees and recipients. */
import type { Graded, LocalDate, Text } from '../kernel';

export type SourceKind = 'fullText' | 'pressNotice' | 'scan' | 'reviewReport';
export type Source = {
  readonly id: string;
  readonly kind: SourceKind;
  readonly title: string;
  /** SHA-256 of the text in the content store; null when only cited. */
  readonly sha256: string | null;
  readonly complete: boolean;
};

export type Task = {
  /** `1` … `7`, or `III.3` where numbering restarts in each part. */
  readonly key: string;
  readonly text: string;
  readonly lead: Graded<string>;
  readonly coordinators: Graded<readonly string[]>;
  /** Verbs of role as they stand: `chủ trì`, `phối hợp`, `theo dõi, đôn đốc`. */
  readonly verbs: readonly string[];
};

export type Addressee =
  | {
      readonly kind: 'class';
      readonly roleClass: string;
      readonly name: Text;
      readonly unexpanded?: string;
    }
  | { readonly kind: 'unit'; readonly unit: string };

export type RecipientPurpose = 'execute' | 'direct' | 'report' | 'inform' | 'file';
export type Recipient = {
  readonly line: string;
  readonly purpose: RecipientPurpose;
  /** The classes the line names: one line may name two, one kept on file names none. */
  readonly roleClasses: readonly string[];
};

export type SigningCapacity = 'head' | 'TM' | 'KT' | 'TL' | 'TUQ';
export type Signer = { readonly position: string; readonly capacity: SigningCapacity };

/** One place of the text that names the instrument. */
export type Citation = { readonly place: string; readonly quote: string };

export type ParentLink = {
  readonly relation: 'implements' | 'cites' | 'supersedes';
  readonly symbol: string;
  readonly issuer: string;
  readonly date: Graded<LocalDate>;
  readonly basis: 'stated' | 'inferred';
  readonly quote: string | null;
  /** Every place that cites it, in the order of the text. */
  readonly citations?: readonly Citation[];
};

/** Thường, khẩn, thượng khẩn, hỏa tốc. */
export type Urgency = 'normal' | 'khan' | 'thuongKhan' | 'hoaToc';

export type DirectiveDraft = {
  readonly issuer: string;
  readonly documentType: 'directive';
  readonly grammar: 'state' | 'party';
  /** `07/CT-BCA-V28`: what the text states; not stated when the number is still to be allotted. */
  readonly symbol: Graded<string>;
  readonly date: Graded<LocalDate>;
  readonly abstract: Graded<string>;
  readonly signer: Graded<Signer>;
  readonly urgency: Graded<Urgency>;
  readonly secrecy: 'none' | 'mat' | 'toiMat' | 'tuyetMat';
  readonly sources: readonly Source[];
  readonly tasks: readonly Task[];
  readonly addressees: readonly Addressee[];
  readonly recipients: Graded<readonly Recipient[]>;
  readonly monitoringBody: Graded<string>;
  readonly parents: readonly ParentLink[];
  /** Groups of instruments that the text cites without naming one: "các văn bản chỉ đạo của UBND tỉnh". */
  readonly unnamedParents?: readonly Graded<string>[];
  /** To whom the text is to be made known beyond its addressees: they owe nothing and acknowledge nothing. */
  readonly dissemination?: Graded<string>;
  /** What the text says to *consider* when units are judged or rewarded: shown, and nothing is computed from it. */
  readonly criteriaToConsider?: readonly Graded<string>[];
};

/** A line of Nơi nhận "để thực hiện" that the closing clause lacks, or a class of the clause that Nơi nhận lacks. */
export type RecipientDifference = {
  readonly kind: 'inClauseOnly' | 'inRecipientsOnly';
  readonly roleClass: string;
};

/** What a reader of the draft should look at; never corrected by guess. */
export type DraftWarning = {
  readonly code: 'symbol.type-contradicts' | 'symbol.grammar-contradicts' | 'symbol.unreadable';
  readonly symbol: string;
  readonly stated: string;
  readonly read: string | null;
};
