/**
 * A directive's force: suspended, superseded, revoked, recalled. Each event names the shards and the reviews it
 * reaches, so that the reactions need nothing else.
 */
import { accept, type Decision } from '../kernel';
import { refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { reviewsOf } from './conclude';
import { openShards } from './state';
import type { DirectiveEvent, DirectiveState } from './types';

type Ending = 'SuspendDirective' | 'SupersedeDirective' | 'RevokeDirective' | 'RecallDirective';

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
  return accept({
    type: 'DirectiveSuperseded',
    data: { ...command.data, shards, reviews: reviewsOf(state) },
  });
}

export function revokeDirective(
  state: DirectiveState,
  command: Of<'RevokeDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  return accept({
    type: 'DirectiveRevoked',
    data: { ...command.data, shards: openShards(state), reviews: reviewsOf(state) },
  });
}

export function recallDirective(
  state: DirectiveState,
  command: Of<'RecallDirective'>,
): Decision<DirectiveEvent> {
  const refused = refuseChange(state, command);
  if (refused) return refused;
  return accept({
    type: 'DirectiveRecalled',
    data: { ...command.data, shards: openShards(state), reviews: reviewsOf(state) },
  });
}

function refuseChange(state: DirectiveState, command: Of<Ending>): Refusal | null {
  return refuseCommand(state, command) ?? refuseBlank(command.data.reason, 'reason');
}
