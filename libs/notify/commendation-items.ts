/**
 * Which event of a commendation concerns whom: whoever owes a step hears when it begins and on each rung before and after
 * its due time; above them, those whom a rung reaches; whoever is asked for an opinion, and is reminded of it with the
 * decision; in the end, whoever nominated. Of a unit that has ended its heir hears; while it has none, its own contacts do.
 */
import { localDateOf } from '../calendar';
import { actingAt } from '../domain';
import type {
  CommendationEvent,
  CommendationState,
  CommendationStatus,
  Contact,
  Deadline,
  Instant,
  Stored,
} from '../domain';
import type { World } from './addressing';
import { nameOn, recipientsOf } from './audience';
import type {
  CommendationBody,
  CommendationFacts,
  CommendationNotice,
} from './commendation-notice';
import { dueMomentOf, momentOf, workingDaysLeft } from './moments';
import type { MailItem } from './mail-item';

/** One event of a commendation's stream with the commendation after it. */
export type CommendationChange = {
  readonly entry: string;
  readonly stream: string;
  readonly event: Stored<CommendationEvent>;
  readonly after: CommendationState;
};

type Addressing = {
  readonly unit: string;
  /** The unit that had it before `unit` took over. */
  readonly former?: string;
  readonly role: Contact['role'];
  readonly about: string;
  readonly deadline: Deadline | null;
  readonly body: CommendationBody;
};

const OUTCOMES: { readonly [type in CommendationEvent['type']]?: CommendationStatus } = {
  CommendationDecided: 'decided',
  CommendationRefused: 'refused',
  AwardMadeKnown: 'madeKnown',
  CommendationRevoked: 'revoked',
};

export function commendationItemsOf(
  change: CommendationChange,
  world: Omit<World, 'directive'>,
): MailItem[] {
  return once(addressings(change, world).map((it) => handedOn(it, change, world))).flatMap(
    (addressing) => {
      const notice = noticeOf(addressing, change, world);
      return recipientsOf(world.org, addressing.unit, addressing.role).map(
        ({ recipient, language }) => ({ recipient, language, notice }),
      );
    },
  );
}

function handedOn(
  addressing: Addressing,
  change: CommendationChange,
  { org, calendar }: Omit<World, 'directive'>,
): Addressing {
  const { unit } = addressing;
  const acting = actingAt(org, unit, localDateOf(calendar.zone, instantOf(change)));
  return acting === null || acting === unit
    ? addressing
    : { ...addressing, unit: acting, former: unit };
}

/** When it is said: a rung that was reached late is said then. */
function instantOf({ event }: CommendationChange): Instant {
  return event.type === 'CommendationRungReached' ? event.data.issuedAt : event.at;
}

function addressings(
  { event, after }: CommendationChange,
  world: Omit<World, 'directive'>,
): Addressing[] {
  if (event.type === 'CommendationRungReached') return rung(event, after, world);
  const begun = 'deadline' in event.data && typeof event.data.deadline === 'object';
  const deadline = begun ? (event.data.deadline as Deadline | null) : null;
  const reason = 'reason' in event.data ? event.data.reason : null;
  const returned = event.type === 'DossierReturned' ? reason : null;
  const status = OUTCOMES[event.type];
  const asked = event.type === 'NominationAppraised' ? event.data.opinionsOf : [];
  const told: Addressing[] = [];
  if (deadline !== null) {
    const body = { kind: 'stepBegun', step: deadline.step, reason: returned } as const;
    const about = `step-${deadline.step}`;
    told.push({ unit: deadline.responsible, role: 'focal', about, deadline, body });
  }
  for (const unit of asked) {
    const body = { kind: 'opinionAsked', daysLeft: null } as const;
    told.push({ unit, role: 'focal', about: 'opinion', deadline, body });
  }
  if (status !== undefined && after.nominatedBy !== null) {
    const body = { kind: 'commendationOutcome', status, reason } as const;
    const unit = after.nominatedBy;
    told.push({ unit, role: 'focal', about: status, deadline: null, body });
  }
  return told;
}

