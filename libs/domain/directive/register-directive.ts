/** A directive enters as a draft with its sources, the grade of every value, and the duties read from it. */
import { refuseDuties } from '../duty/check-duty';
import { refuseGrades } from '../check-grades';
import { accept, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import type { Of } from './check';
import { refuseImpossible } from './check-plan';
import { differencesOf, gradedFieldsOf, refuseDraft, warningsOf } from './check-draft';
import { refuseByStatus } from './lifecycle';
import type { DirectiveEvent, DirectiveState } from './types';

export function registerDirective(
  state: DirectiveState,
  command: Of<'RegisterDirective'>,
): Decision<DirectiveEvent> {
  const { actor, stream, type } = command;
  const { draft, duties } = command.data;
  const refused =
    refuseByStatus(state, type) ??
    refuseDraft(draft) ??
    refuseActor(command, { issuer: draft.issuer, monitor: null }) ??
    refuseGrades(gradedFieldsOf(draft), actor) ??
    refuseDuties(duties, { draft, actor }) ??
    refuseImpossible(command);
  if (refused) return refused;
  const id = stream.replace(/^directive\//, '');
  const shown = { differences: differencesOf(draft), warnings: warningsOf(draft) };
  return accept({ type: 'DirectiveRegistered', data: { id, draft, duties, ...shown } });
}
