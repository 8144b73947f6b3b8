/**
 * A person judges a task of the directive on the frozen pack: implemented, partly, not implemented, no longer applicable.
 * Whoever carries the task out does not judge it: nobody is judge of his own cause. A later judgement corrects an earlier one,
 * until the file of the directive is in the archive. The same said again is recorded once.
 */
import { sameJson } from '../check-grades';
import { accept, type Decision } from '../kernel';
import { ownAmong } from '../own-unit';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { foldName } from '../spelling';
import { refuseCommand, type Of } from './check';
import type { ReviewEvent } from './events';
import type { JudgedTask, ReviewState } from './state';

/** What the way in attaches. */
export type JudgingPlan = {
  /** Who of the actor's own line leads the task, coordinates it, or owes what it asks for; absent when nobody does. */
  readonly carries?: readonly string[];
};

export function judgeTask(state: ReviewState, command: Of<'JudgeTask'>): Decision<ReviewEvent> {
  const { task, evidence, reason } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseBlank(evidence.text, 'evidence') ??
    refuseJudge(state, command);
  if (refused) return refused;
  const before = Object.hasOwn(state.judgements, task) ? state.judgements[task]! : null;
  if (before !== null && saysTheSame(before, command)) return accept();
  const earlier = before?.judgement ?? null;
  return accept({ type: 'TaskJudged', data: { ...command.data, earlier } });
}

export function recordLesson(
  state: ReviewState,
  command: Of<'RecordLesson'>,
): Decision<ReviewEvent> {
  const refused = refuseCommand(state, command) ?? refuseBlank(command.data.text, 'text');
  if (refused) return refused;
  const isKnown = state.lessons.some((one) => foldName(one) === foldName(command.data.text));
  return isKnown ? accept() : accept({ type: 'LessonRecorded', data: command.data });
}

/** By the same person with the same words: it corrects nothing. */
function saysTheSame(before: JudgedTask, { data, actor }: Of<'JudgeTask'>): boolean {
  const { judgement, evidence, reason } = data;
  const { at: _at, ...said } = before;
  return sameJson(said, { judgement, evidence, reason, by: actor });
}

function refuseJudge(state: ReviewState, command: Of<'JudgeTask'>): Refusal | null {
  const { data } = command;
  const { tasks } = state.called!.heading;
  const task = tasks.find(({ key }) => key === data.task);
  if (task === undefined) {
    return refuse('review.unknown-task', { task: data.task, tasks: tasks.map(({ key }) => key) });
  }
  const { lead, owedBy } = task;
  const { carries = [] } = (command.plan as JudgingPlan | null | undefined) ?? {};
  const unit =
    ownAmong(command, [...(lead === null ? [] : [lead]), ...owedBy]) ?? carries[0] ?? null;
  return unit === null ? null : refuse('review.judges-itself', { task: task.key, unit });
}
