/** Units below a threshold of the issuer's own policy, and what a person decided about them. */
import type {
  Actor,
  Band,
  CriticismDecided,
  Instant,
  LocalDate,
  Policy,
  Ratio,
  Text,
} from '../../domain';

export type CriticismRow = {
  readonly unit: string;
  readonly name: Text | null;
  /** Done on time of owed, among what fell due in the span. */
  readonly onTime: Ratio;
  /** What the policy proposes; null when only decided. */
  readonly proposed: Band | null;
  /** Null until a person decides. */
  readonly decided: (CriticismDecided & { readonly by: Actor; readonly at: Instant }) | null;
};

export type Criticisms = {
  readonly directive: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Null when the issuer's scope has no thresholds in force: then nothing is proposed. */
  readonly policy: Policy | null;
  readonly rows: readonly CriticismRow[];
};
