/** What a norm of recognition and a classification must be to be usable: a fault names its place in the value. */
import { valueOf } from '../kernel';
import { isLocalDate } from '../local-date';
import type { Classification, MonthDay, RecognitionNorm } from '../recognition/norm';
import { isBlank } from '../spelling';

export type Problem = { readonly place: string; readonly problem: string };

export function problemOfNorm(norm: RecognitionNorm): Problem | null {
  if (isBlank(norm.symbol)) return at('symbol', 'empty');
  const rules = valueOf(norm.subjects) ?? [];
  for (const [index, { assessment, decisionBefore }] of rules.entries()) {
    const place = `subjects[${index}]`;
    if (![assessment.from, assessment.to, decisionBefore].every(isMonthDay)) {
      return at(place, 'not-a-day');
    }
  }
  const registration = valueOf(norm.registration);
  if (registration && !(isMonthDay(registration.from) && isMonthDay(registration.to))) {
    return at('registration', 'not-a-day');
  }
  const kinds = doubled(rules.map(({ kind }) => kind));
  if (kinds >= 0) return at(`subjects[${kinds}].kind`, 'double');
  return problemOfChecklist(norm);
}

function problemOfChecklist({ checklist, levels }: RecognitionNorm): Problem | null {
  const items = valueOf(checklist) ?? [];
  const double = doubled(items.map(({ code }) => code));
  if (double >= 0) return at(`checklist[${double}].code`, 'double');
  for (const [index, { code, measure }] of items.entries()) {
    if (isBlank(code)) return at(`checklist[${index}].code`, 'id');
    if (measure.kind !== 'share') continue;
    const { atLeastPercent: percent } = measure;
    if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
      return at(`checklist[${index}].measure`, 'not-whole');
    }
  }
  const level = doubled((valueOf(levels) ?? []).map(({ code }) => code));
  return level >= 0 ? at(`levels[${level}].code`, 'double') : null;
}

export function problemOfClassification({ levels }: Classification): Problem | null {
  if (levels.length === 0) return at('levels', 'empty');
  const double = doubled(levels.map(({ code }) => code));
  return double >= 0 ? at(`levels[${double}].code`, 'double') : null;
}

/** Of every year: 29 February is not. */
function isMonthDay(day: MonthDay): boolean {
  return isLocalDate(`2015-${day}`);
}

function doubled(codes: readonly string[]): number {
  return codes.findIndex((code, index) => codes.indexOf(code) < index);
}

function at(place: string, problem: string): Problem {
  return { place: `value.${place}`, problem };
}
