/**
 * An agency hands in its report. Receipt and acceptance are two facts; where the duty accepts by itself both
 * are recorded at once. What is handed in after closing says so and counts only when it is accepted.
 */
import type { RoundHeading } from '../directive/types';
import type { Decision } from '../kernel';
import { accepted } from './accept-report';
import { refuseReportData } from './check-report';
import { actsFor, refuseUnlessObliged } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse, type Refusal } from './rejections';
import { settle } from './settle';
import type { Report, RoundCommand, RoundEvent, RoundState, Submission } from './types';

export function submitReport(
  state: RoundState,
  command: CommandOf<'SubmitReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { data, actor, effectiveAt, receivedAt } = command;
  const refused =
    refuseUnlessObliged(obligation, actor, effectiveAt) ??
    refuseReport(heading, data.report, data.unit);
  if (refused) return refused;
  if (state.status === 'closed' && data.afterClosing !== true) {
    return refuse('round.closed', { command: command.type, unit: data.unit, say: 'afterClosing' });
  }
  const acting = actsFor(obligation, actor, effectiveAt);
  const submission: Submission = {
    ordinal: obligation.submissions.length + 1,
    effectiveAt,
    receivedAt,
    by: acting?.by ?? obligation.owner,
    substituteFor: acting?.substituteFor ?? null,
    report: data.report,
    channel: 'electronic',
  };
  return settle(state, command, ...submissionEvents(state, heading, command, submission));
}

/** What a report must be, however it comes in: it says something, and fills in the form of its round. */
export function refuseReport(heading: RoundHeading, report: Report, unit: string): Refusal | null {
  const { form = null } = heading;
  return refuseIfEmpty(report, unit) ?? refuseReportData(form, report.data ?? null, report.nil);
}

/** "Báo cáo không phát sinh" may be empty, because it says so; any other report has something in it. */
function refuseIfEmpty(report: Report, unit: string): Refusal | null {
  const empty =
    !report.nil &&
    blank(report.summary) &&
    report.data === undefined &&
    report.contentSha256 === null &&
    report.files.length === 0;
  return empty ? refuse('report.empty', { unit }) : null;
}

/** The receipt, and the acceptance when the duty accepts by itself. */
export function submissionEvents(
  state: RoundState,
  heading: RoundHeading,
  { data: { unit } }: RoundCommand & { readonly data: { readonly unit: string } },
  submission: Submission,
): RoundEvent[] {
  const afterClosing = state.status === 'closed';
  const received: RoundEvent = {
    type: 'ReportSubmitted',
    data: { unit, submission, afterClosing },
  };
  if (heading.acceptance !== 'automatic') return [received];
  return [received, accepted(state, unit, submission, { automatic: true, note: null })];
}
