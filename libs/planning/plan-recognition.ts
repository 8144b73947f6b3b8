/**
 * What a command about recognition is decided by: the norm in force on the day it speaks of, the days that the norm makes
 * of the year, and the actor's unit with those above it. A norm used before its date comes as an assumption.
 */
import { localDateOf } from '../calendar';
import {
  aboveOf,
  parseRecognitionStream,
  utf8Length,
  valueOf,
  type ClassificationPlan,
  type Instant,
  type LocalDate,
  type RecognitionNorm,
  type RecognitionPlan,
} from '../domain';
import type { Impossible } from './impossible';
import { policyInForce, policyName, type PolicyBook, type PolicyQuestion } from './policy-book';
import type { RecognitionAsked, RecognitionFound } from './recognition-asked';
import { daysOf, type NormYear, type Use } from './recognition-days';
import { kindsOf } from './recognition-kinds';
import { powerOf } from './recognition-power';
import {
  aboveSubject,
  delegationOf,
  heirOfBody,
  refuseDelegate,
  inheritedBy,
  lineOf,
  MEETS_ENDED,
  refuseSubject,
  refuseUnit,
  subjectsOf,
} from './recognition-units';

/** The kind of document for which a policy on recognition may be scoped. */
const DOCUMENT_TYPE = 'recognition';

/** These tell what is known of a year: their norm is the one at its end. */
const OF_THE_YEAR: readonly string[] = ['RecordRecognitionResult', 'SetRecognitionTarget'];

export function planRecognition(
  asked: RecognitionAsked,
  at: Instant,
  book: PolicyBook,
  found: RecognitionFound = {},
): RecognitionPlan | ClassificationPlan | Impossible {
  const { authority, year } = parseRecognitionStream(asked.stream)!;
  const today = localDateOf(book.calendar.zone, at);
  const told = OF_THE_YEAR.includes(asked.type);
  const date = told ? `${year}-12-31` : (asked.data.date ?? today);
  if (!told && date > today) {
    return { impossible: 'recognition.not-yet', params: { date, today } };
  }
  const early = refuseNotBegun(asked, year, today) ?? refuseUnknownDirective(asked, found);
  if (early !== null) return early;
  const day = enteredByItself(asked) ? today : date;
  const heir = heirOfBody(asked, { authority, date }, book.org);
  const units = [
    ...(heir === null ? [authority] : []),
    ...unitsOf(asked),
    ...(MEETS_ENDED.has(asked.type) ? [] : subjectsOf(asked)),
  ];
  const fault =
    refuseUnit(units, book.org, told ? null : day) ??
    refuseSubject(asked, book.org, told ? null : date);
  if (fault !== null) return fault;
  const question = { issuer: authority, documentType: DOCUMENT_TYPE, date: day };
  if (told) return planTold(asked, { year, question, at, today }, book);
  return asked.type === 'ClassifyUnit'
    ? planClassification(asked, question, book)
    : planUnderNorm(asked, { year, question, at }, book);
}

/** What a unit says of its own day of registration moves no rule: it is judged by the day of the entry. */
function enteredByItself({ type, data, actor }: RecognitionAsked): boolean {
  return type === 'RegisterForRecognition' && data.unit !== undefined && data.unit === actor?.unit;
}

/** A target may be of a year ahead; a result is of one that has begun. */
function refuseNotBegun({ type }: RecognitionAsked, year: number, today: LocalDate) {
  const first = `${year}-01-01`;
  if (type !== 'RecordRecognitionResult' || first <= today) return null;
  return { impossible: 'recognition.year-not-begun', params: { year: String(year), today } };
}

function refuseUnknownDirective({ data }: RecognitionAsked, { directiveKnown }: RecognitionFound) {
  if (directiveKnown !== false) return null;
  return { impossible: 'directive.unknown', params: { directive: data.directive ?? '' } };
}

type Told = {
  readonly year: number;
  readonly question: PolicyQuestion;
  readonly at: Instant;
  readonly today: LocalDate;
};

/** With whose it is to tell: who stands above the body today. */
function planTold(
  asked: RecognitionAsked,
  { today, ...of }: Told,
  book: PolicyBook,
): RecognitionPlan | Impossible {
  const made = planUnderNorm(asked, of, book);
  if ('impossible' in made) return made;
  const { issuer: body } = of.question;
  return { ...made, remit: { above: { [body]: aboveOf(book.org, body, today) } } };
}

/** All but the subjects. */
function unitsOf({ type, data: { to, by, standingBody } }: RecognitionAsked): string[] {
  const named = [type === 'DelegateRecognition' ? null : to, by?.value, standingBody];
  return named.filter((one) => typeof one === 'string');
}

