/** The channel (`qua phòng PV28`) has looked whether a report is complete and passes it on: it does not judge it. */
import { accept, type Decision } from '../kernel';
import { findObligation, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { RoundEvent, RoundState } from './types';

export function passOnReport(
  state: RoundState,
  command: CommandOf<'PassOnReport'>,
): Decision<RoundEvent> {
  const found = findObligation(state, command);
  if (!found.ok) return found;
  const { obligation, heading } = found;
  const { unit, note } = command.data;
  if (heading.via === null) return refuse('report.no-channel', { unit });
  if (command.actor.unit !== heading.via) {
    return refuse('actor.not-entitled', {
      command: command.type,
      actorUnit: command.actor.unit,
      entitled: [heading.via],
    });
  }
  const submission = obligation.submissions.at(-1)!.ordinal;
  if (obligation.passedOn === submission) return refuse('report.already-passed-on', { unit });
  return accept<RoundEvent>({
    type: 'ReportPassedOn',
    data: { unit, submission, by: heading.via, note },
  });
}
