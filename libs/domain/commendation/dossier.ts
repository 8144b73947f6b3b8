/** The dossier: handed in by whoever nominated, complete or refused with what is missing; returned for completion. */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { refuseCommand, refuseOwnUnit, refuseStepPlan, turn, type Of } from './check';
import type { CommendationEvent, CommendationState } from './types';

export function completeDossier(
  state: CommendationState,
  command: Of<'CompleteDossier'>,
): Decision<CommendationEvent> {
  const { data, plan } = command;
  const refused =
    refuseCommand(state, command, state.nominatedBy) ?? refuseStepPlan(command, 'appraisal');
  if (refused) return refused;
  const { deadline, documents, assumptions } = plan!;
  const given = data.documents.map(({ kind }) => kind);
  const missing = documents.filter((kind) => !given.includes(kind));
  if (missing.length > 0) return refuse('commendation.dossier-incomplete', { missing });
  return accept({
    type: 'DossierCompleted',
    data: { ...data, assumptions, ...turn(state, deadline) },
  });
}

/** By the body whose step it is: the one that appraises, or later the one that decides. */
export function returnDossier(
  state: CommendationState,
  command: Of<'ReturnDossier'>,
): Decision<CommendationEvent> {
  const { nomination, status } = state;
  const body = status === 'appraised' ? nomination?.awardingBody : nomination?.appraisingBody;
  const refused =
    refuseCommand(state, command, body ?? null) ??
    refuseOwnUnit(state, command) ??
    refuseBlank(command.data.reason, 'reason') ??
    refuseStepPlan(command, 'dossier');
  if (refused) return refused;
  const { deadline, assumptions } = command.plan!;
  return accept({
    type: 'DossierReturned',
    data: { ...command.data, assumptions, ...turn(state, deadline) },
  });
}
