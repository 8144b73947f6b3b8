/**
 * Time itself acts: the rungs of the present step that fall due. As in rounds (ADR 6) an outage never escalates in one leap:
 * the earliest overdue escalation is issued, it and all later ones behind it are held and planned anew from then.
 */
import { accept, stamp, type Decision, type Instant } from '../kernel';
import { refuse } from '../refusals';
import type { PlannedRung } from '../round/planned-schedule';
import { directiveOf, refuseCommand, type Of } from './check';
import { evolve } from './evolve';
import type { CommendationEvent, CommendationState, Deadline, StepSkip } from './types';

export function wakeUp(
  state: CommendationState,
  command: Of<'WakeUp'>,
): Decision<CommendationEvent> {
  const refused = refuseCommand(state, command, null);
  if (refused) return refused;
  const events: CommendationEvent[] = [];
  let current = state;
  for (;;) {
    const rung = current.pending[0];
    if (rung === undefined || rung.at > command.effectiveAt) break;
    const event = reach(current, rung, command.receivedAt);
    events.push(event);
    current = evolve(current, stamp(event, command));
  }
  if (events.length === 0) return refuse('wake-up.nothing-due', { at: command.effectiveAt });
  return accept(...events);
}

function reach(state: CommendationState, rung: PlannedRung, now: Instant): CommendationEvent {
  const deadline = state.deadlines[state.current!]!;
  const directive = directiveOf(state);
  const { id, step, responsible, schedule } = deadline;
  if (leaps(state, rung)) {
    const rungs = state.pending.map((it) => it.id);
    const data = { directive, deadline: id, step, rungs, at: rung.at, issuedAt: now };
    return { type: 'CommendationRungsHeld', data };
  }
  return {
    type: 'CommendationRungReached',
    data: {
      directive,
      deadline: id,
      step,
      responsible,
      rung: rung.id,
      kind: rung.kind,
      audience: rung.audience,
      to: unitTold(state, deadline, rung),
      dueAt: schedule.dueAt,
      at: rung.at,
      issuedAt: now,
      skipped: skipReason(state, deadline, rung, now),
    },
  };
}

/** Of one instant is one escalation; otherwise the last one came too late for this one to follow now. */
function leaps({ escalated }: CommendationState, rung: PlannedRung): boolean {
  return (
    rung.kind !== 'reminder' &&
    escalated !== null &&
    escalated.dueAt !== rung.at &&
    escalated.issuedAt >= rung.at
  );
}

function skipReason(
  state: CommendationState,
  deadline: Deadline,
  rung: PlannedRung,
  now: Instant,
): StepSkip | null {
  const silent = silence(state, deadline, rung);
  if (silent !== null || rung.kind !== 'reminder') return silent;
  // A rung that tells nobody overtakes none: of several reminders that are late one is still issued.
  const caughtUp = state.pending.some(
    (later) => later.at > rung.at && later.at <= now && silence(state, deadline, later) === null,
  );
  return caughtUp ? 'superseded' : null;
}

/** Why the rung tells nobody, whenever it comes; null when it tells somebody. */
function silence(
  state: CommendationState,
  deadline: Deadline,
  rung: PlannedRung,
): 'noAudience' | 'sameAudience' | null {
  const to = unitTold(state, deadline, rung);
  if (to === null) return 'noAudience';
  const goesUp =
    rung.kind !== 'reminder' && (rung.audience === 'superior' || rung.audience === 'issuer');
  const again = to === deadline.responsible || to === state.escalated?.to;
  return goesUp && again ? 'sameAudience' : null;
}

function unitTold(
  { nomination }: CommendationState,
  { responsible, superior }: Deadline,
  { audience }: PlannedRung,
): string | null {
  switch (audience) {
    case 'focal':
    case 'head':
      return responsible;
    case 'superior':
      return superior;
    case 'issuer':
      return nomination!.awardingBody;
  }
}
