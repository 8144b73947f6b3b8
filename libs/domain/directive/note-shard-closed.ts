/** Notes that one shard of a round is closed; the round is complete with the last. Told twice, it is noted once. */
import { accept, type Decision } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { nextKey, roundOf } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

export function noteShardClosed(
  state: DirectiveState,
  command: Of<'NoteShardClosed'>,
): Decision<DirectiveEvent> {
  const { duty, period, shard } = command.data;
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const round = roundOf(state, duty, period);
  const known = round?.shards.find((one) => one.shard === shard);
  if (round === undefined || known === undefined) {
    return refuse('round.shard-unknown', { duty, period, shard });
  }
  if (known.closed) return accept();
  const closed = { type: 'ShardClosed', data: { duty, period, shard } } as const;
  const othersClosed = round.shards.every((one) => one.shard === shard || one.closed);
  const convening = state.due[nextKey(state, duty, period)]?.period.id === period;
  if (!othersClosed || convening) return accept(closed);
  return accept<DirectiveEvent>(closed, { type: 'RoundCompleted', data: { duty, period } });
}