/** A level of another body is not this one's: only its own policy in force counts. */
function planClassification(
  { actor }: RecognitionAsked,
  question: PolicyQuestion,
  book: PolicyBook,
): ClassificationPlan | Impossible {
  const { issuer: authority, date } = question;
  const found = policyInForce(book, 'classification', question);
  if (found === null || found.assumption !== null) {
    return { impossible: 'classification.no-policy', params: { authority, date } };
  }
  const { policy } = found;
  const line = lineOf(actor, date, book.org);
  return { policy: policyName(policy), levels: policy.value.levels, line };
}

function planUnderNorm(
  asked: RecognitionAsked,
  { year, question, at }: { readonly year: number; readonly question: PolicyQuestion; at: Instant },
  book: PolicyBook,
): RecognitionPlan | Impossible {
  const { date, issuer: authority } = question;
  const heir = heirOfBody(asked, { authority, date }, book.org);
  const found = policyInForce(book, 'recognitionNorm', question);
  if (found === null) return { impossible: 'recognition.no-norm', params: { date } };
  const norm = found.policy.value;
  const name = { policy: policyName(found.policy), symbol: norm.symbol };
  const { parts, uses } = partsFor(asked, { norm, name, year, at }, question, book);
  const { delegation } = parts;
  const gone = delegation && refuseDelegate(asked, delegation, book.org, date);
  if (gone) return gone;
  const body = heir ?? authority;
  const kinds = kindsOf(asked, norm, book.org, date);
  const power = powerOf({ type: asked.type, body, norm, question }, book);
  return {
    norm: name,
    assumptions: [found, ...uses, power, kinds].flatMap((it) => it?.assumption ?? []),
    line: lineOf(asked.actor, date, book.org),
    ...aboveSubject(asked, date, book.org),
    ...(power?.noPower === undefined ? {} : { noPower: power.noPower }),
    ...(kinds?.misfit === undefined ? {} : { misfit: kinds.misfit }),
    ...inheritedBy(asked, { year, date }, book.org),
    ...(heir === null ? {} : { bodysHeir: heir }),
    ...parts,
  };
}

type Parts = {
  readonly parts: Omit<RecognitionPlan, 'norm' | 'line' | 'assumptions'>;
  readonly uses: readonly Use[];
};

/** As much of the norm as the command is decided by: it is recorded with every one. */
function partsFor(
  asked: RecognitionAsked,
  of: NormYear,
  question: PolicyQuestion,
  book: PolicyBook,
): Parts {
  const { norm } = of;
  switch (asked.type) {
    case 'SubmitRecognitionDossier':
      return { parts: { checklist: valueOf(norm.checklist) ?? null }, uses: [] };
    case 'DelegateRecognition': {
      const { issuer: authority, date } = question;
      const asking = { authority, to: asked.data.to ?? '', date };
      return { parts: { delegation: delegationOf(asking, norm, book.org) }, uses: [] };
    }
    case 'ReturnRecognitionDossier': {
      const { assessments, uses } = daysOf(of, question, book);
      return { parts: { assessments }, uses };
    }
    case 'CallForRegistration': {
      const { decisions, deadlines, uses } = daysOf(of, question, book);
      const kinds = decisions?.map(({ kind }) => kind) ?? null;
      const called = asked.data.units?.map(({ kind }) => kind) ?? [];
      const own = deadlines.filter((one) => one.kinds.some((kind) => called.includes(kind)));
      return { parts: { kinds, deadlines: own }, uses };
    }
    case 'RegisterForRecognition': {
      const { registration, decisions, deadlines, uses } = daysOf(of, question, book);
      const kinds = decisions?.map(({ kind }) => kind) ?? null;
      const excluded = valueOf(norm.excluded) ?? null;
      const own = deadlines.filter((one) => one.kinds.some((kind) => kind === asked.data.kind));
      return { parts: { registration, kinds, excluded, deadlines: own }, uses };
    }
    case 'DecideRecognition': {
      const { decisions, uses } = daysOf(of, question, book);
      return { parts: { decisions, ...wordsOf(norm) }, uses };
    }
    default:
      return { parts: {}, uses: [] };
  }
}

/** Beside the longest decision an entry has room for so many bytes of words. */
const WORDS_HOLD = 4 * 1024;

function wordsOf({ checklist }: RecognitionNorm): Pick<RecognitionPlan, 'words'> {
  const items = valueOf(checklist) ?? [];
  const words = Object.fromEntries(items.map(({ code, text }) => [code, text]));
  const bytes = utf8Length(JSON.stringify(words));
  return items.length === 0 || bytes > WORDS_HOLD ? {} : { words };
}
