/** What a text does not state and what our copy lost: shown as such, several tasks alike on one line. */
import { DUTY_VALUE, GRADE } from '../../../libs/contracts';
import type { NotStated } from '../../../libs/readmodel';
import type { Screen, Words } from '../screen';

const FIELDS: Readonly<Record<string, Words>> = {
  symbol: ['ký hiệu', 'symbol'],
  date: ['ngày', 'date'],
  abstract: ['trích yếu', 'subject'],
  signer: ['người ký', 'signer'],
  urgency: ['độ khẩn', 'urgency'],
  recipients: ['nơi nhận', 'recipients'],
  monitoringBody: ['cơ quan theo dõi, đôn đốc', 'monitoring body'],
  lead: ['cơ quan chủ trì', 'lead agency'],
  coordinators: ['cơ quan phối hợp', 'coordinating agencies'],
  via: ['đầu mối chuyển', 'channel'],
  owes: [DUTY_VALUE.owes.vi, DUTY_VALUE.owes.en],
  to: [DUTY_VALUE.to.vi, DUTY_VALUE.to.en],
  cadence: [DUTY_VALUE.cadence.vi, DUTY_VALUE.cadence.en],
  due: [DUTY_VALUE.due.vi, DUTY_VALUE.due.en],
  anchor: [DUTY_VALUE.anchor.vi, DUTY_VALUE.anchor.en],
};

export function silences(screen: Screen, it: { readonly notStated: readonly NotStated[] }): void {
  screen.heading('Văn bản không nêu, bản lưu không có', 'Not stated, not in our copy');
  screen.table(
    [
      ['Điều gì', 'What'],
      ['Vì sao trống', 'Why it is empty'],
      ['Ghi chú', 'Note'],
    ],
    alike(it.notStated).map(({ where, grade, note }) => [
      whereText(screen, where),
      GRADE[grade][screen.lang],
      note ?? '',
    ]),
  );
}

type Silence = Omit<NotStated, 'where'> & { readonly where: readonly string[] };

/** The same field of several tasks, silent for the same reason, is one line. */
function alike(rows: readonly NotStated[]): Silence[] {
  const groups = new Map<string, Silence>();
  for (const { where, grade, note } of rows) {
    const field = where.split('.').at(-1);
    const key = where.startsWith('task.') ? `task ${field} ${grade} ${note}` : where;
    const before = groups.get(key);
    groups.set(key, { where: [...(before?.where ?? []), where], grade, note });
  }
  return [...groups.values()];
}

/** `draft.signer`, `duty.report.due`, `task.2.lead` (a task's key may have points of its own). */
function whereText(screen: Screen, places: readonly string[]): string {
  const [kind] = places[0]!.split('.');
  const field = fieldText(screen, places[0]!);
  if (kind === 'draft') return field;
  const names = places.map((place) => place.split('.').slice(1, -1).join('.')).join(', ');
  return kind === 'task'
    ? `${screen.say('nhiệm vụ', 'task')} ${names}: ${field}`
    : `${screen.say('nghĩa vụ', 'duty')} ${names}: ${field}`;
}

function fieldText(screen: Screen, where: string): string {
  const field = where.split('.').at(-1)!;
  return Object.hasOwn(FIELDS, field) ? screen.say(...FIELDS[field]!) : field;
}
