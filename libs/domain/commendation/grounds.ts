/**
 * The grounds of a nomination: each is on record, none is an award that may not carry it, and a thematic one comes in time.
 * What the record held stands on the command, so that deciding it again years later gives the same.
 */
import { isLocalDate } from '../local-date';
import { refuse, type Refusal } from '../refusals';
import type { CommendationStatus, FoundEvidence, Nomination, Subject, ThematicRule } from './types';

/** From the decision on, and as a source tells it; what was refused, withdrawn or revoked is no award. */
const AWARDED: readonly string[] = [
  'decided',
  'awarded',
  'madeKnown',
  'reported',
] satisfies readonly CommendationStatus[];

/** @param found what the record held of each, in the order of the nomination; empty: nobody looked */
export function refuseEvidence(
  { evidence, subjects }: Nomination,
  found: readonly FoundEvidence[],
): Refusal | null {
  for (const [index, { known, award, recognition }] of found.entries()) {
    const { kind, ref } = evidence[index]!;
    const place = `evidence[${index}]`;
    if (!known) {
      return refuse('commendation.evidence-unknown', { place, kind: `evidence.${kind}`, ref });
    }
    if (award !== null && !AWARDED.includes(award.status)) {
      const status = `commendation.${award.status}`;
      return refuse('commendation.evidence-no-award', { place, ref, status });
    }
    if (recognition === undefined) continue;
    if (recognition.status !== 'met') {
      const status = `recognition.${recognition.status}`;
      return refuse('commendation.evidence-no-recognition', { place, ref, status });
    }
    const { unit } = recognition;
    if (!mayBeOf(subjects, unit)) {
      return refuse('commendation.evidence-of-another', { place, ref, unit });
    }
  }
  return null;
}

/** Of whom no unit is known, the record does not say that it is another's. */
function mayBeOf(subjects: readonly Subject[], unit: string): boolean {
  return subjects.some((one) => {
    if (one.kind === 'aggregate') return true;
    return one.unit === null || one.unit === unit;
  });
}

/**
 * Results of thematic or unplanned awards are no basis for an award by merit (Decree 152/2025, principles). How one was won
 * is what its own record says; only where that is silent, what the nominator says.
 */
export function refuseGrounds(
  { merit, evidence }: Nomination,
  found: readonly FoundEvidence[],
): Refusal | null {
  if (merit !== 'regular') return null;
  for (const [index, { kind, ref, merit: told }] of evidence.entries()) {
    const won = found[index]?.award?.merit ?? told;
    if (kind === 'award' && won !== 'regular') {
      return refuse('commendation.thematic-basis', { evidence: ref, merit: won });
    }
  }
  return null;
}

export function refuseAchievedOn({ achievedOn = null }: Nomination): Refusal | null {
  return achievedOn === null || isLocalDate(achievedOn)
    ? null
    : refuse('date.invalid', { date: achievedOn });
}

export function isLate(rule: ThematicRule | null): boolean {
  return rule !== null && rule.last !== null && rule.today > rule.last;
}

/** Decree 152/2025: the dossier of a thematic award within 45 days of the achievement, where a policy in force says so. */
export function refuseLate(rule: ThematicRule | null): Refusal | null {
  if (rule === null) return null;
  const { calendarDays, last, today, policy, source, late } = rule;
  const said = { days: calendarDays, rule: `${source} [${policy}]` };
  if (last === null) return refuse('commendation.achieved-when', said);
  return isLate(rule) && late === 'refuse'
    ? refuse('commendation.thematic-late', { ...said, last, today })
    : null;
}
