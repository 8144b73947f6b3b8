/**
 * Where an obligation stands: one of the four official buckets (QĐ 42/2014/QĐ-TTg, QĐ 23/2018/QĐ-TTg), or
 * outside them. Derived from due time, effective time, acceptance and now; never typed in, always exactly one.
 */
import type { Instant } from '../kernel';
import type { Obligation, RoundState, RoundStatus, Schedule, Standing, Submission } from './types';

/** Every place an obligation can stand in, in the order in which they are told. */
export const STANDINGS = [
  'doneOnTime',
  'doneLate',
  'openOnTime',
  'openLate',
  'noDueDate',
  'waived',
  'notApplicable',
  'suspended',
  'cancelled',
] as const satisfies readonly Standing[];

/**
 * Exactly at the due instant is in time. The submission finally accepted decides; one that still waits for
 * acceptance is unfinished, late or not by when it was handed in; a returned one counts as not there.
 */
export function standingOf(
  obligation: Obligation,
  schedules: { readonly [id: string]: Schedule },
  roundStatus: RoundStatus,
  now: Instant,
): Standing {
  const { status } = obligation;
  if (status === 'waived' || status === 'notApplicable' || status === 'cancelled') return status;
  if (status !== 'accepted' && roundStatus === 'cancelled') return 'cancelled';
  if (status !== 'accepted' && roundStatus === 'suspended') return 'suspended';
  const dueAt = schedules[obligation.schedule]?.dueAt;
  if (dueAt === undefined) return 'noDueDate';
  const decides = decidingSubmission(obligation)?.effectiveAt ?? now;
  const inTime = decides <= dueAt;
  if (status === 'accepted') return inTime ? 'doneOnTime' : 'doneLate';
  return inTime ? 'openOnTime' : 'openLate';
}

/** The submission by which timeliness is judged: the accepted one, else the one that waits; null when none. */
export function decidingSubmission(obligation: Obligation): Submission | null {
  const { status, submissions, acceptedSubmission } = obligation;
  if (status === 'accepted') {
    return submissions.find(({ ordinal }) => ordinal === acceptedSubmission) ?? null;
  }
  return status === 'submitted' ? (submissions.at(-1) ?? null) : null;
}

/** Units from which nothing waits and nothing is accepted: who has not submitted. */
export function missingUnits(state: RoundState): readonly string[] {
  return Object.values(state.obligations)
    .filter(({ status }) => status === 'open' || status === 'returned' || status === 'refused')
    .map(({ unit }) => unit);
}
