/**
 * What the product assumes: policies used before their date or outside their scope, values nobody stated,
 * and what a later instrument is taken to do. One that has ended is kept, for pages of the time before.
 */
import {
  assumedWith,
  laterKey,
  OUT_OF_FORCE,
  type Assumption,
  type LaterInstrument,
  type UnderNorm,
} from '../../domain';
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
  LaterInstrumentNoted: noteLater,
  DirectiveSuperseded: endOfForce,
  DirectiveRevoked: endOfForce,
  DirectiveRecalled: endOfForce,
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

/** The newest note on one instrument counts: what an older one assumed has ended. */
function noteLater(rows: Rows, e: Projected & { readonly data: LaterInstrument }): void {
  const subject = laterKey(e.data);
  rows.run(
    ['assumptions'],
    `UPDATE read.assumptions SET ended_at = $3
     WHERE directive_id = $1 AND subject = $2 AND ended_at IS NULL`,
    [e.directive, subject, e.at],
  );
  const assumed = assumedWith(e.data);
  if (assumed === null) return;
  const { code, policy, source, text } = assumed;
  const own = e.data.about === null;
  rows.run(
    ['assumptions', 'directives'],
    `INSERT INTO read.assumptions (assumption_id, directive_id, duty_id, code, policy, source, text, periods,
       first_at, first_seq, subject, of_own_force)
     SELECT $1, $2, '', $3, $4, $5, $6::jsonb, '[]', $7::read.instant, $8::bigint, $9, $10::boolean
     WHERE NOT $10::boolean OR NOT EXISTS (
       SELECT 1 FROM read.directives AS d WHERE d.directive_id = $2 AND d.status = ANY($11))`,
    [
      JSON.stringify([e.directive, '', code, subject, e.seq]),
      ...[e.directive, code, policy, source, JSON.stringify(text), e.at, e.seq, subject, own],
      OUT_OF_FORCE,
    ],
  );
}

/** Of a directive out of force nobody assumes any more that it is in force. */
function endOfForce(rows: Rows, e: Projected): void {
  rows.run(
    ['assumptions'],
    `UPDATE read.assumptions SET ended_at = $2
     WHERE directive_id = $1 AND of_own_force AND ended_at IS NULL`,
    [e.directive, e.at],
  );
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
