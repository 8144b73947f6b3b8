/**
 * Which body may recognise: one of a level that the norm in force names. Where our copy of that norm names none, the levels
 * of the next norm that does are taken, and where no norm does, a body under which nobody stands has none; either is listed.
 */
import {
  superiorAt,
  valueOf,
  type Assumption,
  type BodyWithoutPower,
  type DecidingLevel,
  type LocalDate,
  type OrgState,
  type RecognitionNorm,
} from '../domain';
import { policyName, type PolicyBook, type PolicyQuestion } from './policy-book';

/** What only a body with the power begins or ends; what it has begun is handed in and appraised as it goes. */
const NEEDS_POWER: readonly string[] = [
  'CallForRegistration',
  'RegisterForRecognition',
  'DecideRecognition',
];

export type Power = {
  readonly noPower?: BodyWithoutPower;
  readonly assumption: Assumption | null;
};

export type PowerQuestion = {
  readonly type: string;
  /** Whose people act: the body of the year, or its heir. */
  readonly body: string;
  readonly norm: RecognitionNorm;
  readonly question: PolicyQuestion;
};

export function powerOf(
  { type, body, norm, question }: PowerQuestion,
  book: PolicyBook,
): Power | null {
  if (!NEEDS_POWER.includes(type)) return null;
  const kind = lastKindOf(book.org, body);
  const own = levelsOf(norm);
  if (own !== null) return { ...judged(body, kind, own), assumption: null };
  const next = nextLevels(book, question);
  if (next !== null) {
    return { ...judged(body, kind, next.levels), assumption: ofNext(norm, next) };
  }
  const over = hasUnder(book.org, body, question.date);
  const noPower = { unit: body, kind, levels: [] };
  return { ...(over ? {} : { noPower }), assumption: ofNobody(norm) };
}

/** Also of a unit that has ended: that is how a district is told. */
export function lastKindOf(org: OrgState, unit: string): string {
  return (Object.hasOwn(org.units, unit) ? org.units[unit]!.kinds.at(-1)?.value : null) ?? '';
}

/** Null where our copy does not tell which units are of a level. */
function levelsOf({ levels }: RecognitionNorm): readonly DecidingLevel[] | null {
  const known = valueOf(levels) ?? [];
  return known.some(({ unitKinds }) => unitKinds !== undefined) ? known : null;
}

function judged(unit: string, kind: string, levels: readonly DecidingLevel[]) {
  const known = levels.some(({ unitKinds }) => unitKinds?.includes(kind));
  return known ? {} : { noPower: { unit, kind, levels: levels.map(({ code }) => code) } };
}

type Next = {
  readonly levels: readonly DecidingLevel[];
  readonly policy: string;
  readonly symbol: string;
};

/** Of the norms that come later, the earliest that names its levels. */
function nextLevels({ policies }: PolicyBook, { issuer, date }: PolicyQuestion): Next | null {
  const later = policies.flatMap((policy) => {
    const { value, from, scope } = policy;
    const covers = scope.issuer === null || scope.issuer === issuer;
    if (value.kind !== 'recognitionNorm' || from <= date || !covers) return [];
    const levels = levelsOf(value);
    return levels === null
      ? []
      : [{ from, levels, policy: policyName(policy), symbol: value.symbol }];
  });
  return later.sort((a, b) => (a.from < b.from ? -1 : 1))[0] ?? null;
}

function hasUnder(org: OrgState, body: string, date: LocalDate): boolean {
  return Object.keys(org.units).some((unit) => superiorAt(org, unit, date) === body);
}

function ofNext({ symbol: norm }: RecognitionNorm, { policy, symbol }: Next): Assumption {
  return {
    code: 'recognition.levels-of-the-next-norm',
    policy,
    source: `Bản lưu không có các cấp công nhận của ${norm}`,
    text: {
      vi: `Cấp có thẩm quyền công nhận theo ${norm} lấy như ${symbol} quy định`,
      en: `Which levels decide under ${norm} is taken to be as ${symbol} has it`,
    },
  };
}

function ofNobody({ symbol: norm }: RecognitionNorm): Assumption {
  return {
    code: 'recognition.levels-not-in-copy',
    policy: null,
    source: `Bản lưu không có các cấp công nhận của ${norm}`,
    text: {
      vi: `Cơ quan nào có đơn vị trực thuộc thì coi là có thẩm quyền công nhận theo ${norm}`,
      en: `Any body under which units stand is taken to decide under ${norm}`,
    },
  };
}
