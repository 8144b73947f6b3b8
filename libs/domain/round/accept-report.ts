/** The receiver accepts what was handed in; the effective time of that submission decides timeliness. */
import type { Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { findObligation, type CommandOf } from './obligation';
import { settle } from './settle';
import type { RoundEvent, RoundState } from './types';

export function acceptReport(
  state: RoundState,
  command: CommandOf<'AcceptReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const refused = refuseUnlessEntitled(receivers(heading), obligation, command);
  if (refused) return refused;
  const { ordinal, effectiveAt } = obligation.submissions.at(-1)!;
  const { unit, note } = command.data;
  return settle(state, command, {
    type: 'ReportAccepted',
    data: { unit, submission: ordinal, effectiveAt, automatic: false, note },
  });
}
