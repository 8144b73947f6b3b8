/** Adds to the plan of a command by which a person judges a unit who is of one line with his own. */
import { localDateOf } from '../calendar';
import { kinOf, type Actor, type Instant } from '../domain';
import type { PolicyBook } from './policy-book';

const JUDGING: readonly string[] = [
  'JudgeTask',
  'DecideCriticism',
  'NominateForCommendation',
  'ReturnDossier',
  'AppraiseNomination',
  'GiveOpinion',
  'DecideCommendation',
  'RefuseCommendation',
  'AppraiseRecognitionDossier',
  'ReturnRecognitionDossier',
  'DecideRecognition',
  'RevokeRecognition',
  'ClassifyUnit',
];

export function isJudging(type: string): boolean {
  return JUDGING.includes(type);
}

/** The plan as it was made where nobody is of the actor's line, or it is impossible. */
export function withKin(
  { type, actor }: { readonly type: string; readonly actor?: Actor },
  made: unknown,
  { book, at }: { readonly book: PolicyBook; readonly at: Instant },
): unknown {
  const unit = actor?.unit ?? null;
  if (unit === null || !isJudging(type)) return made;
  const plan = (made ?? {}) as object;
  if ('impossible' in plan) return made;
  const kin = kinOf(book.org, unit, localDateOf(book.calendar.zone, at));
  return kin.length === 0 ? made : { ...plan, kin };
}
