/**
 * Which event of a round concerns whom: a pure function from an event, the round around it and the units of that day
 * to mail items. Every unit that an event names is told exactly once by it.
 */
import type { Obligation, RoundEvent, RoundState } from '../domain';
import type { Addressing, EventOf, RoundChange, World } from './addressing';
import { recipientsOf } from './audience';
import { draftNotice, receiverOf } from './draft-notice';
import { inheritedAddressings } from './inherited-addressings';
import { dueMomentOf, momentOf } from './moments';
import type { MailItem } from './mail-item';
import type { Notice, NoticeBody } from './notice';
import { rungAddressings } from './rung-addressings';

export function mailItemsOf(change: RoundChange, world: World): MailItem<Notice>[] {
  return addressings(change, world).flatMap((addressing) => {
    const notice = draftNotice(addressing, change, world);
    const receiver = receiverOf(addressing, change);
    return recipientsOf(world.org, receiver, addressing.role).map(({ recipient, language }) => ({
      recipient,
      language,
      notice,
    }));
  });
}

type Addresses = {
  readonly [T in RoundEvent['type']]?: (
    data: EventOf<T>,
    change: RoundChange,
    world: World,
  ) => Addressing[];
};

/** The events of a round of which people hear by mail; all others only move the round on. */
const ADDRESSES: Addresses = {
  RoundOpened: ({ units, late }, { after }) =>
    units.map(({ unit }) => toUnit(after, unit, 'round-opened', { kind: 'opened', late })),
  RungReached: (data, change, world) => rungAddressings(change, data, world),
  ObligationsTransferred: (data, change, world) => inheritedAddressings(change, data, world),
  ReportReturned: ({ unit, reason }, { after }) => [
    toUnit(after, unit, 'returned', { kind: 'returned', reason }),
  ],
  ReportAccepted: (data, change, world) => (data.automatic ? [] : [accepted(change, data, world)]),
  ExtensionGranted: (data, { after }, world) => [extensionGranted(after, data, world)],
  ExtensionDenied: ({ unit, reason }, { after }) => [
    toUnit(after, unit, 'extension-denied', { kind: 'extensionDenied', reason }),
  ],
  ExtensionCountered: ({ unit, date, reason }, { after }) => [
    toUnit(after, unit, 'extension-countered', { kind: 'extensionCountered', date, reason }),
  ],
  UrgingLetterIssued: (data, { after }) =>
    data.units.map((unit) => letterIssued(after, unit, data)),
  RoundSuspended: ({ reason }, { after }) =>
    unfinished(after).map((unit) =>
      toUnit(after, unit, 'suspended', { kind: 'suspended', reason }),
    ),
  RoundResumed: ({ reason, schedule, units }, { after }) =>
    unfinished(after).map((unit) =>
      toUnit(after, unit, 'resumed', {
        kind: 'resumed',
        reason,
        newDue: schedule !== null && units.includes(unit),
      }),
    ),
  RoundCancelled: ({ reason }, { before }) =>
    unfinished(before).map((unit) =>
      toUnit(before, unit, 'cancelled', { kind: 'cancelled', reason }),
    ),
};

/** Whether people hear of a round's event of this type at all: only then must its round be read. */
export function isMailedOfRound(type: string): boolean {
  return Object.hasOwn(ADDRESSES, type);
}

function addressings(change: RoundChange, world: World): Addressing[] {
  const { type, data } = change.event;
  const address = ADDRESSES[type] as
    ((data: unknown, change: RoundChange, world: World) => Addressing[]) | undefined;
  return address?.(data, change, world) ?? [];
}

/** A notice to the unit's focal person about its own obligation. */
function toUnit(round: RoundState, unit: string, about: string, what: NoticeBody): Addressing {
  const schedule = round.obligations[unit]?.schedule ?? null;
  return { unit, role: 'focal', own: true, about, schedule, body: what };
}

function accepted(
  { after }: RoundChange,
  data: EventOf<'ReportAccepted'>,
  world: World,
): Addressing {
  const schedule = after.schedules[after.obligations[data.unit]?.schedule ?? ''];
  return toUnit(after, data.unit, 'accepted', {
    kind: 'accepted',
    submittedAt: momentOf(world.calendar, data.effectiveAt),
    inTime: schedule === undefined || data.effectiveAt <= schedule.dueAt,
    note: data.note,
  });
}

function extensionGranted(
  after: RoundState,
  data: EventOf<'ExtensionGranted'>,
  world: World,
): Addressing {
  const previous = dueMomentOf(world.calendar, data.previousDueAt);
  return {
    ...toUnit(after, data.unit, 'extension-granted', {
      kind: 'extensionGranted',
      previous,
      reason: data.reason,
    }),
    schedule: data.schedule.id,
  };
}

function letterIssued(
  after: RoundState,
  unit: string,
  { letter, number, date, signer }: EventOf<'UrgingLetterIssued'>,
): Addressing {
  const issued: NoticeBody = { kind: 'letterIssued', number, date, signer };
  return { ...toUnit(after, unit, `letter-${letter}`, issued), role: 'head' };
}

function unfinished({ obligations }: RoundState): string[] {
  const owing: readonly Obligation['status'][] = ['open', 'submitted', 'returned', 'refused'];
  return Object.values(obligations)
    .filter((it) => owing.includes(it.status))
    .map((it) => it.unit);
}
