/** Who hears of a change set of units: each unit that takes over, once for a round, with all it takes over there. */
import { localDateOf } from '../calendar';
import { obligationId, parseRoundStream } from '../domain';
import { nameOn } from './audience';
import type { Addressing, EventOf, RoundChange, World } from './addressing';
import { dueMomentOf } from './moments';
import type { InheritedItem } from './notice';

export function inheritedAddressings(
  { after, event, stream }: RoundChange,
  { moves, back, title, on, source, reason }: EventOf<'ObligationsTransferred'>,
  world: World,
): Addressing[] {
  const shard = parseRoundStream(stream)!;
  const today = localDateOf(world.calendar.zone, event.at);
  const byHeir = new Map<string, string[]>();
  for (const { unit, to } of moves) byHeir.set(to, [...(byHeir.get(to) ?? []), unit]);
  return [...byHeir].map(([heir, units]) => {
    const schedules = [...new Set(units.map((unit) => after.obligations[unit]!.schedule))];
    const items = units.map((unit): InheritedItem => {
      const dueAt = after.schedules[after.obligations[unit]!.schedule]?.dueAt;
      const { from } = moves.find((move) => move.unit === unit)!;
      return {
        from: nameOn(world.org, from, today),
        obligation: obligationId(shard, unit),
        due: dueAt === undefined ? null : dueMomentOf(world.calendar, dueAt),
      };
    });
    return {
      unit: heir,
      role: 'focal',
      own: false,
      about: back ? 'handed-back' : 'inherited',
      schedule: schedules.length === 1 ? schedules[0]! : null,
      body: { kind: 'inherited', back, title, on, source, decided: reason, items },
    };
  });
}
