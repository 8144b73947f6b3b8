/**
 * Adds to the plan of a person's command which of the units it meets have ended and who acts for them: the actor's own, in
 * whatever stream, and those that a review or a commendation names. Rounds, which a change set reaches, and years of
 * recognition have rules of their own for it.
 */
import { localDateOf } from '../calendar';
import {
  actingAt,
  kindOfStream,
  type Actor,
  type CommendationState,
  type EndedUnit,
  type Instant,
  type LocalDate,
  type OrgState,
  type ReviewState,
  type StandingPlan,
  type StreamKind,
} from '../domain';
import type { PolicyBook } from './policy-book';

type Asked = { readonly stream: string; readonly actor?: Actor };

const none = () => [];

const NAMED: { readonly [K in StreamKind]?: (state: never) => readonly (string | null)[] } = {
  directive: none,
  bars: none,
  org: none,
  reorganisation: none,
  policy: none,
  calendar: none,
  erasure: none,
  access: none,
  histories: none,
  losses: none,
  review: ({ called }: ReviewState) =>
    called === null ? [] : [called.heading.issuer, called.heading.monitor],
  commendation: ({ nominatedBy, nomination, appraisal }: CommendationState) => [
    nominatedBy,
    nomination?.awardingBody ?? null,
    nomination?.appraisingBody ?? null,
    ...(appraisal?.opinionsOf ?? []),
  ],
};

export function meetsUnits({ stream, actor }: Asked): boolean {
  const kind = kindOfStream(stream);
  return (actor?.unit ?? null) !== null && kind !== null && Object.hasOwn(NAMED, kind);
}

/** The plan as it was made where no unit has ended; also beside why it is impossible. */
export function withStanding(
  asked: Asked,
  made: unknown,
  { state, book, at }: { readonly state: unknown; readonly book: PolicyBook; readonly at: Instant },
): unknown {
  if (!meetsUnits(asked)) return made;
  const today = localDateOf(book.calendar.zone, at);
  const actorEnded = endedOn(book.org, asked.actor!.unit!, today);
  const namedBy = NAMED[kindOfStream(asked.stream)!] as (state: unknown) => readonly string[];
  const named = state === undefined || state === null ? [] : namedBy(state);
  const ended = [...new Set(named)].flatMap((unit) => endedOn(book.org, unit, today) ?? []);
  if (actorEnded === null && ended.length === 0) return made;
  const standing: StandingPlan = {
    ...(actorEnded === null ? {} : { actorEnded }),
    ...(ended.length === 0 ? {} : { ended }),
  };
  return { ...((made ?? {}) as object), ...standing };
}

/** Null for a unit that is there on the day, or that nobody registered. */
export function endedOn(org: OrgState, unit: string | null, date: LocalDate): EndedUnit | null {
  const end = unit !== null && Object.hasOwn(org.units, unit) ? org.units[unit]!.ended : null;
  if (end === null || date < end.on) return null;
  return { unit: unit!, on: end.on, heir: actingAt(org, unit!, date), successors: end.successors };
}
