/**
 * Who is nominated for what, by whose leave and on what grounds. Names of persons are `pii:` tokens: the name itself can be
 * erased and no hash changes. An aggregate has numbers and no list: it is never split and never added to another.
 */
import type { Graded, LocalDate, Text } from '../kernel';
import type { Source } from '../directive/draft';

/** Theo công trạng; theo chuyên đề; đột xuất (Law 06/2022/QH15; Decree 152/2025). */
export type Merit = 'regular' | 'thematic' | 'unplanned';

export type SubjectKind = 'individual' | 'collective' | 'household';

export type Person = {
  readonly kind: 'individual' | 'household';
  /** `pii:` token. */
  readonly name: string;
  /** Where the person serves, or whose area the household is of; null when not known. */
  readonly unit: string | null;
  /** A position, never a name. */
  readonly position: Text | null;
};

export type Collective = { readonly kind: 'collective'; readonly unit: string };

/** "58 tập thể và 41 cá nhân": how many of each kind, by which bodies together, with no share of any of them. */
export type Aggregate = {
  readonly kind: 'aggregate';
  readonly individuals: number;
  readonly collectives: number;
  readonly households: number;
  readonly note: string;
};

export type Subject = Person | Collective | Aggregate;

export const EVIDENCE_KINDS = [
  'round',
  'obligation',
  'submission',
  'model',
  'indicator',
  'recognition',
  'occurrence',
  'award',
  'content',
] as const;

/** A recorded fact the nomination rests on. */
export type Evidence = {
  readonly kind: (typeof EVIDENCE_KINDS)[number];
  /**
   * Id of the round, obligation or commendation, or of the entry of an occurrence; a title for a content.
   * `{obligation}#{ordinal}` for a submission, `{obligation}#{ordinal}#{name}` for a model in it, `{directive}~{indicator}`,
   * `recognition/{authority}/{year}/{unit}`.
   */
  readonly ref: string;
  /** Of an award: how it was won. Thematic and unplanned ones are no ground for an award by merit. */
  readonly merit: Merit | null;
  readonly sha256: string | null;
  readonly note: string;
};

export type Nomination = {
  readonly directive: string | null;
  /** A code of the forms and titles in force. */
  readonly form: string;
  readonly awardingBody: string;
  /** The standing body that appraises. */
  readonly appraisingBody: string;
  readonly merit: Merit;
  /** Of a thematic award: the day of the achievement, from which the days for the dossier run. */
  readonly achievedOn?: LocalDate | null;
  readonly subjects: readonly Subject[];
  readonly evidence: readonly Evidence[];
  /** SHA-256 of the shortlist it was taken from, as it was shown. */
  readonly shortlist: string | null;
  readonly reason: string;
};

/** Awards decided elsewhere, as somebody reports them: a fact with the grade of every part, without steps or deadlines. */
export type ReportedAwards = {
  readonly directive: string | null;
  readonly title: Text;
  readonly forms: Graded<readonly string[]>;
  /** The bodies that awarded; several and no split: who awarded whom is not told. */
  readonly awardingBodies: Graded<readonly string[]>;
  readonly subjects: Graded<readonly Subject[]>;
  /** `2018`, or a day. */
  readonly when: Graded<readonly string[]>;
  readonly split: Graded<string>;
  readonly source: Source | null;
};

/** One paper of the dossier (tờ trình, báo cáo thành tích, biên bản). */
export type DossierDocument = {
  readonly kind: string;
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly sha256: string | null;
};
