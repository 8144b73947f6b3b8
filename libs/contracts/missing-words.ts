/** What keeps a round from being opened, in words: values that nobody stated or decided, and what is not on record. */
import type { Text } from '../domain';
import { DUTY_VALUE } from './words';

const say = (vi: string, en: string): Text => ({ vi, en });

const MISSING: { readonly [code: string]: Text } = {
  ...DUTY_VALUE,
  via: say('gửi qua ai', 'through whom'),
  monitoringBody: say('cơ quan theo dõi, đôn đốc', 'monitoring body'),
  duty: say('nghĩa vụ', 'such a duty'),
  units: say('đơn vị nào thuộc diện thực hiện', 'unit that owes it'),
  'due.toCome': say('thời hạn sau lúc mở đợt', 'due time after its opening'),
  'policy.ladder': say('quy định về nhắc, đôn đốc', 'policy for reminders and urging'),
  'policy.opening': say('quy định về ngày mở đợt', 'policy for the opening of rounds'),
  'policy.dueHour': say('quy định về giờ hết hạn', 'policy for the hour at which it is due'),
  'policy.rolling': say(
    'quy định khi hạn rơi vào ngày nghỉ',
    'policy for due days that are days off',
  ),
  'policy.bound': say('quy định hiểu chữ «trước ngày»', 'policy for how «before a day» is read'),
  'policy.closing': say('quy định về ngày chốt số liệu', 'policy for the closing of periods'),
};

export function missingInWords(code: string): Text {
  return Object.hasOwn(MISSING, code) ? MISSING[code]! : say(code, code);
}

/** Not a value of the text: nothing on record fits. */
export function isOnRecord(code: string): boolean {
  return ['duty', 'units', 'due.toCome'].includes(code) || code.startsWith('policy.');
}
