/** Notes that one shard of a round is closed; the round is complete with the last. Told twice, it is noted once. */
import { accept, stamp, type Decision, type Stored } from '../kernel';
import { refuse } from '../refusals';
import { refuseCommand, type Of } from './check';
import { owedAfter } from './conclude';
import { DIRECTIVE_FOLDS } from './evolve';
import { nextKey, openShards, roundOf } from './state';
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
  const closed = { type: 'ShardClosed', data: command.data } as const;
  const othersClosed = round.shards.every((one) => one.shard === shard || one.closed);
  const convening = state.due[nextKey(state, duty, period)]?.period.id === period;
  const completed = othersClosed && !convening;
  const events: readonly DirectiveEvent[] = completed
    ? [closed, { type: 'RoundCompleted', data: { duty, period } }]
    : [closed];
  return accept(...events, ...owedWithLast(state, command, events));
}

/** With the last shard that a conclusion closes it is known what stays owed. */
function owedWithLast(
  state: DirectiveState,
  command: Of<'NoteShardClosed'>,
  events: readonly DirectiveEvent[],
): readonly DirectiveEvent[] {
  if (state.status !== 'concluded') return [];
  const after = events.reduce((so, event) => foldOf(event.type)(so, stamp(event, command)), state);
  return openShards(after).length === 0 ? [owedAfter(after)] : [];
}

type Fold = (state: DirectiveState, event: Stored<DirectiveEvent>) => DirectiveState;

function foldOf(type: DirectiveEvent['type']): Fold {
  return DIRECTIVE_FOLDS[type] as Fold;
}
