/**
 * Obligations and their submissions: the columns from which an obligation's standing at any instant is derived.
 * Must say the same as a fold of the round's stream; a law test compares the two.
 */
import { obligationId, roundId, type Schedule, type ShardRef } from '../../domain';
import { projection } from '../projection';
import { shardOf, type AnyEvent, type Projected } from '../projected';
import type { Rows } from '../row-writer';

type Of<T extends AnyEvent['type']> = Projected<Extract<AnyEvent, { type: T }>>;
type OfUnit = Projected & { readonly data: { readonly unit: string } };
type Change = { readonly [column: string]: unknown };

/** What ends with the obligation: an open request for extension, and a paper nobody confirmed. */
const SETTLED = { extension: null, paper: null };

export const obligations = projection(
  'obligations',
  ['obligations', 'obligation_history', 'submissions', 'transfers'],
  {
    RoundOpened: opened,
    ObligationsTransferred: transferred,
    ReportSubmitted: (rows, e) => {
      const { submission, afterClosing } = e.data;
      change(rows, e, {
        status: 'submitted',
        submissions: submission.ordinal,
        submitted_at: submission.effectiveAt,
        decides_at: submission.effectiveAt,
        passed_on_at: null,
        not_passed_on: null,
        paper: null,
      });
      handedIn(rows, e, afterClosing);
    },
    ReportWithdrawn: (rows, e) => {
      change(rows, e, { status: 'open', decides_at: null });
      lastSubmission(rows, e, 'withdrawn');
    },
    ReportAccepted: (rows, e) => {
      const { submission, effectiveAt, notPassedOn = null } = e.data;
      change(rows, e, {
        ...SETTLED,
        status: 'accepted',
        accepted_submission: submission,
        accepted_at: e.at,
        decides_at: effectiveAt,
        not_passed_on: notPassedOn,
      });
      submissionState(rows, e, submission, 'accepted');
    },
    ReportReturned: (rows, e) => {
      change(rows, e, { status: 'returned', decides_at: null });
      submissionState(rows, e, e.data.submission, 'returned');
    },
    ReportPassedOn: (rows, e) => change(rows, e, { passed_on_at: e.at }),
    CorrectionSubmitted: (rows, e) => {
      const { ordinal } = e.data.submission;
      change(rows, e, { submissions: ordinal, correction: ordinal });
      handedIn(rows, e, true);
    },
    CorrectionAccepted: (rows, e) => {
      change(rows, e, { correction: null });
      submissionState(rows, e, e.data.submission, 'accepted');
    },
    CorrectionRejected: (rows, e) => {
      change(rows, e, { correction: null });
      submissionState(rows, e, e.data.submission, 'returned');
    },
    ObligationRefused: (rows, e) => change(rows, e, { status: 'refused', decides_at: null }),
    ObligationUpheld: (rows, e) => change(rows, e, { status: 'open', decides_at: null }),
    ObligationWaived: (rows, e) =>
      change(rows, e, { ...SETTLED, status: 'waived', decides_at: null }),
    ObligationNotApplicable: (rows, e) =>
      change(rows, e, { ...SETTLED, status: 'notApplicable', decides_at: null }),
    ExtensionRequested: (rows, e) => change(rows, e, { extension: e.data.request }),
    ExtensionDenied: (rows, e) => change(rows, e, { extension: null }),
    CounterProposalDeclined: (rows, e) => change(rows, e, { extension: null }),
    ExtensionCountered: (rows, e) =>
      rows.run(
        ['obligations'],
        `UPDATE read.obligations SET extension = extension || jsonb_build_object('counterDate', $2::text), changed_at = $3
       WHERE obligation_id = $1 AND extension IS NOT NULL`,
        [obligationId(shardOf(e), e.data.unit), e.data.date, e.recordedAt],
      ),
    ExtensionGranted: (rows, e) => {
      change(rows, e, { extension: null, extensions: e.data.ordinal });
      reschedule(rows, e, [e.data.unit], e.data.schedule);
    },
    UnitSubstituted: (rows, e) => {
      const { by, from, to } = e.data;
      change(rows, e, { substitute: { by, from, to } });
    },
    PaperReportEntered: (rows, e) => {
      const { receivedOnPaperAt, report, claimedBy } = e.data;
      change(rows, e, { paper: { claimedReceivedAt: receivedOnPaperAt, report, claimedBy } });
    },
    PaperReportRejected: (rows, e) => change(rows, e, { paper: null }),
    RungReached: (rows, e) => {
      const { kind, issued, issuedAt } = e.data;
      if (kind !== 'explanation' || issued.length === 0) return;
      of(rows, e, issued, { explanation_asked_at: issuedAt, explanation_given_at: null });
    },
    ExplanationGiven: (rows, e) => change(rows, e, { explanation_given_at: e.at }),
    HeldRungsReplanned: (rows, e) => reschedule(rows, e, e.data.units, e.data.schedule),
    RoundSuspended: (rows, e) => ofAll(rows, e, { round_status: 'suspended' }),
    RoundResumed: (rows, e) => {
      ofAll(rows, e, { round_status: 'open' });
      if (e.data.schedule) reschedule(rows, e, e.data.units, e.data.schedule);
    },
    RoundClosed: (rows, e) => ofAll(rows, e, { round_status: 'closed', extension: null }),
    RoundCancelled: (rows, e) => {
      const { directive, duty, period, shard } = shardOf(e);
      rows.run(
        ['obligations'],
        `UPDATE read.obligations SET round_status = 'cancelled', extension = NULL, changed_at = $3,
         status = CASE WHEN status IN ('accepted', 'waived', 'notApplicable') THEN status ELSE 'cancelled' END,
         decides_at = CASE WHEN status = 'accepted' THEN decides_at END
       WHERE round_id = $1 AND shard = $2`,
        [roundId(directive, duty, period), shard, e.recordedAt],
      );
    },
  },
);

