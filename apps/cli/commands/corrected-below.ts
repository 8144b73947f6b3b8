/** That a report sent above rests on figures corrected since: who corrected what, the sums before and after, what to do. */
import type { Listed } from '../../../libs/domain';
import type { ChangedFigure, CorrectedBelow } from '../../../libs/readmodel';
import type { Screen } from '../screen';

export function correctedLines(screen: Screen, corrected: CorrectedBelow | null): void {
  if (corrected === null) return;
  const { parts, sentAt, submission, figures } = corrected;
  const sent = screen.time(sentAt);
  screen.heading('Đã đính chính ở cấp dưới', 'Corrected below');
  screen.prose(
    screen.say(
      `${parts.length} báo cáo cấp dưới đã được đính chính sau khi báo cáo này (lần ${submission}) được gửi lúc ${sent}.`,
      `${parts.length} parts were corrected after this (No. ${submission}) was sent at ${sent}.`,
    ),
  );
  for (const { name, unit, from, to, at, fields, texts } of parts) {
    const changes = [
      ...fields.map((field) => change(screen, field)),
      ...(texts ? [screen.say('nội dung khác', 'other texts')] : []),
    ];
    const when = screen.say(
      `lần ${from} → ${to}, ${screen.time(at)}`,
      `No. ${from} → ${to}, ${screen.time(at)}`,
    );
    screen.prose(`• ${screen.text(name, unit)} (${when}): ${changes.join('; ')}`, '', '  ');
  }
  if (figures.length > 0) {
    screen.prose(
      `${screen.say('Tổng hợp lại', 'Added up anew')}: ${figures.map((one) => change(screen, one)).join('; ')}`,
    );
  }
  screen.prose(
    screen.say(
      'Báo cáo đã gửi giữ nguyên. Đính chính báo cáo đã được chấp nhận: dondoc submit … --correct LÝ_DO; chưa được chấp nhận: rút về (WithdrawReport) rồi gửi lại.',
      'What was sent stands. Correct an accepted report by dondoc submit … --correct REASON; withdraw one that is not accepted (WithdrawReport) and send it again.',
    ),
  );
}

function change(screen: Screen, { label, old, new: now }: ChangedFigure): string {
  return `${screen.text(label)} ${shown(screen, old)} → ${shown(screen, now)}`;
}

/** A figure as a cell shows it; lists by their length, and what few wrote as they wrote it. */
export function shown(screen: Screen, value: ChangedFigure['old']): string {
  if (value === null) return '–';
  if (Array.isArray(value) && value.length <= FEW && value.every(isListed)) {
    return value.map((one) => `${one.unit}: ${String(one.value)}`).join('; ');
  }
  if (Array.isArray(value)) return screen.say(`${value.length} mục`, `${value.length} items`);
  if (typeof value === 'object' && 'part' in value) return `${value.part}/${value.of}`;
  return String(value);
}

const FEW = 3;

/** An entry of a listed text or choice; a model is none. */
export function isListed(one: object): one is Listed {
  return 'unit' in one && 'value' in one;
}
