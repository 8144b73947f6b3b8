/** What a run waits for, in plain words, for Temporal's own screen. */
import {
  kindOfStream,
  type DirectiveState,
  type Instant,
  type ReviewState,
  type CommendationState,
  type RecognitionState,
  type RoundState,
} from '../libs/domain';

/** `T-7 reminder at 2018-12-07T01:00:00.000Z, 12 of 27 outstanding (Báo cáo năm 2018)`. */
export function describe(stream: string, state: unknown, nextAt: Instant | null): string {
  const kind = kindOfStream(stream);
  if (kind === 'round') return describeRound(state as RoundState, nextAt);
  if (kind === 'directive') return describeDirective(state as DirectiveState, nextAt);
  if (kind === 'review') return describeReview(state as ReviewState, nextAt);
  if (kind === 'recognition') return describeRecognition(state as RecognitionState, nextAt);
  if (kind === 'commendation') return describeCommendation(state as CommendationState, nextAt);
  return nextAt ? `waits until ${nextAt}` : 'nothing to wait for';
}

function describeRound(state: RoundState, nextAt: Instant | null): string {
  const obligations = Object.values(state.obligations);
  const outstanding = obligations.filter(
    ({ status }) => status === 'open' || status === 'returned',
  ).length;
  const counts = `${outstanding} of ${obligations.length} outstanding`;
  const what = state.heading
    ? ` (${state.heading.symbol}: ${state.heading.title.en}, ${state.heading.period.label.en})`
    : '';
  const next = state.pending.find(({ at }) => at === nextAt);
  if (!nextAt || !next) return `${counts}, no reminder to come${what}`;
  const kind =
    state.schedules[next.schedule]?.rungs.find(({ id }) => id === next.rung)?.kind ?? 'rung';
  return `${next.rung} ${kind} at ${nextAt}, ${counts}${what}`;
}

function describeDirective(state: DirectiveState, nextAt: Instant | null): string {
  const name = state.issue?.symbol ?? state.id;
  const next = Object.values(state.next).find(({ opensAt }) => opensAt === nextAt);
  if (!next) return `${name}: ${state.status}, no round to open`;
  return `${name}: round ${next.duty} ${next.period.label.en} opens at ${next.opensAt}`;
}

function describeReview({ status, called }: ReviewState, nextAt: Instant | null): string {
  const name = called
    ? `${called.heading.symbol}: review ${called.n} (${called.period.label.en})`
    : 'review';
  return nextAt ? `${name}: ${status}, data close at ${nextAt}` : `${name}: ${status}`;
}

function describeRecognition(state: RecognitionState, nextAt: Instant | null): string {
  const subjects = Object.values(state.subjects);
  const met = subjects.filter(({ status }) => status === 'met').length;
  const counts = `${subjects.length} registered, ${met} recognised`;
  const next = state.deadlines.find(({ at }) => at === nextAt);
  return next ? `${next.what} on ${next.last}, ${counts}` : `${counts}, no day to come`;
}

function describeCommendation(
  { id, status, current, deadlines, pending }: CommendationState,
  nextAt: Instant | null,
): string {
  const name = `commendation ${id}: ${status}`;
  const deadline = current === null ? undefined : deadlines[current];
  const [next] = pending;
  if (deadline === undefined) return `${name}, nothing is owed`;
  const owed = `${deadline.step} owed by ${deadline.responsible} until ${deadline.schedule.dueAt}`;
  return next && nextAt
    ? `${name}, ${owed}, ${next.id} ${next.kind} at ${nextAt}`
    : `${name}, ${owed}, no reminder to come`;
}
