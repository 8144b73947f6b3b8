/**
 * Checks that every command on a commendation passes first: its status allows the step, the actor may ask for it and is of
 * the body whose step it is, and nobody judges what is of his own unit.
 */
import { actingFor } from '../ended-units';
import { refuseSchedule, refuseWithoutPlan } from '../directive/check-plan';
import type { Command } from '../kernel';
import { ownAmong } from '../own-unit';
import { refuse, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { commendationLifecycle } from './lifecycle';
import type {
  ClosedStep,
  CommendationCommand,
  CommendationState,
  Deadline,
  PlannedStep,
  StepName,
  StepPlan,
  Subject,
} from './types';

export type Of<T extends CommendationCommand['type']> = Extract<CommendationCommand, { type: T }>;

/** @param body whose people may ask, or of its heir when it has ended; null: anybody of the right role */
export function refuseCommand(
  state: CommendationState,
  command: CommendationCommand,
  body: string | null,
): Refusal | null {
  const { status } = state;
  if (commendationLifecycle.next(status, command.type) === null) {
    if (status === 'none') return refuse('commendation.unknown', { command: command.type });
    const actions = commendationLifecycle.actions(status);
    return refuse('commendation.not-now', {
      command: command.type,
      status: `commendation.${status}`,
      actions,
    });
  }
  const issuer = body === null ? null : actingFor(command, body);
  return refuseActor(command, { issuer, monitor: null });
}

/** Whoever judges must be of another unit than those who are to be commended. */
export function refuseOwnUnit(state: CommendationState, command: Command): Refusal | null {
  const unit = ownAmong(command, unitsOf(state.nomination?.subjects ?? []));
  if (unit === null) return null;
  const { nominatedBy } = state;
  return refuse('commendation.own-unit', { unit, command: command.type, nominatedBy });
}

/** Who nominates and who appraises are two: neither the same unit nor of one line. */
export function refuseNominator(
  command: Command,
  other: string,
  nominatedBy: string,
): Refusal | null {
  const unit = ownAmong(command, [other]);
  return unit === null ? null : refuse('commendation.nominator-appraises', { unit, nominatedBy });
}

/** Nor is whoever nominated asked for an opinion. */
export function refuseNominatorsOpinion(
  { nominatedBy }: CommendationState,
  command: Command,
): Refusal | null {
  const unit = ownAmong(command, [nominatedBy!]);
  if (unit === null) return null;
  return refuse('commendation.nominator-opinion', { unit, nominatedBy: nominatedBy! });
}

/** The units that subjects are, or are of. */
export function unitsOf(subjects: readonly Subject[]): string[] {
  return subjects.flatMap((it) => (it.kind === 'aggregate' || it.unit === null ? [] : [it.unit]));
}

/** Refuses a plan that is not there, is impossible, or dates another step than the one that begins. */
export function refuseStepPlan(command: Command, step: StepName | null): Refusal | null {
  const refused = refuseWithoutPlan(command);
  if (refused) return refused;
  const { deadline } = command.plan as StepPlan;
  if ((deadline?.step ?? null) !== step) {
    return refuse('plan.invalid', { place: 'deadline.step', found: deadline?.step ?? null });
  }
  return deadline === null ? null : refuseSchedule(deadline.schedule, command.effectiveAt);
}

export type TurnTo = {
  readonly directive: string | null;
  readonly closed: ClosedStep;
  readonly deadline: Deadline | null;
};

/** What an event says that ends the present step and begins the next one, or none. */
export function turn(state: CommendationState, next: PlannedStep | null): TurnTo {
  return {
    directive: directiveOf(state),
    closed: closedStep(state),
    deadline: next === null ? null : { id: `d${Object.keys(state.deadlines).length}`, ...next },
  };
}

export function directiveOf({ nomination, reported }: CommendationState): string | null {
  return nomination?.directive ?? reported?.directive ?? null;
}

function closedStep({ current, deadlines, pending, held }: CommendationState): ClosedStep {
  if (current === null) return null;
  const { step } = deadlines[current]!;
  const rungs = [...pending.map(({ id }) => id), ...held];
  return { deadline: current, step, rungs, reason: 'done' };
}
