/** Gives a duty the form its reports fill in, or a new version of it: rounds that are open keep the one they have. */
import { sameJson } from '../check-grades';
import { refuseForm } from '../form/check-form';
import { figuresMissing } from '../indicator/check-indicator';
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { DirectiveEvent, DirectiveState } from './types';

export function setForm(state: DirectiveState, command: Of<'SetForm'>): Decision<DirectiveEvent> {
  const { duty, form } = command.data;
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  if (!Object.hasOwn(state.duties, duty)) return refuse('duty.unknown', { duty });
  const fault = refuseForm(form);
  if (fault) return fault;
  const before = Object.hasOwn(state.forms, duty) ? state.forms[duty] : undefined;
  const version = (before?.version ?? 0) + 1;
  if (before && sameJson({ ...before, version }, { ...form, version })) {
    return refuse('form.same', { duty, version: before.version });
  }
  const next = { ...form, version };
  const lost = Object.values(state.indicators)
    .filter((one) => one.duty === duty)
    .map((one) => ({ indicator: one.id, fields: figuresMissing(one, next) }))
    .filter(({ fields }) => fields.length > 0);
  return accept({
    type: 'FormSet',
    data: { duty, form: next, ...(lost.length > 0 && { lost }) },
  });
}
