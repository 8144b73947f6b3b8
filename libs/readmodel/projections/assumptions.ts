/** What the product assumes: policies used before their date or outside their scope, values nobody stated. */
import type { Assumption, UnderNorm } from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

export const assumptions = projection('assumptions', ['assumptions'], {
  CommendationNominated: noteOfStep,
  DossierCompleted: noteOfStep,
  DossierReturned: noteOfStep,
  NominationAppraised: noteOfStep,
  CommendationDecided: noteOfStep,
  AwardConferred: noteOfStep,
  // Of the directive as a whole: of no duty and no period.
  IssueRequested: (rows, e) =>
    note(rows, e, { duty: '', period: null, assumptions: e.data.assumptions ?? [] }),
  DirectiveConcluded: (rows, e) =>
    note(rows, e, { duty: '', period: null, assumptions: e.data.archive?.assumptions ?? [] }),
  RoundPlanned: (rows, e) => note(rows, e, { ...e.data, period: e.data.period.id }),
  RoundConvened: (rows, e) => {
    const { heading, assumptions: assumed } = e.data;
    note(rows, e, { duty: heading.duty, period: heading.period.id, assumptions: assumed });
  },
  RecognitionRegistered: ofYear,
  RecognitionDossierSubmitted: ofYear,
  RecognitionDossierAppraised: ofYear,
  RecognitionDossierReturned: ofYear,
  RecognitionDecided: ofYear,
  RecognitionDelegated: ofYear,
  RecognitionRevoked: ofYear,
  RecognitionResultRecorded: ofYear,
  RecognitionTargetSet: ofYear,
});

type StepData = {
  readonly directive: string | null;
  readonly assumptions: readonly Assumption[];
};

/** A commendation's stream is none of its directive's. */
function noteOfStep(rows: Rows, e: Projected & { readonly data: StepData }): void {
  const { directive, assumptions: assumed } = e.data;
  const of = { ...e, directive: directive ?? '' };
  note(rows, of, { duty: '', period: null, assumptions: assumed });
}

type Noted = {
  readonly duty: string;
  readonly period: string | null;
  readonly assumptions: readonly Assumption[];
};

/** Of no directive: a norm's use is told under the body that decides. */
function ofYear(
  rows: Rows,
  e: Projected & { readonly data: Pick<UnderNorm, 'authority' | 'year' | 'assumptions'> },
): void {
  const { authority, year, assumptions: assumed } = e.data;
  const of = { ...e, directive: `recognition/${authority}` };
  note(rows, of, { duty: '', period: String(year), assumptions: assumed });
}

function note(
  rows: Rows,
  e: Pick<Projected, 'directive' | 'at' | 'seq'>,
  { duty, period, assumptions: assumed }: Noted,
): void {
  for (const { code, policy, source, text } of assumed) {
    const id = JSON.stringify([e.directive, duty, code, policy, source]);
    rows.run(
      ['assumptions'],
      `INSERT INTO read.assumptions
         (assumption_id, directive_id, duty_id, code, policy, source, text, periods, first_at, first_seq)
       VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb,
         CASE WHEN $8::text IS NULL THEN '[]'::jsonb ELSE jsonb_build_array($8::text) END, $9, $10)
       ON CONFLICT (assumption_id) DO UPDATE SET periods = CASE
         WHEN read.assumptions.periods ? $8 THEN read.assumptions.periods
         ELSE read.assumptions.periods || excluded.periods END`,
      [id, e.directive, duty, code, policy, source, JSON.stringify(text), period, e.at, e.seq],
    );
  }
}
