/**
 * Undoes a change set by a new event: its units are there again, and what is still open goes back to them. The units it
 * registered stay: they may owe things of their own by now, and end by a change set of their own.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { unitOf } from './check';
import { refuseBelow } from './remit';
import { setOf } from './reorganise-units';
import type { OrgCommand, OrgEvent, OrgState, Reorganised } from './types';

type UndoReorganisation = Extract<OrgCommand, { type: 'UndoReorganisation' }>;

export function undoReorganisation(
  state: OrgState,
  command: UndoReorganisation,
): Decision<OrgEvent> {
  const { id, reason } = command.data;
  const refused = refuseActor(command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const set = setOf(state, id);
  if (set === undefined) return refuse('reorganisation.unknown', { reorganisation: id });
  if (isUndone(set)) return refuse('reorganisation.undone', { reorganisation: id });
  const fault = refuseBelow(state, command, set.ended) ?? refuseBuiltUpon(state, set);
  if (fault) return fault;
  const { title, on, ended } = set;
  const source = unitOf(state, ended[0]!)?.ended?.source ?? '';
  return accept({
    type: 'ReorganisationUndone',
    data: { id, title, on, source, reason, restored: ended },
  });
}

function isUndone({ status }: Reorganised): boolean {
  return status === 'undoing' || status === 'undone';
}

/** What later changes built on it cannot be taken from under them. */
function refuseBuiltUpon(state: OrgState, set: Reorganised): Refusal | null {
  const named = [...set.ended, ...set.takers];
  for (const [by, other] of Object.entries(state.reorganisations ?? {})) {
    if (isUndone(other) || other.ordinal <= set.ordinal) continue;
    const unit = [...other.ended, ...other.takers].find((one) => named.includes(one));
    if (unit !== undefined) {
      return refuse('reorganisation.built-upon', { unit, reorganisation: by, title: other.title });
    }
  }
  const ended = set.takers.flatMap((unit) => unitOf(state, unit)?.ended ?? [])[0];
  if (ended === undefined) return null;
  const unit = set.takers.find((one) => unitOf(state, one)?.ended)!;
  return refuse('unit.ended', { unit, on: ended.on, successors: ended.successors });
}
