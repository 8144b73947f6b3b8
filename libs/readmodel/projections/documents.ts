/**
 * The register of documents: directives and urging letters going out, reports coming in. An acknowledgement without
 * number and date is no document.
 */
import { obligationId, roundId, valueOf, type DirectiveDraft, type Text } from '../../domain';
import { projection } from '../projection';
import { shardOf, type Projected } from '../projected';
import type { Rows } from '../row-writer';

export const documents = projection('documents', ['documents'], {
  DirectiveIssued: async (rows, e) => {
    const { symbol, date, issuer, signer } = e.data;
    const [found] = await rows.read<{ draft: DirectiveDraft }>(
      `SELECT draft FROM read.directives WHERE directive_id = $1`,
      [e.directive],
    );
    const abstract = found && valueOf(found.draft.abstract);
    const to = (found?.draft.addressees ?? []).map((it) =>
      it.kind === 'unit' ? it.unit : it.roleClass,
    );
    rows.insert('documents', [
      {
        document_id: e.entry,
        seq: e.seq,
        direction: 'outgoing',
        kind: 'directive',
        number: symbol,
        dated: date,
        from_unit: issuer,
        to_units: to,
        signer: valueOf(signer)?.position ?? null,
        summary: both(abstract ?? symbol),
        directive_id: e.directive,
        at: e.at,
        state: 'issued',
      },
    ]);
  },
  DirectiveCorrected: (rows, e) => {
    const columns: { readonly [field: string]: string } = { symbol: 'number', date: 'dated' };
    const column = columns[e.data.field];
    if (column === undefined) return;
    rows.update(
      'documents',
      { [column]: e.data.value },
      { directive_id: e.directive, kind: 'directive' },
    );
  },
  ReportSubmitted: (rows, e) => {
    const { submission, unit } = e.data;
    const { report } = submission;
    if (report.number === null && report.date === null) return;
    const ref = shardOf(e);
    insertOfRound(rows, e, {
      direction: 'incoming',
      kind: 'report',
      number: report.number,
      dated: report.date,
      from_unit: submission.by,
      signer: report.signer,
      summary: both(report.summary),
      obligation_id: obligationId(ref, unit),
      submission: submission.ordinal,
      at: submission.effectiveAt,
      state: 'submitted',
    });
  },
  ReportAccepted: (rows, e) => judged(rows, e, e.data.submission, 'accepted'),
  ReportReturned: (rows, e) => judged(rows, e, e.data.submission, 'returned'),
  ReportWithdrawn: (rows, e) =>
    rows.run(
      ['documents', 'submissions'],
      `UPDATE read.documents SET state = 'withdrawn' WHERE obligation_id = $1 AND submission =
         (SELECT max(ordinal) FROM read.submissions WHERE obligation_id = $1)`,
      [obligationId(shardOf(e), e.data.unit)],
    ),
  UrgingLetterIssued: (rows, e) => {
    const { number, date, signer, units } = e.data;
    insertOfRound(rows, e, {
      direction: 'outgoing',
      kind: 'urgingLetter',
      number,
      dated: date,
      to_units: units,
      signer,
      summary: { vi: 'Văn bản đôn đốc', en: 'Urging letter' },
      at: e.at,
      state: 'issued',
    });
  },
});

type Line = { readonly [column: string]: unknown };

/** Sender or receivers that the line does not name stand in the round's heading: they are read there. */
function insertOfRound(rows: Rows, e: Projected, line: Line): void {
  const { directive, duty, period } = shardOf(e);
  rows.insert('documents', [
    {
      document_id: e.entry,
      seq: e.seq,
      directive_id: directive,
      round_id: roundId(directive, duty, period),
      ...line,
    },
  ]);
}

function judged(
  rows: Rows,
  e: Projected & { readonly data: { readonly unit: string } },
  submission: number,
  state: string,
): void {
  const where = { obligation_id: obligationId(shardOf(e), e.data.unit), submission };
  rows.update('documents', { state }, where);
}

/** A text in its own words, in whatever language they are. */
function both(text: string): Text {
  return { vi: text, en: text };
}
