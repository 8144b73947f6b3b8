/**
 * A person issues the letter that a rung drafted: number, date and signer are theirs. Only the standing body
 * or the issuer signs; it goes to those of the draft who are still unfinished.
 */
import { accept, type Decision } from '../kernel';
import { refuseUnlessDirecting } from './entitlement';
import { blank, obligationOf, refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function issueUrgingLetter(
  state: RoundState,
  command: CommandOf<'IssueUrgingLetter'>,
): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const { letter: id, number, date, signer } = command.data;
  const letter = Object.hasOwn(state.letters, id) ? state.letters[id] : undefined;
  if (!letter || !state.heading) return refuse('letter.unknown', { letter: id });
  const notDirecting = refuseUnlessDirecting(state.heading, command);
  if (notDirecting) return notDirecting;
  if (letter.issued) {
    return refuse('letter.already-issued', { letter: id, number: letter.issued.number });
  }
  const missing = Object.entries({ number, date, signer })
    .filter(([, value]) => blank(value))
    .map(([name]) => name);
  if (missing.length > 0) return refuse('letter.incomplete', { letter: id, missing });
  const units = letter.units.filter((unit) => {
    const status = obligationOf(state, unit)?.status;
    return status === 'open' || status === 'returned';
  });
  if (units.length === 0) return refuse('letter.nobody-unfinished', { letter: id });
  return accept<RoundEvent>({
    type: 'UrgingLetterIssued',
    data: { letter: id, number, date, signer, units },
  });
}
