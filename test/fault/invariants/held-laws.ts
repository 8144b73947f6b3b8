/** What an outage held comes later: planned anew for everybody who still owes, with the gaps it had. */
import type { Decided, PlannedRung, RoundEvent, Schedule } from '../../../libs/domain';
import { bookOf, decidedIn, roundsOf } from './book-of';
import type { Law } from './laws';

type Of<T extends RoundEvent['type']> = Extract<RoundEvent, { type: T }>['data'];

/** Nothing of it is finished yet: accepted, waived or found not to be owed. */
const OWED: ReadonlySet<string | undefined> = new Set(['open', 'submitted', 'returned', 'refused']);

export const heldLaws: { readonly [law: string]: Law } = {
  'a step that was held is planned anew for everybody who still owes': (snapshot) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream, state }) => {
      if (state.status !== 'open' && state.status !== 'suspended') return [];
      const events = eventsIn(decidedIn(book, stream));
      return events.flatMap((event, place) => {
        if (event.type !== 'RungsHeld') return [];
        const { schedule, rungs, units } = event.data;
        const later = events.slice(place + 1);
        return units
          .filter((unit) => OWED.has(state.obligations[unit]?.status))
          .flatMap((unit) =>
            rungs
              .filter((rung) => !later.some((it) => comesAfterAll(it, { schedule, rung, unit })))
              .map((rung) => `${schedule}/${rung} of ${unit} in ${stream}`),
          );
      });
    });
  },

  'a step planned anew keeps its gap from the one that was really told': (snapshot) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream, state }) => {
      const events = eventsIn(decidedIn(book, stream));
      return events.flatMap((event, place) => {
        if (event.type !== 'HeldRungsReplanned') return [];
        const { from, schedule, units } = event.data;
        const told = lastTold(events.slice(0, place), units);
        if (told === null) return [];
        return schedule.rungs
          .filter(
            (rung) =>
              gapOf(rung.at, told.issuedAt) < gapBefore(state.schedules[from], rung, told.at),
          )
          .map(({ id, at }) => `${id} of ${stream} comes ${at}, told before ${told.issuedAt}`);
      });
    });
  },
};

function eventsIn(decided: readonly Decided[]): readonly RoundEvent[] {
  return decided.flatMap(({ decision }) =>
    decision.ok ? (decision.events as readonly RoundEvent[]) : [],
  );
}

/** The step comes on another schedule: planned anew, or with a new due time of the unit or of the round. */
function comesAfterAll(
  event: RoundEvent,
  {
    schedule,
    rung,
    unit,
  }: { readonly schedule: string; readonly rung: string; readonly unit: string },
): boolean {
  switch (event.type) {
    case 'HeldRungsReplanned': {
      const { from, rungs, units } = event.data;
      return from === schedule && rungs.includes(rung) && units.includes(unit);
    }
    case 'ExtensionGranted':
      return event.data.unit === unit;
    case 'RoundResumed':
      return event.data.schedule !== null && event.data.units.includes(unit);
    default:
      return false;
  }
}

/** The last step beyond a reminder that any of them was told. */
function lastTold(events: readonly RoundEvent[], units: readonly string[]) {
  let last: Of<'RungReached'> | null = null;
  for (const event of events) {
    if (event.type !== 'RungReached' || event.data.kind === 'reminder') continue;
    if (!event.data.issued.some((unit) => units.includes(unit))) continue;
    if (last === null || event.data.issuedAt > last.issuedAt) last = event.data;
  }
  return last;
}

function gapBefore(schedule: Schedule | undefined, { id }: PlannedRung, since: string): number {
  const before = schedule?.rungs.find((rung) => rung.id === id);
  return before === undefined ? 0 : gapOf(before.at, since);
}

function gapOf(at: string, since: string): number {
  return Date.parse(at) - Date.parse(since);
}