/** The due time and the name stay; the owner changes, and each change has its row. */
function transferred(rows: Rows, e: Of<'ObligationsTransferred'>): void {
  const ref = shardOf(e);
  const { reorganisation, title, on, source, reason, back, last } = e.data;
  const changed_at = e.recordedAt;
  const ids = (units: readonly string[]) => units.map((unit) => obligationId(ref, unit));
  for (const { unit, to, superior } of e.data.moves) {
    const where = { obligation_id: obligationId(ref, unit) };
    rows.update('obligations', { owner: to, superior, blocked: null, changed_at }, where);
  }
  for (const { to, units } of e.data.superiors) {
    rows.update('obligations', { superior: to, changed_at }, { obligation_id: ids(units) });
  }
  for (const { units } of e.data.blocked) {
    const set = { blocked: reorganisation, changed_at };
    rows.update('obligations', set, { obligation_id: ids(units) });
  }
  if (back && last) {
    const { round_id, shard } = keys(ref);
    rows.run(
      ['obligations'],
      `UPDATE read.obligations SET blocked = NULL, changed_at = $4
       WHERE round_id = $1 AND shard = $2 AND blocked = $3`,
      [round_id, shard, reorganisation, changed_at],
    );
  }
  if (e.data.moves.length === 0) return;
  rows.insert(
    'transfers',
    e.data.moves.map(({ unit, from, to }) => ({
      obligation_id: obligationId(ref, unit),
      seq: e.seq,
      directive_id: ref.directive,
      reorganisation_id: reorganisation,
      title,
      on_date: on,
      source,
      reason,
      back,
      from_unit: from,
      to_unit: to,
      at: e.at,
      recorded_at: e.recordedAt,
      actor: e.actor,
    })),
  );
}

function opened(rows: Rows, e: Of<'RoundOpened'>): void {
  const ref = shardOf(e);
  const { units, schedule, late } = e.data;
  rows.insert(
    'obligations',
    units.map(({ unit, superior }) => ({
      obligation_id: obligationId(ref, unit),
      ...keys(ref),
      directive_id: ref.directive,
      duty_id: ref.duty,
      period_id: ref.period,
      unit,
      owner: unit,
      superior,
      superior_at_opening: superior,
      status: 'open',
      round_status: 'open',
      schedule_id: schedule.id,
      due_at: schedule.dueAt,
      submissions: 0,
      extensions: 0,
      late,
      changed_at: e.recordedAt,
    })),
  );
}

type HandedIn = Of<'ReportSubmitted'> | Of<'CorrectionSubmitted'>;

function handedIn(rows: Rows, e: HandedIn, afterClosing: boolean): void {
  const { submission, unit } = e.data;
  rows.insert('submissions', [
    {
      obligation_id: obligationId(shardOf(e), unit),
      ordinal: submission.ordinal,
      effective_at: submission.effectiveAt,
      received_at: submission.receivedAt,
      by_unit: submission.by,
      substitute_for: submission.substituteFor,
      channel: submission.channel,
      fed_by: submission.fedBy ?? null,
      fed_submission: submission.fedSubmission ?? null,
      after_closing: afterClosing,
      state: 'submitted',
      report: submission.report,
    },
  ]);
}

function keys({ directive, duty, period, shard }: ShardRef) {
  return { round_id: roundId(directive, duty, period), shard };
}

function change(rows: Rows, e: OfUnit, set: Change): void {
  const where = { obligation_id: obligationId(shardOf(e), e.data.unit) };
  rows.update('obligations', { ...set, changed_at: e.recordedAt }, where);
}

function of(rows: Rows, e: Projected, units: readonly string[], set: Change): void {
  const ref = shardOf(e);
  const where = { obligation_id: units.map((unit) => obligationId(ref, unit)) };
  rows.update('obligations', { ...set, changed_at: e.recordedAt }, where);
}

function ofAll(rows: Rows, e: Projected, set: Change): void {
  rows.update('obligations', { ...set, changed_at: e.recordedAt }, keys(shardOf(e)));
}

function reschedule(rows: Rows, e: Projected, units: readonly string[], schedule: Schedule): void {
  of(rows, e, units, { schedule_id: schedule.id, due_at: schedule.dueAt });
}

function submissionState(rows: Rows, e: OfUnit, ordinal: number, state: string): void {
  const where = { obligation_id: obligationId(shardOf(e), e.data.unit), ordinal };
  rows.update('submissions', { state }, where);
}

function lastSubmission(rows: Rows, e: OfUnit, state: string): void {
  rows.run(
    ['submissions'],
    `UPDATE read.submissions AS s SET state = $2 WHERE obligation_id = $1
     AND ordinal = (SELECT max(ordinal) FROM read.submissions WHERE obligation_id = $1)`,
    [obligationId(shardOf(e), e.data.unit), state],
  );
}
