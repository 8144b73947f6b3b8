/**
 * Units that have ended, as the way in saw them on the day of a command: who acts for a unit that a stream names, and that
 * people of an ended unit act no more. What stands on the command is recorded, so deciding it again gives the same.
 */
import type { Command, LocalDate } from './kernel';
import { refuse, type Refusal } from './refusals';

export type EndedUnit = {
  readonly unit: string;
  readonly on: LocalDate;
  /** Who acts for it, by its heirs' heirs; null while nobody is named. */
  readonly heir: string | null;
  /** All who took over, where none of them is the heir yet. */
  readonly successors: readonly string[];
};

/** What the way in attaches; each is absent where no such unit has ended. */
export type StandingPlan = {
  /** The actor's own unit. */
  readonly actorEnded?: EndedUnit;
  /** Units that the stream names. */
  readonly ended?: readonly EndedUnit[];
};

function standingOf({ plan }: Pick<Command, 'plan'>): StandingPlan {
  return (plan as StandingPlan | null | undefined) ?? {};
}

/** The unit itself, or who took over from it; without an heir the ended unit, for which nobody can act. */
export function actingFor(command: Pick<Command, 'plan'>, unit: string): string {
  return standingOf(command).ended?.find((one) => one.unit === unit)?.heir ?? unit;
}

export function refuseEndedActor(command: Command): Refusal | null {
  const { actorEnded } = standingOf(command);
  if (actorEnded === undefined) return null;
  const { unit, on } = actorEnded;
  const successors = takersOf(actorEnded);
  return refuse('actor.unit-ended', { command: command.type, unit, on, successors });
}

/** As a message names them. */
export function takersOf({ heir, successors }: EndedUnit): string {
  return heir ?? (successors.length === 0 ? '–' : successors.join(', '));
}
