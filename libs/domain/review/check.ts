/** Checks that every command on a review passes first: its status allows the step, and the actor may ask for it. */
import type { Refusal } from '../refusals';
import { refuseActor } from '../rights';
import type { ReviewCommand } from './commands';
import { refuseByStatus } from './lifecycle';
import type { ReviewState } from './state';

export type Of<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>;

export function refuseCommand(state: ReviewState, command: ReviewCommand): Refusal | null {
  const heading = state.called?.heading;
  const bodies = { issuer: heading?.issuer ?? null, monitor: heading?.monitor ?? null };
  return refuseByStatus(state, command.type) ?? refuseActor(command, bodies);
}
