/** The shards of a directive in which a unit owes something: by these its rate is counted at the way in. */
import { roundStream, type DirectiveState, type RoundState } from '../domain';
import { stateOf, type Asking } from './question';

export function* roundsOwed(
  { id, rounds }: DirectiveState,
  unit: string,
): Asking<readonly RoundState[]> {
  const owed = Object.values(rounds).flatMap(({ duty, period, shards }) =>
    shards
      .filter(({ units }) => units.includes(unit))
      .map(({ shard }) => roundStream({ directive: id, duty, period, shard })),
  );
  const found: RoundState[] = [];
  for (const stream of owed) found.push(yield* stateOf<RoundState>(stream));
  return found;
}