/** One entry tells a unit once. */
function once(told: readonly Addressing[]): Addressing[] {
  return told.filter(({ unit }, index) => told.findIndex((it) => it.unit === unit) === index);
}

function rung(
  { data }: Stored<Extract<CommendationEvent, { type: 'CommendationRungReached' }>>,
  state: CommendationState,
  { org, calendar }: Omit<World, 'directive'>,
): Addressing[] {
  const { to, skipped, kind, audience, step, responsible, issuedAt, dueAt } = data;
  if (to === null || skipped !== null) return [];
  const daysLeft = workingDaysLeft(calendar, issuedAt, dueAt);
  const today = localDateOf(calendar.zone, issuedAt);
  const body: CommendationBody =
    kind === 'reminder' || to === responsible
      ? { kind: 'stepReminder', step, daysLeft, overdue: issuedAt > dueAt }
      : { kind: 'stepEscalation', step, daysLeft, responsible: nameOn(org, responsible, today) };
  const role = audience === 'focal' ? 'focal' : 'head';
  const deadline = state.deadlines[data.deadline] ?? null;
  const about = `${step}-${data.rung}`;
  const silent = kind === 'reminder' ? silentOf(state, step) : [];
  return [
    { unit: to, role, about, deadline, body },
    ...silent.map((unit): Addressing => {
      const asked: CommendationBody = { kind: 'opinionAsked', daysLeft };
      return { unit, role: 'focal', about: `opinion-${data.rung}`, deadline, body: asked };
    }),
  ];
}

/** Asked for an opinion before the decision, and silent so far. */
function silentOf({ appraisal, opinions }: CommendationState, step: string): readonly string[] {
  if (step !== 'decision') return [];
  return (appraisal?.opinionsOf ?? []).filter((unit) => !Object.hasOwn(opinions, unit));
}

function noticeOf(
  { unit, former, about, deadline, body }: Addressing,
  change: CommendationChange,
  { org, calendar }: Omit<World, 'directive'>,
): CommendationNotice {
  const { entry, stream, event, after } = change;
  const now = instantOf(change);
  const today = localDateOf(calendar.zone, now);
  const name = (id: string) => nameOn(org, id, today);
  const due = deadline && {
    ...dueMomentOf(calendar, deadline.schedule.dueAt),
    provisional: deadline.schedule.provisional,
    derivation: deadline.schedule.derivation,
  };
  return {
    about,
    entry,
    instant: event.at,
    unit,
    unitName: name(unit),
    ...(former !== undefined && { former: name(former) }),
    commendation: factsOf(stream, after, name),
    due,
    coming:
      deadline && (former ?? unit) === deadline.responsible ? coming(deadline, now, calendar) : [],
    body,
  };
}

/** The next rung, and the next one that is more than a reminder. */
function coming({ schedule }: Deadline, now: Instant, calendar: World['calendar']) {
  const rungs = schedule.rungs.filter(({ at }) => at > now);
  const next = rungs[0];
  const stricter = rungs.find(({ kind }) => kind !== 'reminder');
  const shown = [next, stricter === next ? undefined : stricter].filter((it) => it !== undefined);
  return shown.map(({ at, kind, audience }) => ({ ...momentOf(calendar, at), kind, audience }));
}

function factsOf(
  stream: string,
  { nomination, nominatedBy, formName }: CommendationState,
  name: (unit: string) => CommendationNotice['unitName'],
): CommendationFacts {
  const subjects = nomination?.subjects ?? [];
  const count = (
    kind: 'individual' | 'collective' | 'household',
    counted: 'individuals' | 'collectives' | 'households',
  ) =>
    subjects.reduce(
      (all, it) => all + (it.kind === kind ? 1 : it.kind === 'aggregate' ? it[counted] : 0),
      0,
    );
  return {
    stream,
    form: formName ?? { vi: '', en: '' },
    awardingBody: name(nomination?.awardingBody ?? ''),
    nominatedBy: name(nominatedBy ?? ''),
    individuals: count('individual', 'individuals'),
    collectives: count('collective', 'collectives'),
    households: count('household', 'households'),
  };
}
