/** The rungs of a ladder that still lie ahead: one whose moment is at or before the opening never was. */
import { deriveRungs, type Calendar } from '../calendar';
import type { Instant, PlannedRung } from '../domain';
import { sourceOfPolicy, type LadderPolicy } from './duty-due';

export type RungsQuestion = {
  readonly ladder: LadderPolicy;
  readonly dueAt: Instant;
  readonly after: Instant;
  readonly calendar: Calendar;
};

export function plannedRungs({ ladder, dueAt, after, calendar }: RungsQuestion): PlannedRung[] {
  const { hour, rungs } = ladder.value;
  const source = sourceOfPolicy({ policy: ladder });
  return deriveRungs({ calendar, dueAt, ladder: { rungs, hour, source } })
    .filter(({ at }) => at > after)
    .map(({ id, at, kind, audience }) => ({ id, at, kind, audience }));
}
