/** An error of content is amended by an equal document, which may change duties (Decree 30/2020 Art 18). */
import { refuseDuties, refuseDuty } from '../duty/check-duty';
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { plansAsked } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

export function amendDirective(
  state: DirectiveState,
  command: Of<'AmendDirective'>,
): Decision<DirectiveEvent> {
  const { data, actor } = command;
  const { duties } = data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(data.reason, 'reason') ??
    refuseBlank(data.document, 'document');
  if (refused) return refused;
  const draft = state.draft!;
  const added = duties.filter(({ id }) => state.duties[id] === undefined);
  const fault = refuseDuties(added, { draft, actor }) ?? refuseDouble(duties.map(({ id }) => id));
  if (fault) return fault;
  for (const duty of duties) {
    const broken = refuseDuty(duty, { draft, actor, before: state.duties[duty.id] });
    if (broken) return broken;
  }
  const ids = duties.map(({ id }) => id);
  return accept({ type: 'DirectiveAmended', data: { ...data, replan: plansAsked(state, ids) } });
}

function refuseDouble(ids: readonly string[]): Refusal | null {
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  return twice === undefined ? null : refuse('duty.duplicate', { duty: twice });
}
