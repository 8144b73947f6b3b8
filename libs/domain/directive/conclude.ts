/**
 * Concluding a directive: what is open is closed with a reason for each duty, what stays owed is told once the last round
 * is closed, and the clock of the archive starts: the file of the work goes to the agency's archive within the time
 * that the policy in force gives (Decree 30/2020/NĐ-CP Art 29–31; Archive Law 33/2024/QH15).
 */
import { accept, isInstant, type Decision, type Instant } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseImpossible } from './check-plan';
import { openShards } from './state';
import type { ArchiveClock, DirectiveEvent, DirectiveState } from './types';

export function concludeDirective(
  state: DirectiveState,
  command: Of<'ConcludeDirective'>,
): Decision<DirectiveEvent> {
  const { reason, reasons = [], review = null, document = null } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseImpossible(command) ??
    refuseReasons(state, reasons) ??
    refuseReview(state, review);
  if (refused) return refused;
  const archive = command.plan?.archive ?? null;
  const fault = archive === null ? null : refuseArchive(archive, command.effectiveAt);
  if (fault) return fault;
  const shards = openShards(state);
  const concluded: DirectiveEvent = {
    type: 'DirectiveConcluded',
    data: { reason, reasons, review, document, shards, archive, reviews: reviewsOf(state) },
  };
  return shards.length > 0 ? accept(concluded) : accept(concluded, owedAfter(state));
}

/** What no unit has done in the rounds that are closed; the units themselves stand in each closing. */
export function owedAfter({ rounds }: DirectiveState): DirectiveEvent {
  const owed = Object.values(rounds).flatMap(({ duty, period, shards }) => {
    const units = shards.reduce((sum, { unfinished = [] }) => sum + unfinished.length, 0);
    return units === 0 ? [] : [{ duty, period, units }];
  });
  const obligations = owed.reduce((sum, { units }) => sum + units, 0);
  return { type: 'OwedAfterConclusion', data: { rounds: owed, obligations } };
}

export function handToArchive(
  state: DirectiveState,
  command: Of<'HandToArchive'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command) ?? refuseBlank(command.data.reason, 'reason');
  if (refused) return refused;
  if (state.archive?.handedAt)
    return refuse('archive.handed-already', { at: state.archive.handedAt });
  return accept({ type: 'HandedToArchive', data: command.data });
}

/** The reminder first, then the last day; null when the file is handed over or nothing is planned. */
export function nextArchiveWakeup({ status, archive }: DirectiveState): Instant | null {
  if (status !== 'concluded' || archive?.clock == null || archive.handedAt !== null) return null;
  if (!archive.reminded) return archive.clock.remindAt;
  return archive.fellDue ? null : archive.clock.dueAt;
}

export function archiveWakeup(state: DirectiveState): DirectiveEvent {
  const { clock, reminded } = state.archive!;
  const stage = reminded ? ('due' as const) : ('reminder' as const);
  return { type: 'ArchiveDue', data: { stage, dueOn: clock!.dueOn, source: clock!.source } };
}

/** The reviews that hear of a directive's end. */
export function reviewsOf({ reviews }: DirectiveState): readonly number[] {
  return reviews.map(({ n }) => n);
}

function refuseReasons(
  { duties }: DirectiveState,
  reasons: readonly { readonly duty: string; readonly reason: string }[],
): Refusal | null {
  for (const { duty, reason } of reasons) {
    if (!Object.hasOwn(duties, duty)) return refuse('duty.unknown', { duty });
    const blank = refuseBlank(reason, `reasons.${duty}`);
    if (blank) return blank;
  }
  return null;
}

/** Tổng kết concludes, sơ kết does not; and not before it has come to its own conclusions. */
function refuseReview({ reviews }: DirectiveState, n: number | null): Refusal | null {
  if (n === null) return null;
  const review = reviews.find((one) => one.n === n);
  if (review === undefined) return refuse('review.unknown', { review: n });
  if (review.kind !== 'final') return refuse('review.not-final', { review: n });
  return review.concluded ? null : refuse('review.not-concluded', { review: n });
}

function refuseArchive({ dueOn, dueAt, remindAt }: ArchiveClock, at: Instant): Refusal | null {
  const found = [remindAt, dueAt].find((instant) => !isInstant(instant));
  if (found !== undefined) return refuse('plan.invalid', { place: 'archive', found });
  if (!isLocalDate(dueOn)) return refuse('plan.invalid', { place: 'archive.dueOn', found: dueOn });
  const inOrder = at < remindAt && remindAt <= dueAt;
  return inOrder ? null : refuse('plan.invalid', { place: 'archive.remindAt', found: remindAt });
}
