/** The series has answered: the directive is issued under its number, or goes back to the draft with the reason. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { DirectiveEvent, DirectiveState } from './types';

export function confirmIssue(
  state: DirectiveState,
  command: Of<'ConfirmIssue'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { number, symbol } = command.data;
  const issue = state.issue!;
  if (issue.number !== null && issue.number !== number) {
    return refuse('issue.number-differs', { asked: issue.number, given: number });
  }
  const { date, signer, urgency } = issue;
  const duties = Object.keys(state.duties);
  const { issuer } = state.draft!;
  return accept({
    type: 'DirectiveIssued',
    data: { symbol, number, date, issuer, signer, urgency, duties },
  });
}

export function handBackIssue(
  state: DirectiveState,
  command: Of<'HandBackIssue'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  return refused ?? accept({ type: 'IssueHandedBack', data: command.data });
}
