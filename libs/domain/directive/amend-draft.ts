/** Changes a draft before it is issued; what stays the same keeps its grounds, and no duty may lose its task. */
import { refuseDuty } from '../duty/check-duty';
import { changed, refuseGrades } from '../check-grades';
import { accept, type Decision } from '../kernel';
import { refuseBlank } from '../refusals';
import { refuseCommand, type Of } from './check';
import { differencesOf, gradedFieldsOf, refuseDraft, warningsOf } from './check-draft';
import type { DirectiveEvent, DirectiveState } from './types';

export function amendDraft(
  state: DirectiveState,
  command: Of<'AmendDraft'>,
): Decision<DirectiveEvent> {
  const { changes, reason } = command.data;
  const refused = refuseCommand(state, command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const { actor } = command;
  const before = state.draft!;
  const draft = { ...before, ...changes };
  const fault =
    refuseDraft(draft) ??
    refuseGrades(changed(gradedFieldsOf(before), gradedFieldsOf(draft)), actor);
  if (fault) return fault;
  for (const duty of Object.values(state.duties)) {
    const broken = refuseDuty(duty, { draft, actor, before: duty });
    if (broken) return broken;
  }
  const shown = { differences: differencesOf(draft), warnings: warningsOf(draft) };
  return accept({ type: 'DraftAmended', data: { changes, reason, ...shown } });
}
