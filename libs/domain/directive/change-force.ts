/**
 * A directive's force: suspended, superseded, revoked, recalled, concluded. Each event names the shards
 * it reaches, so that the reaction needs nothing else.
 */
import { accept, type Decision } from '../kernel';
import { refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { openShards } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

type Ending =
  | 'SuspendDirective'
  | 'SupersedeDirective'
  | 'RevokeDirective'
  | 'RecallDirective'
  | 'ConcludeDirective';

export function suspendDirective(
  state: DirectiveState,
  command: Of<'SuspendDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  return accept({
    type: 'DirectiveSuspended',
    data: { ...command.data, shards: openShards(state) },
  });
}

export function supersedeDirective(
  state: DirectiveState,
  command: Of<'SupersedeDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command) ?? refuseBlank(command.data.by, 'by');
  if (refused) return refused;
  const shards = openShards(state);
  return accept({ type: 'DirectiveSuperseded', data: { ...command.data, shards } });
}

export function revokeDirective(
  state: DirectiveState,
  command: Of<'RevokeDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  return accept({ type: 'DirectiveRevoked', data: { ...command.data, shards: openShards(state) } });
}

export function recallDirective(
  state: DirectiveState,
  command: Of<'RecallDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  return accept({
    type: 'DirectiveRecalled',
    data: { ...command.data, shards: openShards(state) },
  });
}

export function concludeDirective(
  state: DirectiveState,
  command: Of<'ConcludeDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  const shards = openShards(state);
  return accept({ type: 'DirectiveConcluded', data: { ...command.data, shards } });
}

function refuseChange(state: DirectiveState, command: Of<Ending>): Refusal | null {
  return refuseCommand(state, command) ?? refuseBlank(command.data.reason, 'reason');
}
