/**
 * Time itself acts: the rungs that fall due at one instant, each for all obligations on its schedule.
 * After an outage nobody gets more than one catch-up reminder and nobody is escalated in one leap:
 * the earliest overdue escalation is issued, it and all later ones behind it are held and planned anew.
 */
import { accept, stamp, type Decision, type Instant } from '../kernel';
import { audienceOf, reachesSameAsLast } from './audience';
import { evolve } from './evolve';
import { refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import { awaits } from './schedules';
import type {
  Obligation,
  PlannedRung,
  RoundEvent,
  RoundState,
  Schedule,
  Skipped,
  SkipReason,
} from './types';

export function wakeUp(state: RoundState, command: CommandOf<'WakeUp'>): Decision<RoundEvent> {
  const refused = refusedByRound(state, command.type);
  if (refused) return refused;
  const due = state.pending.filter(({ at }) => at <= command.effectiveAt);
  if (due.length === 0) return refuse('wake-up.nothing-due', { at: command.effectiveAt });
  const events: RoundEvent[] = [];
  let current = state;
  for (const { schedule: id, rung: name } of due) {
    const schedule = current.schedules[id];
    const rung = schedule?.rungs.find((candidate) => candidate.id === name);
    if (!schedule || !rung) continue;
    for (const event of reach(current, { schedule, rung, now: command.receivedAt })) {
      events.push(event);
      current = evolve(current, stamp(event, command));
    }
  }
  return accept(...events);
}

type Reached = { readonly schedule: Schedule; readonly rung: PlannedRung; readonly now: Instant };

/** One rung for everybody who awaits it: issued, skipped with its reason, or held. */
function reach(state: RoundState, { schedule, rung, now }: Reached): RoundEvent[] {
  const issued: string[] = [];
  const skipped: Skipped[] = [];
  const held: string[] = [];
  const overdue = laterOverdue(state, { schedule, rung, now });
  for (const obligation of Object.values(state.obligations)) {
    if (!awaits(obligation, { schedule: schedule.id, rung: rung.id })) continue;
    const { unit } = obligation;
    const reason = skipReason(state, obligation, rung, overdue);
    if (reason === null) issued.push(unit);
    else if (reason === 'held') held.push(unit);
    else skipped.push({ unit, reason });
  }
  const events: RoundEvent[] = [];
  if (issued.length + skipped.length > 0) {
    events.push({
      type: 'RungReached',
      data: {
        schedule: schedule.id,
        rung: rung.id,
        kind: rung.kind,
        audience: rung.audience,
        dueAt: schedule.dueAt,
        at: rung.at,
        issuedAt: now,
        issued,
        skipped,
        letter: rung.kind === 'letter' && issued.length > 0 ? nextLetterId(state) : null,
      },
    });
  }
  if (held.length > 0) {
    const rungs = comingRungs(state, schedule, rung).map(({ id }) => id);
    events.push({
      type: 'RungsHeld',
      data: {
        schedule: schedule.id,
        rungs: [rung.id, ...rungs],
        units: held,
        at: rung.at,
        issuedAt: now,
      },
    });
  }
  return events;
}

/** Why the rung does not come for this obligation; null when it does. */
function skipReason(
  state: RoundState,
  obligation: Obligation,
  rung: PlannedRung,
  overdue: readonly PlannedRung[],
): SkipReason | null {
  const { status, escalated } = obligation;
  if (status !== 'open' && status !== 'returned') return status;
  if (state.status === 'suspended') return 'suspended';
  const { heading } = state;
  if (!heading || audienceOf(rung.audience, obligation, heading) === null) return 'noAudience';
  if (reachesSameAsLast(rung, obligation, state)) return 'sameAudience';
  if (rung.kind === 'reminder') {
    const caughtUp = overdue.some(
      ({ audience }) => audienceOf(audience, obligation, heading) !== null,
    );
    return caughtUp ? 'superseded' : null;
  }
  // Of one instant is one escalation; otherwise the last one came too late for this one to follow now.
  const leaps = escalated !== null && escalated.dueAt !== rung.at && escalated.issuedAt >= rung.at;
  return leaps ? 'held' : null;
}

/** Rungs of the schedule after this one in its order that are still to come. */
function comingRungs(state: RoundState, schedule: Schedule, rung: PlannedRung): PlannedRung[] {
  const coming = state.pending.filter((entry) => entry.schedule === schedule.id);
  const here = coming.findIndex((entry) => entry.rung === rung.id);
  const names = coming.slice(here + 1).map((entry) => entry.rung);
  return names.flatMap((name) => schedule.rungs.filter(({ id }) => id === name));
}

/** Rungs that fell due strictly later than this one, and yet are due by now: the engine woke late. */
function laterOverdue(state: RoundState, { schedule, rung, now }: Reached): PlannedRung[] {
  return comingRungs(state, schedule, rung).filter(({ at }) => at > rung.at && at <= now);
}

function nextLetterId(state: RoundState): string {
  return `letter-${Object.keys(state.letters).length + 1}`;
}
