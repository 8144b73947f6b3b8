/** The duties of a directive's page: who, to whom, how often, by when, whose reports answer them, and what comes next. */
import { DUTY_KIND } from '../../../libs/contracts';
import type { Cadence, Duty, DueRule, Who } from '../../../libs/domain';
import type { AnsweredByRow, DirectiveDetail, DutyRow } from '../../../libs/readmodel';
import type { Screen } from '../screen';
import { cadenceText, dueText, missingText, whoText } from './duty-text';
import { unitName, type Names } from './unit-name';

export function duties(screen: Screen, it: DirectiveDetail): void {
  screen.heading('Nghĩa vụ', 'Duties');
  for (const row of it.duties) {
    const { duty } = row;
    screen.prose(`• ${screen.text(duty.title)} (${duty.id}, ${DUTY_KIND[duty.kind][screen.lang]})`);
    screen.item(
      ['Ai', 'Who'],
      screen.graded<Who>(duty.owes, (who) => whoText(screen, who, it)),
      '    ',
    );
    screen.item(['Gửi', 'To'], receivers(screen, it.names, duty), '    ');
    const cadence = screen.graded<Cadence>(duty.cadence, (value) => cadenceText(screen, value));
    screen.item(['Bao lâu', 'How often'], cadence, '    ');
    if (duty.anchor) {
      const anchor = screen.graded(duty.anchor, (date) => screen.time(date));
      screen.item(['Tính từ', 'Counted from'], anchor, '    ');
    }
    const due = screen.graded<DueRule>(duty.due, (value) => dueText(screen, value, duty.bound));
    screen.item(['Hạn', 'By when'], due, '    ');
    if (row.form !== null) {
      const labels = row.form.fields.map(({ label }) => screen.text(label)).join('; ');
      const version = screen.say(`phiên bản ${row.form.version}`, `version ${row.form.version}`);
      screen.item(['Biểu mẫu', 'Form'], `${version}: ${labels}`, '    ');
    }
    for (const link of it.answeredBy.filter((one) => one.duty === duty.id)) {
      screen.item(['Được trả lời bằng', 'Answered by'], answerText(screen, link), '    ');
    }
    screen.item(['Tiếp theo', 'Next'], nextText(screen, row), '    ');
  }
}

function nextText(screen: Screen, { missing, next }: DutyRow): string {
  if (missing.length > 0) {
    const lacks = screen.say('chưa mở đợt nào, còn thiếu: ', 'opens no round, lacks: ');
    return lacks + missingText(screen, missing);
  }
  if (next === null) return screen.say('không còn đợt nào', 'no further round');
  return `${screen.text(next.period.label)}, ${screen.say('mở', 'opens')} ${screen.time(next.opensAt)}`;
}

function receivers(screen: Screen, names: Names, duty: Duty): string {
  const named = (unit: string) => unitName(screen, names, unit);
  const to = screen.graded(duty.to, (units) => units.map(named).join(', '));
  if (duty.via === null) return to;
  return `${to}, ${screen.say('qua', 'through')} ${screen.graded(duty.via, named)}`;
}

/** With how it is known; a report below that is due after the one above is said with both times. */
function answerText(screen: Screen, link: AnsweredByRow): string {
  const { symbol, directive, fromDuty, unit, unitName: name, grounds, warning, manner } = link;
  const from = screen.graded(grounds, () => `${symbol ?? directive} (${fromDuty})`);
  const forWhom = unit === null ? '' : screen.say(' cho ', ' for ') + screen.text(name, unit);
  const notes = [mannerText(screen, manner)];
  if (warning !== null) {
    const [below, above] = [screen.time(warning.below), screen.time(warning.above)];
    notes.push(
      screen.say(
        `lưu ý: cấp dưới đến hạn ${below}, sau cấp trên ${above}`,
        `note: below it is due ${below}, after ${above} above`,
      ),
    );
  }
  return [from + forWhom, ...notes.filter((note) => note !== '')].join('; ');
}

/** As it was known when the link was made. */
function mannerText(screen: Screen, manner: AnsweredByRow['manner']): string {
  if (manner === null) return '';
  return manner.byItself
    ? screen.say('báo cáo được chấp nhận tự trả lời', 'an accepted report answers by itself')
    : screen.say('bằng dự thảo tổng hợp do một người gửi', 'by a draft that a person hands in');
}
