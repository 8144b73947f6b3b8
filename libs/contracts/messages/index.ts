/** Every code that a person may be shown, with its status and its words; a test finds codes that have none. */
import { CONTENT } from './content';
import { DIRECTIVE } from './directive';
import { EVIDENCE } from './evidence';
import { FIELD } from './field';
import { interpolate, type Message, type Params, type UnitNames } from './message';
import { REQUEST } from './request';
import { ROUND } from './round';
import { TRANSPARENCY } from './transparency';
import { TRAVEL } from './travel';
import type { Text } from '../../domain';

export { publicParams, unitsIn, type Message, type Params, type UnitNames } from './message';

export const MESSAGES = {
  ...REQUEST,
  ...CONTENT,
  ...FIELD,
  ...DIRECTIVE,
  ...ROUND,
  ...TRANSPARENCY,
  ...EVIDENCE,
  ...TRAVEL,
};

export type ProblemCode = keyof typeof MESSAGES;

/** The message of a code; one that has none (a defect of ours) is said plainly, with its code. */
export function messageOf(code: string, params: Params = {}, names: UnitNames = {}): Message {
  const found = Object.hasOwn(MESSAGES, code) ? MESSAGES[code as ProblemCode] : undefined;
  if (found === undefined) return { status: 422, title: unnamed(code), next: ASK };
  return {
    status: found.status,
    title: interpolate(found.title, params, names),
    next: interpolate(found.next, params, names),
  };
}

const unnamed = (code: string): Text => ({
  vi: `Không thực hiện được (${code})`,
  en: `This was refused (${code})`,
});

const ASK: Text = { vi: 'Báo người vận hành, kèm mã lỗi.', en: 'Tell the operator this code.' };
