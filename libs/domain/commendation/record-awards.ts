/** Awards decided elsewhere, recorded as they are told: what the source does not split is never split here. */
import { refuseGrades } from '../check-grades';
import { refuseImpossible } from '../directive/check-plan';
import { accept, valueOf, type Decision } from '../kernel';
import { refuseBlank, type Refusal } from '../refusals';
import { aboveIn, refuseOutsideRemit, remitOf } from '../remit';
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
    refuseOthersAwards(command) ??
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

/** Each awarding body's own people or those above it; or the issuer's of the directive, as it was reported to it. */
function refuseOthersAwards(command: Of<'RecordAwards'>): Refusal | null {
  const remit = remitOf(command);
  const { directive, awardingBodies } = command.data;
  const reportedTo = remit.issuer === undefined ? [] : [remit.issuer];
  const named = valueOf(awardingBodies) ?? [];
  const concerned = named.map((unit) => ({
    unit,
    bodies: [...new Set([unit, ...aboveIn(remit, unit), ...reportedTo])],
  }));
  // A source that does not name them leaves whoever it was reported to.
  const nobody = { unit: directive ?? '…', bodies: reportedTo };
  return refuseOutsideRemit(command, named.length === 0 ? [nobody] : concerned);
}
