/**
 * What an event says of the ladder, one fact per rung and obligation. State, projections and the answer to
 * "why" read the ladder from here and from nowhere else; over a round's life no fact comes twice.
 */
import { rungKey } from './schedules';
import type { RoundEvent, RungOutcome, SkippedRungs } from './types';

export type RungFact = {
  readonly unit: string;
  readonly schedule: string;
  readonly rung: string;
  readonly outcome: RungOutcome;
};

export function rungOutcomesOf(event: RoundEvent): readonly RungFact[] {
  switch (event.type) {
    case 'RungReached': {
      const { schedule, rung, issuedAt, issued, skipped } = event.data;
      const outcome = { outcome: 'issued', at: issuedAt } as const;
      return [
        ...issued.map((unit) => ({ unit, schedule, rung, outcome })),
        ...skipped.map(({ unit, reason }) => ({ unit, schedule, rung, outcome: skip(reason) })),
      ];
    }
    case 'RungsHeld':
      return factsOf([{ ...event.data, reason: 'held' }]);
    case 'ExtensionGranted':
      return event.data.replaced.map((key) => {
        const [schedule, rung] = partsOf(key);
        return { unit: event.data.unit, schedule, rung, outcome: skip('rescheduled') };
      });
    case 'RoundResumed':
    case 'RoundClosed':
    case 'RoundCancelled':
      return factsOf(event.data.skipped);
    default:
      return [];
  }
}

function factsOf(skipped: readonly SkippedRungs[]): readonly RungFact[] {
  return skipped.flatMap(({ schedule, rungs, reason, units }) =>
    units.flatMap((unit) => rungs.map((rung) => ({ unit, schedule, rung, outcome: skip(reason) }))),
  );
}

function skip(reason: SkippedRungs['reason']): RungOutcome {
  return { outcome: 'skipped', reason };
}

/** A schedule's id has no `/`; a rung's may. */
function partsOf(key: string): readonly [string, string] {
  const slash = key.indexOf('/');
  return [key.slice(0, slash), key.slice(slash + 1)];
}

/** The outcomes of the facts, by unit and `schedule/rung`. */
export function outcomesByUnit(
  facts: readonly RungFact[],
): ReadonlyMap<string, { [scheduleRung: string]: RungOutcome }> {
  const byUnit = new Map<string, { [scheduleRung: string]: RungOutcome }>();
  for (const { unit, schedule, rung, outcome } of facts) {
    const known = byUnit.get(unit) ?? {};
    known[rungKey(schedule, rung)] = outcome;
    byUnit.set(unit, known);
  }
  return byUnit;
}
