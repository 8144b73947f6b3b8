/**
 * Which event of a year of recognition concerns whom: each unit that a reminder names, and on and after a last day the
 * body, its standing body and whoever it let decide, if anybody is missing; the unit whose dossier came back. What has
 * been done is not spoken of, and of a unit that has ended its heir hears.
 */
import { addDays, localDateOf, toInstant } from '../calendar';
import {
  actingAt,
  type Contact,
  type LocalDate,
  type RecognitionEvent,
  type Stored,
} from '../domain';
import type { World } from './addressing';
import { nameOn, recipientsOf } from './audience';
import type { DayBody, DayNotice, DaySubject } from './day-notice';
import { dueMomentOf, workingDaysLeft } from './moments';
import type { MailItem } from './mail-item';

/** One event of a body's year; of the past it says all that is needed. */
export type RecognitionChange = {
  readonly entry: string;
  readonly stream: string;
  readonly event: Stored<RecognitionEvent>;
};

type EventOf<T extends RecognitionEvent['type']> = Extract<RecognitionEvent, { type: T }>['data'];
type Reminded = EventOf<'RecognitionReminded'>;
type Reached = EventOf<'RecognitionDeadlineReached'>;
type Returned = EventOf<'RecognitionDossierReturned'>;
type Surroundings = Omit<World, 'directive'>;

type Addressing = {
  readonly units: readonly string[];
  readonly role: Contact['role'];
  readonly body: DayBody;
};

/** Only then are the units of the day needed. */
export function isMailedOfRecognition({ type }: Stored<RecognitionEvent>): boolean {
  return MAILED.includes(type);
}

const MAILED: readonly RecognitionEvent['type'][] = [
  'RecognitionReminded',
  'RecognitionDeadlineReached',
  'RecognitionDossierReturned',
];

export function recognitionItemsOf(
  change: RecognitionChange,
  world: Surroundings,
): MailItem<DayNotice>[] {
  const { event } = change;
  switch (event.type) {
    case 'RecognitionReminded': {
      const { standingBody } = event.data;
      return itemsOf(
        change,
        { data: event.data, standingBody },
        reminder(event.data, world),
        world,
      );
    }
    case 'RecognitionDeadlineReached': {
      const to = toBody(event.data, event.at, world);
      return to === null
        ? []
        : itemsOf(change, { data: event.data, standingBody: null }, to, world);
    }
    case 'RecognitionDossierReturned':
      return returned(change, event.data, world);
    default:
      return [];
  }
}

/** At once, to the unit: who returned it, why, and until when it may come again. */
function returned(change: RecognitionChange, data: Returned, world: Surroundings) {
  const { unit, reason, norm, authority, year, due = null } = data;
  const { last = null, derivation = [] } = due ?? {};
  const day = { ...{ authority, year, norm }, what: 'dossierReturned', last, derivation };
  const standingBody = change.event.actor.unit;
  const to: Addressing = {
    units: [unit],
    role: 'focal',
    body: { kind: 'dossierReturned', reason },
  };
  return itemsOf(change, { data: day, standingBody }, to, world);
}

/** Days are counted from when it was really issued. */
function reminder(
  { what, last, units, issuedAt }: Reminded,
  { calendar }: Surroundings,
): Addressing {
  const daysLeft = workingDaysLeft(calendar, issuedAt, endOf(last, calendar));
  const kind = what === 'registrationReminder' ? 'toRegister' : 'toSendDossier';
  return { units, role: 'focal', body: { kind, daysLeft } };
}

/** Null: nobody is missing, or it is the day on which units themselves are reminded. */
function toBody(reached: Reached, at: string, { org, calendar }: Surroundings): Addressing | null {
  const { what, told, registered, undecided, units, more, unregistered } = reached;
  const today = localDateOf(calendar.zone, at);
  const names = (ids: readonly string[]) => ids.map((unit) => nameOn(org, unit, today));
  if (what === 'registrationEnds') {
    const { count, units: missing } = unregistered ?? { count: 0, units: [] };
    if (count === 0) return null;
    const listed = { registered, units: names(missing), more: count - missing.length };
    return { units: told, role: 'focal', body: { kind: 'unregistered', ...listed } };
  }
  const overdue = what === 'decisionOverdue';
  if (undecided === 0 || (!overdue && what !== 'decisionDue')) return null;
  const listed = { registered, units: names(units), more };
  return {
    units: told,
    role: overdue ? 'head' : 'focal',
    body: { kind: 'undecided', overdue, ...listed },
  };
}

type Day = Pick<Reminded, 'authority' | 'year' | 'norm' | 'derivation'> & {
  readonly what: string;
  readonly last: LocalDate | null;
  readonly issuedAt?: string;
};
type Speaking = { readonly data: Day; readonly standingBody: string | null };

/** Of a unit that has ended its heir hears; without one, nobody. */
function hearingOf({ units }: Addressing, org: World['org'], today: LocalDate) {
  return units.flatMap((unit) => {
    const acting = actingAt(org, unit, today);
    return acting === null ? [] : [{ unit: acting, former: acting === unit ? null : unit }];
  });
}

function itemsOf(
  { entry, stream, event }: RecognitionChange,
  { data, standingBody }: Speaking,
  to: Addressing,
  { org, calendar }: Surroundings,
): MailItem<DayNotice>[] {
  const { role, body } = to;
  const today = localDateOf(calendar.zone, data.issuedAt ?? event.at);
  const name = (unit: string) => nameOn(org, unit, today);
  const { authority, year, what, last, derivation = [], norm } = data;
  const subject: DaySubject = {
    kind: 'recognition',
    authority: name(authority),
    year,
    norm: norm?.symbol ?? null,
    standingBody: standingBody === null ? null : name(standingBody),
  };
  const due =
    last === null
      ? null
      : { ...dueMomentOf(calendar, endOf(last, calendar)), provisional: false, derivation };
  return hearingOf(to, org, today).flatMap(({ unit, former }) => {
    const place = { about: what, entry, instant: event.at, unit, unitName: name(unit), stream };
    const formerName = former === null ? null : name(former);
    const notice: DayNotice = { ...place, subject, former: formerName, due, body };
    return recipientsOf(org, unit, role).map((one) => ({ ...one, notice }));
  });
}

/** A last day is in time until its 24:00. */
function endOf(last: LocalDate, { zone }: World['calendar']): string {
  return toInstant(zone, { date: addDays(last, 1), time: '00:00' });
}
