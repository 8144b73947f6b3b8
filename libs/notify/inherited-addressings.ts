/**
 * Who hears of a change set of units: each unit that takes over, once for a round, with all it takes over there; and when
 * a set is undone, each unit that loses again what it had taken over.
 */
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
  type Move = (typeof moves)[number];
  const itemOf = ({ unit }: Move, owner: string): InheritedItem => {
    const dueAt = after.schedules[after.obligations[unit]!.schedule]?.dueAt;
    return {
      from: nameOn(world.org, owner, today),
      obligation: obligationId(shard, unit),
      due: dueAt === undefined ? null : dueMomentOf(world.calendar, dueAt),
    };
  };
  const scheduleOf = (its: readonly Move[]) => {
    const schedules = [...new Set(its.map(({ unit }) => after.obligations[unit]!.schedule))];
    return schedules.length === 1 ? schedules[0]! : null;
  };
  const taking = [...grouped(moves, ({ to }) => to)].map(([unit, its]): Addressing => {
    const items = its.map((it) => itemOf(it, it.from));
    return {
      ...{ unit, role: 'focal', own: false, about: back ? 'handed-back' : 'inherited' },
      schedule: scheduleOf(its),
      body: { kind: 'inherited', back, title, on, source, decided: reason, items },
    };
  });
  const losing = [...grouped(back ? moves : [], ({ from }) => from)].map(
    ([unit, its]): Addressing => ({
      ...{ unit, role: 'focal', own: false, about: 'given-back', schedule: scheduleOf(its) },
      body: {
        kind: 'givenBack',
        title,
        decided: reason,
        items: its.map((it) => itemOf(it, it.to)),
      },
    }),
  );
  return [...taking, ...losing];
}

function grouped<T>(all: readonly T[], by: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return groups;
}
