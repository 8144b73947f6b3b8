/** The receiver accepts what was handed in; the effective time of that submission decides timeliness. */
import type { RoundHeading } from '../directive/types';
import type { Decision } from '../kernel';
import { judges, refuseUnlessEntitled } from './entitlement';
import { findObligation, type CommandOf } from './obligation';
import { settle } from './settle';
import type { RoundEvent, RoundState, Submission } from './types';

/** The acceptance, with what it answers one level up. */
export function accepted(
  heading: RoundHeading,
  unit: string,
  { ordinal, effectiveAt, report, by }: Submission,
  how: { readonly automatic: boolean; readonly note: string | null },
): RoundEvent {
  const { feeds: targets, symbol, period, form } = heading;
  const feeding = targets && { targets, symbol, period, report, by, ...(form ? { form } : {}) };
  return {
    type: 'ReportAccepted',
    data: { unit, submission: ordinal, effectiveAt, ...how, ...(feeding ? { feeding } : {}) },
  };
}

export function acceptReport(
  state: RoundState,
  command: CommandOf<'AcceptReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const refused = refuseUnlessEntitled(judges(heading), obligation, command);
  if (refused) return refused;
  const submission = obligation.submissions.at(-1)!;
  const { unit, note } = command.data;
  return settle(state, command, accepted(heading, unit, submission, { automatic: false, note }));
}
