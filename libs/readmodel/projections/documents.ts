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

/** A line whose sender or receivers stand in the round's heading when the line does not name them. */
function insertOfRound(rows: Rows, e: Projected, line: Line): void {
  const { directive, duty, period } = shardOf(e);
  const whole = { document_id: e.entry, seq: e.seq, directive_id: directive, ...line };
  rows.run(
    `INSERT INTO read.documents (document_id, seq, direction, kind, number, dated, from_unit, to_units, signer, summary,
       directive_id, round_id, obligation_id, submission, at, state)
     SELECT n.document_id, n.seq, n.direction, n.kind, n.number, n.dated,
       coalesce(n.from_unit, r.heading ->> 'standingBody', ''), coalesce(n.to_units, r.heading -> 'to', '[]'),
       n.signer, n.summary, n.directive_id, $2, n.obligation_id, n.submission, n.at, n.state
     FROM jsonb_populate_record(NULL::read.documents, $1::jsonb) AS n
     LEFT JOIN read.rounds AS r ON r.round_id = $2`,
    [JSON.stringify(whole), roundId(directive, duty, period)],
  );
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
