/** The shards of a directive in which a unit owes something: by these its rate is counted at the way in. */
import { roundStream, type DirectiveState, type RoundState } from '../domain';

export function roundsOwed(
  { id, rounds }: DirectiveState,
  unit: string,
  stateOf: (stream: string) => Promise<unknown>,
): Promise<readonly RoundState[]> {
  const owed = Object.values(rounds).flatMap(({ duty, period, shards }) =>
    shards
      .filter(({ units }) => units.includes(unit))
      .map(({ shard }) => roundStream({ directive: id, duty, period, shard })),
  );
  return Promise.all(owed.map(async (stream) => (await stateOf(stream)) as RoundState));
}
