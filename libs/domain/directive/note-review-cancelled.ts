/**
 * Notes that a review was cancelled: the round in which units assess themselves for it is cancelled with it, also one that
 * was asked for and is not open yet. Told twice, it is noted once. A directive that has ended has ended its rounds itself.
 */
import { accept, type Decision, type Stored } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { isRequestPeriod, nextKey, openShards, roundKey, roundOf } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

export function noteReviewCancelled(
  state: DirectiveState,
  command: Of<'NoteReviewCancelled'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { review, reason } = command.data;
  const known = state.reviews.find(({ n }) => n === review);
  if (known === undefined) return refuse('review.unknown', { review });
  if (known.cancelled) return accept();
  const round = known.selfAssessment;
  const shards = openShards(state).filter(
    ({ duty, period }) => duty === round?.duty && period === round.period,
  );
  const isInForce = state.status === 'issued' || state.status === 'suspended';
  return accept({
    type: 'ReviewCancellationNoted',
    data: { review, reason, round, shards: isInForce ? shards : [] },
  });
}

type Noted = Stored<Extract<DirectiveEvent, { type: 'ReviewCancellationNoted' }>>;

export function foldReviewCancellation(state: DirectiveState, { data }: Noted): DirectiveState {
  const { review, round, shards } = data;
  const reviews = state.reviews.map((one) =>
    one.n === review ? { ...one, cancelled: true } : one,
  );
  const noted = { ...state, reviews };
  if (round === null) return noted;
  const { duty, period } = round;
  const convened = roundOf(state, duty, period);
  if (isRequestPeriod(period)) return withoutRequest(closed(noted, convened, shards), round);
  return closed(noted, convened, shards);
}

type Round = DirectiveState['rounds'][string];

/** For the directive a cancelled shard is one that nothing comes of any more. */
function closed(
  state: DirectiveState,
  round: Round | undefined,
  cancelled: Noted['data']['shards'],
): DirectiveState {
  if (round === undefined || cancelled.length === 0) return state;
  const { duty, period } = round;
  const convening = state.due[nextKey(state, duty, period)]?.period.id === period;
  const shards = round.shards.map((one) =>
    cancelled.some(({ shard }) => shard === one.shard) ? { ...one, closed: true } : one,
  );
  const completed = !convening && shards.every((one) => one.closed);
  const rounds = { ...state.rounds, [roundKey(duty, period)]: { ...round, shards, completed } };
  return { ...state, rounds };
}

/** What was asked for and is not open, or not wholly, opens no more. */
function withoutRequest(
  state: DirectiveState,
  { duty, period }: { readonly duty: string; readonly period: string },
): DirectiveState {
  const key = roundKey(duty, period);
  const [next, due] = [state.next, state.due].map((coming) =>
    Object.fromEntries(Object.entries(coming).filter(([one]) => one !== key)),
  ) as [DirectiveState['next'], DirectiveState['due']];
  if (roundOf(state, duty, period) !== undefined) return { ...state, next, due };
  const requested = Object.fromEntries(
    Object.entries(state.requested).filter(([one]) => one !== period),
  );
  return { ...state, next, due, requested };
}
