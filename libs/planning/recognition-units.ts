/**
 * The units that a command about recognition meets: whether they are there on its day, who stands above the actor, whom
 * his unit has inherited, and of which level of the norm two bodies are between which the power is delegated.
 */
import {
  aboveOf,
  actingAt,
  superiorAt,
  unitAt,
  valueOf,
  type Actor,
  type DelegationPlan,
  type LocalDate,
  type OrgState,
  type RecognitionNorm,
} from '../domain';
import type { Impossible } from './impossible';
import type { RecognitionAsked } from './recognition-asked';
import { lastKindOf } from './recognition-power';

/** What is done with a subject that is registered goes on when the unit has ended: its heir stands for it. */
export const MEETS_ENDED: ReadonlySet<string> = new Set([
  'SubmitRecognitionDossier',
  'AppraiseRecognitionDossier',
  'ReturnRecognitionDossier',
  'DecideRecognition',
  'RevokeRecognition',
]);

export function subjectsOf({ data }: RecognitionAsked): string[] {
  const { unit, met = [], notMet = [], noDossier = [], units = [] } = data;
  const named = [unit, ...met, ...notMet.map((one) => one.unit), ...noDossier];
  return [...named, ...units.map((one) => one.unit)].filter((one) => one !== undefined);
}

/** Registered, and there on the day when something is done on it. */
export function refuseUnit(
  units: readonly string[],
  org: OrgState,
  date: LocalDate | null,
): Impossible | null {
  for (const unit of units) {
    const known = Object.hasOwn(org.units, unit) ? org.units[unit]! : null;
    if (known === null) return unknown(unit);
    if (date === null || unitAt(known, date) !== null) continue;
    return endedImpossible(org, unit, date) ?? unknown(unit);
  }
  return null;
}

/** Of a subject already there it is enough that it once was; whoever acts for a unit that has ended does not. */
export function refuseSubject(
  asked: RecognitionAsked,
  org: OrgState,
  date: LocalDate | null,
): Impossible | null {
  if (date === null || !MEETS_ENDED.has(asked.type)) return null;
  const there = subjectsOf(asked).filter((unit) => endedImpossible(org, unit, date) === null);
  const actor = asked.actor?.unit ?? null;
  return (
    refuseUnit(there, org, date) ?? (actor === null ? null : endedImpossible(org, actor, date))
  );
}

function unknown(unit: string): Impossible {
  return { impossible: 'unit.unknown', params: { unit } };
}

function endedImpossible(org: OrgState, unit: string, date: LocalDate): Impossible | null {
  const ended = Object.hasOwn(org.units, unit) ? org.units[unit]!.ended : null;
  if (ended === null || date < ended.on) return null;
  const successors = (ended.heir === undefined ? ended.successors : [ended.heir]).join(', ');
  return { impossible: 'unit.ended', params: { unit, on: ended.on, successors } };
}

/** At most so many levels: a circle would be refused where units are moved. */
const LEVELS = 20;

/** The actor's unit and those above it on the day, the lowest first. */
export function lineOf(actor: Actor | undefined, date: LocalDate, org: OrgState): string[] {
  const line: string[] = [];
  let unit = actor?.unit ?? null;
  while (unit !== null && line.length < LEVELS) {
    line.push(unit);
    unit = superiorAt(org, unit, date);
  }
  return line;
}

/** What a body, its standing body or whom it let decide does. */
const OF_THE_BODY: readonly string[] = [
  'AppraiseRecognitionDossier',
  'ReturnRecognitionDossier',
  'DecideRecognition',
  'RevokeRecognition',
];

/**
 * Ended units whose heir the actor's unit is, as far as they may matter: the subjects of the command, and where somebody
 * acts for the body, whatever ended since the year began: one of them may have been its standing body, or let decide.
 */
export function inheritedBy(
  asked: RecognitionAsked,
  { year, date }: { readonly year: number; readonly date: LocalDate },
  org: OrgState,
): { readonly inherits?: readonly string[] } {
  const unit = asked.actor?.unit ?? null;
  if (unit === null || !MEETS_ENDED.has(asked.type)) return {};
  // A dossier is handed in by the heir itself; whoever judges must not stand under the heir of whom he judges.
  const heirs = asked.type === 'SubmitRecognitionDossier' ? [unit] : lineOf(asked.actor, date, org);
  const subjects = subjectsOf(asked).filter((one) => goesTo(org, one, date, heirs));
  const since = OF_THE_BODY.includes(asked.type) ? endedSince(org, `${year}-01-01`) : [];
  const standing = since.filter((one) => goesTo(org, one, date, [unit]));
  const inherits = [...new Set([...subjects, ...standing])];
  return inherits.length === 0 ? {} : { inherits };
}

/** Who stands above the subject that somebody registers, or whose dossier he hands in. */
export function aboveSubject(
  { type, data: { unit } }: RecognitionAsked,
  date: LocalDate,
  org: OrgState,
): { readonly above?: readonly string[] } {
  const handsIn = type === 'RegisterForRecognition' || type === 'SubmitRecognitionDossier';
  return handsIn && unit !== undefined ? { above: aboveOf(org, unit, date) } : {};
}

/** Of a body that has ended, who goes on with the year; of one that is there, or has no heir yet, nobody. */
export function heirOfBody(
  { type }: RecognitionAsked,
  { authority, date }: { readonly authority: string; readonly date: LocalDate },
  org: OrgState,
): string | null {
  if (!MEETS_ENDED.has(type)) return null;
  const acting = actingAt(org, authority, date);
  return acting === authority ? null : acting;
}

function goesTo(org: OrgState, unit: string, date: LocalDate, heirs: readonly string[]): boolean {
  const acting = actingAt(org, unit, date);
  return acting !== null && acting !== unit && heirs.includes(acting);
}

function endedSince({ units }: OrgState, from: LocalDate): string[] {
  const ended = Object.values(units).filter((one) => one.ended !== null && one.ended.on >= from);
  return ended.map(({ id }) => id).sort();
}

type Asking = { readonly authority: string; readonly to: string; readonly date: LocalDate };

/** A body whose kind is of no level of the norm in force has no power to give or to take: since 2025, a district. */
export function delegationOf(
  { authority, to, date }: Asking,
  norm: RecognitionNorm,
  org: OrgState,
): DelegationPlan {
  const allowed = valueOf(norm.oneLevelDelegation) ?? null;
  const above = superiorAt(org, to, date);
  const levels = valueOf(norm.levels) ?? [];
  const codes = levels.map(({ code }) => code);
  const placeOf = (unit: string) => {
    const kind = lastKindOf(org, unit);
    return { unit, kind, at: levels.findIndex((it) => it.unitKinds?.includes(kind)) };
  };
  const judged = levels.some(({ unitKinds }) => unitKinds !== undefined);
  const [upper, lower] = [placeOf(authority), placeOf(to)];
  const none = judged ? [upper, lower].find(({ at }) => at < 0) : undefined;
  return {
    allowed,
    oneLevel: above === authority && (!judged || upper.at - lower.at === 1),
    ...(none === undefined ? {} : { noLevel: { unit: none.unit, kind: none.kind, levels: codes } }),
  };
}

/** Whose level the norm has abolished is refused by the norm, and not because it has ended as well. */
export function refuseDelegate(
  { data: { to = '' } }: RecognitionAsked,
  { noLevel }: DelegationPlan,
  org: OrgState,
  date: LocalDate,
): Impossible | null {
  const known = Object.hasOwn(org.units, to);
  return known && noLevel !== undefined ? null : refuseUnit([to], org, date);
}
