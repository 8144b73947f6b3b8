/** A value of a field as a person reads it: words for what has words, local time for instants, the rest as it stands. */
import {
  CONCLUSION_STATUS,
  DIRECTIVE_STATUS,
  OBLIGATION_STATUS,
  REVIEW_STATUS,
  ROUND_STATUS,
  TASK_JUDGEMENT,
} from '../../../libs/contracts';
import type { Graded, Text } from '../../../libs/domain';
import type { Difference, DifferenceKind, LongText } from '../../../libs/readmodel';
import type { Screen } from '../screen';

type WordsOf = { readonly [value: string]: Text };

const RUNG_STATE: WordsOf = {
  planned: { vi: 'chưa đến', en: 'to come' },
  reached: { vi: 'đã đến', en: 'reached' },
  held: { vi: 'tạm giữ', en: 'held' },
  dropped: { vi: 'bỏ', en: 'dropped' },
};

const STATUS: { readonly [K in DifferenceKind]?: WordsOf } = {
  directive: DIRECTIVE_STATUS,
  round: { ...ROUND_STATUS, notConvened: { vi: 'chưa mở được', en: 'could not be convened' } },
  obligation: OBLIGATION_STATUS,
  review: REVIEW_STATUS,
  conclusion: CONCLUSION_STATUS,
};

const LONGEST = 160;

export function valueText(
  screen: Screen,
  { kind, field }: Pick<Difference, 'kind' | 'field'>,
  value: unknown,
): string {
  if (value === null || value === undefined) return screen.say('(không)', '(none)');
  const words = wordsOf(kind, field);
  if (typeof value === 'string') {
    return words && Object.hasOwn(words, value) ? screen.text(words[value]) : screen.time(value);
  }
  if (typeof value === 'boolean')
    return value ? screen.say('có', 'yes') : screen.say('không', 'no');
  if (isLong(value)) {
    const { begins, length, sha256 } = value;
    const size = screen.say(`${length} ký tự`, `${length} characters`);
    return `“${begins}…” (${size}, SHA-256 ${sha256.slice(0, 12)}…)`;
  }
  return short(structured(screen, value));
}

function isLong(value: unknown): value is LongText {
  return typeof value === 'object' && value !== null && 'begins' in value;
}

function wordsOf(kind: DifferenceKind, field: string): WordsOf | undefined {
  if (field === 'round_status') return ROUND_STATUS;
  if (field === 'state') return RUNG_STATE;
  if (field === 'judgement') return TASK_JUDGEMENT;
  return field === 'status' ? STATUS[kind] : undefined;
}

function structured(screen: Screen, value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) {
    return value.length === 0
      ? screen.say('(không có)', '(none)')
      : value.map((it) => structured(screen, it)).join('; ');
  }
  if ('vi' in value) return screen.text(value as Text);
  if ('grade' in value) {
    return screen.graded(value as Graded<unknown>, (inner) => structured(screen, inner));
  }
  return JSON.stringify(value);
}

function short(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
