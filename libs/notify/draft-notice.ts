/** Puts the facts of the round around an addressing: names of the day, the due time with its reasons, what comes next. */
import { localDateOf } from '../calendar';
import {
  obligationId,
  parseRoundStream,
  valueOf,
  type Instant,
  type RoundState,
  type Schedule,
} from '../domain';
import { nameOn } from './audience';
import type { Addressing, RoundChange, World } from './addressing';
import { dueMomentOf, momentOf } from './moments';
import type { ComingRung, Due, Notice, RoundFacts } from './notice';

export function draftNotice(addressing: Addressing, change: RoundChange, world: World): Notice {
  const { event, stream, entry } = change;
  const now = event.type === 'RungReached' ? event.data.issuedAt : event.at;
  const today = localDateOf(world.calendar.zone, now);
  const schedule = scheduleOf(change, addressing.schedule);
  const shard = parseRoundStream(stream);
  const receiver = receiverOf(addressing, change);
  return {
    about: addressing.about,
    entry,
    instant: event.at,
    unit: addressing.unit,
    unitName: nameOn(world.org, receiver, today),
    ...(receiver !== addressing.unit && { former: nameOn(world.org, addressing.unit, today) }),
    obligation: addressing.own && shard ? obligationId(shard, addressing.unit) : null,
    round: roundFacts(change, world),
    due: schedule ? dueOf(schedule, world) : null,
    coming: schedule && addressing.own ? coming(change.after, { schedule, now }, world) : [],
    body: addressing.body,
  };
}

/** Whoever owes it now hears of an obligation; everything else goes to whom it is addressed. */
export function receiverOf(
  { own, unit }: Pick<Addressing, 'own' | 'unit'>,
  { before, after }: Pick<RoundChange, 'before' | 'after'>,
): string {
  if (!own) return unit;
  return (after.obligations[unit] ?? before.obligations[unit])?.owner ?? unit;
}

function scheduleOf({ before, after }: RoundChange, id: string | null): Schedule | null {
  if (id === null) return null;
  return after.schedules[id] ?? before.schedules[id] ?? null;
}

function roundFacts({ stream, event, after, before }: RoundChange, world: World): RoundFacts {
  const heading = after.heading ?? before.heading;
  if (heading === null) throw new Error(`${stream} speaks of a round that was never opened`);
  const today = localDateOf(world.calendar.zone, event.at);
  const name = (unit: string) => nameOn(world.org, unit, today);
  const draft = world.directive?.draft ?? null;
  const stated = draft ? valueOf(draft.date) : undefined;
  return {
    stream,
    directive: {
      symbol: heading.symbol,
      date: world.directive?.issue?.date ?? stated ?? null,
      issuer: name(heading.issuer),
      abstract: (draft && valueOf(draft.abstract)) ?? null,
    },
    dutyKind: heading.dutyKind,
    title: heading.title,
    period: heading.period.from === null ? null : heading.period.label,
    to: heading.to.map(name),
    via: heading.via === null ? null : name(heading.via),
    standingBody: name(heading.standingBody),
  };
}

function dueOf(schedule: Schedule, { calendar }: World): Due {
  return {
    ...dueMomentOf(calendar, schedule.dueAt),
    provisional: schedule.provisional,
    derivation: schedule.derivation,
  };
}

/** The next rung, and the next one that is more than a reminder. */
function coming(
  round: RoundState,
  { schedule, now }: { schedule: Schedule; now: Instant },
  { calendar }: World,
): ComingRung[] {
  if (round.status !== 'open') return [];
  const rungs = schedule.rungs.filter((rung) => rung.at > now);
  const stricter = rungs.find((rung) => rung.kind !== 'reminder');
  const next = rungs[0];
  const shown = next && stricter && stricter !== next ? [next, stricter] : next ? [next] : [];
  return shown.map(({ at, kind, audience }) => ({
    ...momentOf(calendar, at),
    kind,
    audience,
  }));
}
