/** The decider of accesses: what the door tells is recorded as it is told, by the system alone. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import { accept, type Decider, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseActor } from '../rights';
import {
  ACCESS_KINDS,
  type Access,
  type AccessCommand,
  type AccessEvent,
  type AccessState,
} from './types';

export const accessDecider: Decider<AccessState, AccessCommand, AccessEvent> = {
  kind: 'access',
  initial: {},
  decide: decideBy<AccessState, AccessCommand, AccessEvent>({
    RecordAccess: recordAccess,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<AccessState, AccessEvent>('access', { AccessRecorded: (state) => state }),
  nextWakeup: () => null,
};

function recordAccess(
  _state: AccessState,
  command: Extract<AccessCommand, { type: 'RecordAccess' }>,
): Decision<AccessEvent> {
  const { data } = command;
  const refused = refuseActor(command);
  if (refused) return refused;
  const field = malformed(data);
  if (field !== null) return refuse('access.invalid', { field });
  return accept({ type: 'AccessRecorded', data });
}

function malformed({ what, subject, range, values }: Access): string | null {
  if (!ACCESS_KINDS.includes(what)) return 'what';
  if (subject.trim() === '') return 'subject';
  if (range !== null && !(range.from >= 1 && range.from <= range.to)) return 'range';
  if (values !== null && !(values >= 1)) return 'values';
  return null;
}
