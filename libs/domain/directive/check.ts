/** Checks that every command on a directive passes first: its status allows the step, and the actor may ask for it. */
import { valueOf } from '../kernel';
import type { Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { actingUnit } from './heirs';
import { refuseByStatus } from './lifecycle';
import type { DirectiveCommand, DirectiveState } from './types';

export type Of<T extends DirectiveCommand['type']> = Extract<DirectiveCommand, { type: T }>;

export function refuseCommand(state: DirectiveState, command: DirectiveCommand): Refusal | null {
  const acting = (unit: string | undefined) => (unit ? actingUnit(state.heirs, unit) : null);
  const bodies = {
    issuer: acting(state.draft?.issuer),
    monitor: acting(state.draft === null ? undefined : valueOf(state.draft.monitoringBody)),
  };
  return refuseByStatus(state, command.type) ?? refuseActor(command, bodies);
}
