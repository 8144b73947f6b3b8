/** What of a draft a consolidated report carries: the figures and texts that fit, and from what they were made. */
import type { FittedDraft } from '../form/fitted-draft';
import type { Instant } from '../kernel';
import type { Report } from './report';

/** As much of a draft as its report tells. */
export type Drafted = {
  /** Null: the duty has no form to fill in. */
  readonly draft: FittedDraft | null;
  readonly parts: readonly unknown[];
  readonly missing: readonly unknown[];
  readonly asOf: Instant;
};

/** @param draftSha256 of the draft as it is kept, byte for byte */
export function consolidatedReport(
  { draft, parts, missing, asOf }: Drafted,
  draftSha256: string,
): Required<Pick<Report, 'consolidates'>> & Pick<Report, 'data'> {
  return {
    ...(draft === null ? {} : { data: draft.data }),
    consolidates: {
      draftSha256,
      parts: parts.length,
      missing: missing.length,
      asOf,
      ...(draft === null || draft.cut.length === 0 ? {} : { cut: draft.cut }),
    },
  };
}
