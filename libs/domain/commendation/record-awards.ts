/** Awards decided elsewhere, recorded as they are told: what the source does not split is never split here. */
import { refuseGrades } from '../check-grades';
import { refuseImpossible } from '../directive/check-plan';
import { accept, valueOf, type Decision } from '../kernel';
import { refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseSubjects } from './nominate';
import type { CommendationEvent, CommendationState } from './types';

export function recordAwards(
  state: CommendationState,
  command: Of<'RecordAwards'>,
): Decision<CommendationEvent> {
  const { data, actor, stream } = command;
  const { forms, awardingBodies, subjects, when, split } = data;
  const fields = Object.entries({ forms, awardingBodies, subjects, when, split });
  const refused =
    refuseCommand(state, command, null) ??
    refuseImpossible(command) ??
    refuseBlank(data.title.vi, 'title') ??
    refuseGrades(
      fields.map(([field, graded]) => ({ field, graded })),
      actor,
    ) ??
    refuseSubjects(valueOf(subjects) ?? []);
  if (refused) return refused;
  return accept({
    type: 'AwardsRecorded',
    data: { ...data, id: stream.replace(/^commendation\//, '') },
  });
}
