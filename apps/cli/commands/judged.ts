/** What reviews left on a directive's page: judgements of tasks, conclusions that wait, the archive's clock. */
import { TASK_JUDGEMENT } from '../../../libs/contracts';
import type { DirectiveDetail } from '../../../libs/readmodel';
import type { Screen, Words } from '../screen';

export const JUDGED: Words = ['Đánh giá', 'Judgement'];

/** The latest judgement, with its review; a task that nobody has judged says so. */
export function judgementText(screen: Screen, it: DirectiveDetail, task: string): string {
  const found = it.judgements.find((one) => one.task === task);
  if (found === undefined) return screen.say('(chưa đánh giá)', '(not judged)');
  const judged = TASK_JUDGEMENT[found.judgement][screen.lang];
  const of = `${screen.say('sơ kết', 'review')} ${found.review}`;
  return `${judged} (${of}, ${found.by.id}, ${screen.time(found.at)}): ${found.reason}`;
}

export function waiting(screen: Screen, it: DirectiveDetail): void {
  if (it.waiting.length === 0) return;
  screen.heading(
    'Kết luận chờ giao đơn vị và thời hạn',
    'Conclusions that wait for owner and date',
  );
  for (const { review, key, text } of it.waiting) {
    screen.prose(`• ${key} (${screen.say('sơ kết', 'review')} ${review}): ${text}`, '', '  ');
  }
}

export function archive(screen: Screen, { archive: it, owedAfter }: DirectiveDetail): void {
  if (it === null) return;
  screen.heading('Kết thúc và lưu trữ', 'Conclusion and archive');
  if (owedAfter !== null) {
    const owed = owedAfter.rounds.map(({ duty, period, units }) => `${duty} ${period}: ${units}`);
    const words: Words = ['Nghĩa vụ chưa xong', 'Obligations that stay owed'];
    screen.item(words, [owedAfter.obligations, ...owed].join('; '));
  }
  if (it.clock === null) {
    screen.line(screen.say('Không có quy định thời hạn lưu trữ.', 'No policy sets a term.'));
  } else {
    const { dueOn, source } = it.clock;
    screen.item(['Hạn nộp lưu trữ', 'Due at the archive'], `${screen.time(dueOn)} (${source})`);
  }
  const reached: Words = ['Tình trạng', 'State'];
  if (it.handedAt !== null) {
    screen.item(reached, `${screen.say('đã nộp', 'handed over')} ${screen.time(it.handedAt)}`);
  } else if (it.stage === 'due') {
    screen.item(reached, screen.say('đã quá hạn, chưa nộp', 'overdue, not handed over'));
  } else if (it.stage === 'reminder') {
    screen.item(reached, screen.say('đã nhắc, chưa nộp', 'reminded, not handed over'));
  }
}
