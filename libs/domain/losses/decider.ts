/** The decider of losses: what an operator accepted is recorded as he said it, by the system alone. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import type { LossesCommand, LossesEvent, LossesState } from './types';

export const lossesDecider: Decider<LossesState, LossesCommand, LossesEvent> = {
  kind: 'losses',
  initial: {},
  decide: decideBy<LossesState, LossesCommand, LossesEvent>({
    RecordLoss: recordLoss,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<LossesState, LossesEvent>('losses', { LossRecorded: (state) => state }),
  nextWakeup: () => null,
};

function recordLoss(
  _state: LossesState,
  command: Extract<LossesCommand, { type: 'RecordLoss' }>,
): Decision<LossesEvent> {
  return refuseActor(command) ?? accept({ type: 'LossRecorded', data: command.data });
}
