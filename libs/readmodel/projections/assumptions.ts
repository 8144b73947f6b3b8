/** What the product assumes: policies used before their date or outside their scope, values nobody stated. */
import type { Assumption } from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

export const assumptions = projection('assumptions', ['assumptions'], {
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
});

type Noted = {
  readonly duty: string;
  readonly period: string | null;
  readonly assumptions: readonly Assumption[];
};

function note(rows: Rows, e: Projected, { duty, period, assumptions: assumed }: Noted): void {
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
