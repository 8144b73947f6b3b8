/**
 * A report accepted one level below is the submission of the unit that answers for it here. Its figures come along when
 * both levels ask for the same; otherwise a person fills in this level's form from the draft.
 */
import { sameJson } from '../check-grades';
import type { Form } from '../form/types';
import { accept, type Decision } from '../kernel';
import { findObligation, obligationOf, type CommandOf } from './obligation';
import { settle } from './settle';
import { refuseReport, submissionEvents } from './submit-report';
import type { Report, RoundEvent, RoundState, Submission } from './types';

export function feedReport(
  state: RoundState,
  command: CommandOf<'FeedReport'>,
): Decision<RoundEvent> {
  // A link made later finds what was answered already: that stands.
  if (obligationOf(state, command.data.unit)?.status === 'accepted') return accept();
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit, child, form } = command.data;
  const report = fitted(child.report, form, heading.form);
  const refused = refuseReport(heading, report, unit);
  if (refused) return refused;
  const submission: Submission = {
    ordinal: obligation.submissions.length + 1,
    effectiveAt: command.effectiveAt,
    receivedAt: command.receivedAt,
    by: child.by,
    substituteFor: child.by === unit ? null : unit,
    report,
    channel: 'rollUp',
    fedBy: child.obligation,
    fedSubmission: child.submission,
  };
  return settle(state, command, ...submissionEvents(state, heading, command, submission));
}

/** The figures as this level's form names its version; none when the two forms are not alike. */
function fitted(
  { data, ...report }: Report,
  below: Form | undefined,
  above: Form | undefined,
): Report {
  if (data === undefined || below === undefined || above === undefined) return report;
  const alike = sameJson({ ...below, version: 0 }, { ...above, version: 0 });
  return alike ? { ...report, data: { ...data, form: above.version } } : report;
}
