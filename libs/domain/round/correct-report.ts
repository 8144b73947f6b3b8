/**
 * An agency corrects a report that was accepted: the old figures stand until the receiver accepts the new ones, and stay
 * on record as of then. When the obligation was done does not change.
 */
import { accept, type Decision } from '../kernel';
import { actsFor, judges, refuseUnlessEntitled, refuseUnlessObliged } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { refuseReport } from './submit-report';
import type { RoundEvent, RoundState, Submission } from './types';

export function correctReport(
  state: RoundState,
  command: CommandOf<'CorrectReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { data, actor, effectiveAt, receivedAt, type } = command;
  const { unit, report, reason } = data;
  const refused =
    refuseUnlessObliged(obligation, actor, effectiveAt) ?? refuseReport(heading, report, unit);
  if (refused) return refused;
  if (blank(reason)) return refuse('reason.missing', { command: type });
  if (obligation.correction !== null) return refuse('correction.already-waits', { unit });
  const acting = actsFor(obligation, actor, effectiveAt);
  const submission: Submission = {
    ordinal: obligation.submissions.length + 1,
    effectiveAt,
    receivedAt,
    by: acting?.by ?? obligation.owner,
    substituteFor: acting?.substituteFor ?? null,
    report,
    channel: 'electronic',
  };
  const received: RoundEvent = { type: 'CorrectionSubmitted', data: { unit, submission, reason } };
  if (heading.acceptance !== 'automatic') return accept(received);
  const { ordinal } = submission;
  return accept<RoundEvent>(received, {
    type: 'CorrectionAccepted',
    data: { unit, submission: ordinal, automatic: true, note: null },
  });
}

export function acceptCorrection(
  state: RoundState,
  command: CommandOf<'AcceptCorrection'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit, note } = command.data;
  const refused = refuseUnlessEntitled(judges(heading), obligation, command);
  if (refused) return refused;
  if (obligation.correction === null) return refuse('correction.none', { unit });
  const submission = obligation.correction;
  return accept<RoundEvent>({
    type: 'CorrectionAccepted',
    data: { unit, submission, automatic: false, note },
  });
}

export function rejectCorrection(
  state: RoundState,
  command: CommandOf<'RejectCorrection'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit, reason } = command.data;
  const refused = refuseUnlessEntitled(judges(heading), obligation, command);
  if (refused) return refused;
  if (obligation.correction === null) return refuse('correction.none', { unit });
  if (blank(reason)) return refuse('reason.missing', { command: command.type });
  const submission = obligation.correction;
  return accept<RoundEvent>({ type: 'CorrectionRejected', data: { unit, submission, reason } });
}
