/**
 * A person judges a task of the directive on the frozen pack: implemented, partly, not implemented, no longer applicable.
 * Whoever carries the task out does not judge it: nobody is judge of his own cause. A later judgement corrects an earlier one.
 */
import { accept, type Decision } from '../kernel';
import { ownAmong } from '../own-unit';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { ReviewState } from './state';

export function judgeTask(state: ReviewState, command: Of<'JudgeTask'>): Decision<ReviewEvent> {
  const { task, evidence, reason } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseBlank(evidence.text, 'evidence') ??
    refuseJudge(state, command);
  if (refused) return refused;
  const earlier = Object.hasOwn(state.judgements, task) ? state.judgements[task]!.judgement : null;
  return accept({ type: 'TaskJudged', data: { ...command.data, earlier } });
}

export function recordLesson(
  state: ReviewState,
  command: Of<'RecordLesson'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command) ?? refuseBlank(command.data.text, 'text');
  return refused ?? accept({ type: 'LessonRecorded', data: command.data });
}

function refuseJudge(state: ReviewState, command: Of<'JudgeTask'>): Refusal | null {
  const { data } = command;
  const { tasks } = state.called!.heading;
  const task = tasks.find(({ key }) => key === data.task);
  if (task === undefined) {
    return refuse('review.unknown-task', { task: data.task, tasks: tasks.map(({ key }) => key) });
  }
  const { lead, owedBy } = task;
  const unit = ownAmong(command, [...(lead === null ? [] : [lead]), ...owedBy]);
  return unit === null ? null : refuse('review.judges-itself', { task: task.key, unit });
}
