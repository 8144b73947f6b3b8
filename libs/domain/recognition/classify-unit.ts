/**
 * Classification (phân loại) of a unit by a level of the body's own policy. The directives order it and state no level: a
 * body without an adopted policy classifies nobody.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank } from '../refusals';
import { bodyOf, refuseCommand, refuseOutside, refuseOwnUnit, type Of } from './check';
import type { ClassificationPlan } from './plan';
import type { RecognitionEvent, RecognitionState } from './types';

export function classifyUnit(
  _state: RecognitionState,
  command: Of<'ClassifyUnit'>,
): Decision<RecognitionEvent> {
  const { unit, level, reason } = command.data;
  const refused = refuseCommand(command);
  if (refused) return refused;
  const { policy, levels, line } = command.plan as ClassificationPlan;
  const fault =
    refuseOwnUnit(command, [unit], line) ??
    refuseOutside(command, line) ??
    refuseBlank(reason, 'reason');
  if (fault) return fault;
  const found = levels.find(({ code }) => code === level);
  if (found === undefined) {
    const known = levels.map(({ code }) => code);
    return refuse('classification.level-unknown', { level, levels: known, policy });
  }
  return accept({
    type: 'UnitClassified',
    data: { ...command.data, ...bodyOf(command), policy, levelText: found.text },
  });
}
