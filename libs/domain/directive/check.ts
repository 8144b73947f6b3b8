/** Checks that every command on a directive passes first: its status allows the step, and the actor may ask for it. */
import { refuseArchived } from '../archived';
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
  return (
    refuseByStatus(state, command.type) ??
    refuseActor(command, bodies) ??
    refuseAfter(state, command)
  );
}

/** Handed over twice has a refusal of its own; and what is kept there is still kept by somebody's word. */
const AFTER_ARCHIVE: readonly string[] = [
  'HandToArchive',
  'PlaceLegalHold',
  'ReleaseLegalHold',
  'DecideRetention',
];

/** What the engine says is noted to the last; people record nothing once the file is in the archive. */
function refuseAfter(
  { archive }: DirectiveState,
  { type, actor }: DirectiveCommand,
): Refusal | null {
  const archivedAt = archive?.handedAt ?? null;
  if (archivedAt === null || actor.role === 'system' || AFTER_ARCHIVE.includes(type)) return null;
  return refuseArchived({ type, plan: { archivedAt } });
}
