/** The decider of a directive: its table of commands, its table of events, and when it wakes. */
import { decideBy, evolveBy, type Deciding } from '../dispatch';
import { earliest, type Decider } from '../kernel';
import { refuse } from '../refusals';
import { INITIAL_DIRECTIVE } from './state';
import type { DirectiveCommand, DirectiveEvent, DirectiveState } from './types';

export const directiveDecider: Decider<DirectiveState, DirectiveCommand, DirectiveEvent> = {
  kind: 'directive',
  initial: INITIAL_DIRECTIVE,
  decide: (_state, command) => refuse('command.unknown', { command: command.type }),
  evolve: (state) => state,
  /** A directive out of force opens no rounds; what fell due meanwhile is planned anew when it resumes. */
  nextWakeup: (state) =>
    state.status === 'issued'
      ? earliest(Object.values(state.next).map(({ opensAt }) => opensAt))
      : null,
};
