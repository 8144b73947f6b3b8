/**
 * Checks that every command on a review passes first: its status allows the step, the actor may ask for it, and the file of
 * the directive is not in the archive. The bodies
 * stand as they were at the call; for one that has ended its heir acts.
 */
import { refuseArchived } from '../archived';
import { actingFor } from '../ended-units';
import type { Refusal } from '../refusals';
import { refuseActor } from '../rights';
import type { ReviewCommand } from './commands';
import { refuseByStatus } from './lifecycle';
import type { ReviewState } from './state';

export type Of<T extends ReviewCommand['type']> = Extract<ReviewCommand, { type: T }>;

export function refuseCommand(state: ReviewState, command: ReviewCommand): Refusal | null {
  const heading = state.called?.heading;
  const acting = (unit: string | null | undefined) => (unit ? actingFor(command, unit) : null);
  const bodies = { issuer: acting(heading?.issuer), monitor: acting(heading?.monitor) };
  return (
    refuseByStatus(state, command.type) ?? refuseActor(command, bodies) ?? refuseArchived(command)
  );
}
