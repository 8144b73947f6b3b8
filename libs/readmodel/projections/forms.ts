/** Forms and indicators in all their versions, and the submission whose figures counted since when. */
import { obligationId } from '../../domain';
import { projection } from '../projection';
import { shardOf, type Projected } from '../projected';
import type { Rows } from '../row-writer';

export const forms = projection('forms', ['forms', 'figures', 'indicators'], {
  IndicatorDefined: (rows, e) => {
    const { indicator } = e.data;
    rows.insert('indicators', [
      {
        directive_id: e.directive,
        indicator_id: indicator.id,
        version: indicator.version,
        indicator,
        defined_by: e.actor,
        recorded_at: e.recordedAt,
      },
    ]);
  },
  FormSet: (rows, e) => {
    const { duty, form } = e.data;
    rows.insert('forms', [
      {
        directive_id: e.directive,
        duty_id: duty,
        version: form.version,
        form,
        set_at: e.at,
        set_by: e.actor.id,
      },
    ]);
  },
  ReportAccepted: (rows, e) => counts(rows, e, e.data),
  CorrectionAccepted: (rows, e) => counts(rows, e, e.data),
});

type Counted = { readonly unit: string; readonly submission: number };

function counts(rows: Rows, e: Projected, { unit, submission }: Counted): void {
  rows.insert('figures', [
    {
      obligation_id: obligationId(shardOf(e), unit),
      ordinal: submission,
      recorded_at: e.recordedAt,
      seq: e.seq,
    },
  ]);
}
