/**
 * A dossier beside the checklist of the norm: which items it answers wrongly, and which it does not fulfil. What the record
 * shows wins over an answer that contradicts it.
 */
import { refuse, type Refusal } from '../refusals';
import type { ChecklistItem } from './norm';
import { reaches } from './share';
import type { Answer, FailedItem, RecognitionSubject } from './types';

export type Failing = {
  readonly happened: readonly string[];
  readonly unfulfilled: readonly string[];
  readonly contradicted?: readonly string[];
  readonly failed?: readonly FailedItem[];
};

/** Longer ones stand in the norm alone: an entry is 60 KiB. */
const WORDS_HOLD = 8 * 1024;

export function failingOf(
  items: readonly ChecklistItem[],
  answers: readonly Answer[],
  subject: RecognitionSubject,
): Failing {
  const contradicted = items
    .filter((item) => contradicts(item, subject) && !failed(item, answers))
    .map(({ code }) => code);
  const failing = items.filter((it) => contradicted.includes(it.code) || failed(it, answers));
  const codes = (zeroTolerance: boolean) =>
    failing
      .filter(({ measure }) => (measure.kind === 'zeroTolerance') === zeroTolerance)
      .map(({ code }) => code);
  const words = failing.map(({ code: item, text }) => ({ item, text }));
  const inWords = JSON.stringify(words).length > WORDS_HOLD ? [] : words;
  return {
    happened: codes(true),
    unfulfilled: codes(false),
    ...(contradicted.length === 0 ? {} : { contradicted }),
    ...(inWords.length === 0 ? {} : { failed: inWords }),
  };
}

/** Registered after the window, whatever the dossier says of it. */
function contradicts({ shownBy }: ChecklistItem, { late }: RecognitionSubject): boolean {
  return shownBy === 'registration' && late === true;
}

export function refuseAnswers(answers: readonly Answer[], norm: string): Refusal | null {
  return answers.length === 0 ? null : refuse('recognition.checklist-not-held', { norm });
}

/** Each item that is the subject's is answered once, by its own measure; and nothing else is. */
export function refuseMismatch(
  answers: readonly Answer[],
  items: readonly ChecklistItem[],
): Refusal | null {
  const named = answers.map(({ item }) => item);
  const missing = items.map(({ code }) => code).filter((code) => !named.includes(code));
  if (missing.length > 0) return refuse('recognition.answers-missing', { items: missing });
  for (const [index, { item, answer }] of answers.entries()) {
    const measure = items.find(({ code }) => code === item)?.measure.kind;
    if (measure === undefined || named.indexOf(item) < index || answer.kind !== measure) {
      return refuse('recognition.answer-misplaced', { item });
    }
    if (answer.kind === 'share' && !isShare(answer)) {
      const problem = `${answer.reached}/${answer.of}`;
      return refuse('value.invalid', { field: item, problem });
    }
  }
  return null;
}

function isShare({ reached, of }: { reached: number; of: number }): boolean {
  return Number.isInteger(reached) && Number.isInteger(of) && reached >= 0 && reached <= of;
}

/** A share of nothing has no value: it fulfils nothing. */
function failed({ code, measure }: ChecklistItem, answers: readonly Answer[]): boolean {
  const given = answers.find(({ item }) => item === code)?.answer;
  switch (given?.kind) {
    case 'zeroTolerance':
      return given.happened;
    case 'fulfilled':
      return !given.fulfilled;
    case 'share': {
      const percent = measure.kind === 'share' ? measure.atLeastPercent : 0;
      const target = { comparator: '>=', basisPoints: 100 * percent } as const;
      return reaches(given.reached, given.of, target) !== true;
    }
    case undefined:
      return true;
  }
}
