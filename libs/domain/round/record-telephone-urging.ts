/** Urging by telephone is on record: with whom, and what was said. It changes nothing else. */
import { accept, type Decision } from '../kernel';
import { receivers, refuseUnlessEntitled } from './entitlement';
import { blank, findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function recordTelephoneUrging(
  state: RoundState,
  command: CommandOf<'RecordTelephoneUrging'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { unit, note, spokenTo } = command.data;
  const refused = refuseUnlessEntitled(receivers(found.heading), found.obligation, command);
  if (refused) return refused;
  if (blank(note) || blank(spokenTo)) return refuse('urging.incomplete', { unit });
  return accept<RoundEvent>({ type: 'TelephoneUrgingRecorded', data: { unit, note, spokenTo } });
}
