/** What reviews left on a directive's page: judgements of tasks, conclusions that wait, the archive's clock. */
import { DIRECTIVE_STATUS, TASK_JUDGEMENT } from '../../../libs/contracts';
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

/** Once the directive has ended nobody can be given them any more, and that is said. */
export function waiting(screen: Screen, it: DirectiveDetail): void {
  if (it.waiting.length === 0) return;
  if (it.end === null) {
    screen.heading(
      'Kết luận chờ giao đơn vị và thời hạn',
      'Conclusions that wait for owner and date',
    );
  } else {
    screen.heading(
      'Kết luận chưa giao, không còn giao được: chỉ thị đã kết thúc',
      'Conclusions without owner and date, which nobody can be given any more: the directive has ended',
    );
  }
  for (const { review, key, text } of it.waiting) {
    screen.prose(`• ${key} (${screen.say('sơ kết', 'review')} ${review}): ${text}`, '', '  ');
  }
}

/** How the directive ended: why, by which document, on which final review. */
export function end(screen: Screen, { end: it, status, duties }: DirectiveDetail): void {
  if (it === null) return;
  const { at, data, actor } = it;
  screen.heading('Kết thúc', 'The end');
  const how = DIRECTIVE_STATUS[status][screen.lang];
  screen.item(['Tình trạng', 'State'], `${how}, ${screen.time(at)} (${actor.id})`);
  screen.item(['Lý do', 'Reason'], data.reason);
  for (const { duty, reason } of data.reasons ?? []) {
    const title = duties.find((one) => one.duty.id === duty)?.duty.title;
    screen.item(['Lý do riêng', 'Reason for one duty'], `${screen.text(title, duty)}: ${reason}`);
  }
  screen.item(['Văn bản', 'Document'], data.document ?? screen.say('(không nêu)', '(not stated)'));
  if (it.type !== 'DirectiveConcluded') return;
  const review = data.review ?? null;
  screen.item(
    ['Tổng kết', 'Final review'],
    review === null
      ? screen.say('(không có)', '(none)')
      : screen.say(`cuộc thứ ${review}`, `no. ${review}`),
  );
}

function owed(screen: Screen, { owedAfter, owed: rounds }: DirectiveDetail): void {
  if (owedAfter === null) return;
  screen.item(['Nghĩa vụ chưa xong', 'Obligations that stay owed'], String(owedAfter.obligations));
  for (const { title, period, units } of rounds) {
    const names = units.map(({ unit, name }) => screen.text(name, unit)).join(', ');
    const what = `${screen.text(title)}, ${screen.text(period.label)}`;
    screen.prose(`• ${what}: ${names}`, '  ', '    ');
  }
}

export function archive(screen: Screen, directive: DirectiveDetail): void {
  const { archive: it } = directive;
  if (it === null) return;
  screen.heading('Việc còn lại và lưu trữ', 'What stays owed, and the archive');
  owed(screen, directive);
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
