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

/** As of the conclusion, which counts for ever, and what has been done since. */
function owed(screen: Screen, { owedAfter, owed: rounds, end: it }: DirectiveDetail): void {
  if (owedAfter === null) return;
  const on = it === null ? '' : ` (${screen.time(it.at)})`;
  const left = [`Nghĩa vụ chưa xong khi kết thúc${on}`, `Owed at the conclusion${on}`] as const;
  screen.item(left, String(owedAfter.obligations));
  const all = rounds.flatMap(({ units }) => units);
  const since = all.filter(({ doneAt }) => doneAt !== null).length;
  const waiting = all.filter(({ status }) => status === 'submitted').length;
  const vi = `đã xong ${since}, chờ chấp nhận ${waiting}, còn ${owedAfter.obligations - since}`;
  const en = `done ${since}, awaiting acceptance ${waiting}, still owed ${owedAfter.obligations - since}`;
  if (since + waiting > 0) screen.item(['Từ đó đến nay', 'Since then'], screen.say(vi, en));
  for (const { title, period, units } of rounds) {
    const names = units.map((one) => owedBy(screen, one)).join(', ');
    const what = `${screen.text(title)}, ${screen.text(period.label)}`;
    screen.prose(`• ${what}: ${names}`, '  ', '    ');
  }
}

function owedBy(screen: Screen, one: DirectiveDetail['owed'][number]['units'][number]): string {
  const name = screen.text(one.name, one.unit);
  if (one.doneAt !== null)
    return `${name} (${screen.say('đã xong', 'done')} ${screen.time(one.doneAt)})`;
  if (one.status !== 'submitted') return name;
  return `${name} (${screen.say('đã gửi, chờ chấp nhận', 'handed in, awaits acceptance')})`;
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
