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

export type ParentLink = {
  readonly relation: 'implements' | 'cites' | 'supersedes';
  readonly symbol: string;
  readonly issuer: string;
  readonly date: Graded<LocalDate>;
  readonly basis: 'stated' | 'inferred';
  readonly quote: string | null;
};

export type DirectiveDraft = {
  readonly issuer: string;
  readonly documentType: 'directive';
  readonly grammar: 'state' | 'party';
  /** `07/CT-BCA-V28`: what the text states; not stated when the number is still to be allotted. */
  readonly symbol: Graded<string>;
  readonly date: Graded<LocalDate>;
  readonly abstract: Graded<string>;
  readonly signer: Graded<Signer>;
  readonly urgency: Graded<'normal' | 'khan' | 'thuongKhan' | 'hoaToc'>;
  readonly secrecy: 'none' | 'mat' | 'toiMat' | 'tuyetMat';
  readonly sources: readonly Source[];
  readonly tasks: readonly Task[];
  readonly addressees: readonly Addressee[];
  readonly recipients: Graded<readonly Recipient[]>;
  readonly monitoringBody: Graded<string>;
  readonly parents: readonly ParentLink[];
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
