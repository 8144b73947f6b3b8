/** The decider of one change set while it is carried out: it knows what was asked and what is outstanding. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import type { Decider } from '../kernel';
import {
  beginHandBack,
  beginReorganisation,
  decideHeir,
  listDirectives,
  noteHandOver,
  noteTransfer,
} from './carry-out';
import { REORGANISATION_FOLDS } from './evolve';
import type { ReorganisationCommand, ReorganisationEvent, ReorganisationState } from './types';

const NONE: ReorganisationState = {
  id: '',
  title: '',
  on: '',
  source: '',
  status: 'none',
  successions: [],
  decided: [],
  passes: [],
  blocked: {},
};

export const reorganisationDecider: Decider<
  ReorganisationState,
  ReorganisationCommand,
  ReorganisationEvent
> = {
  kind: 'reorganisation',
  initial: NONE,
  decide: decideBy<ReorganisationState, ReorganisationCommand, ReorganisationEvent>({
    BeginReorganisation: beginReorganisation,
    ListDirectives: listDirectives,
    NoteHandOver: noteHandOver,
    NoteTransfer: noteTransfer,
    DecideHeir: decideHeir,
    BeginHandBack: beginHandBack,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<ReorganisationState, ReorganisationEvent>(
    'reorganisation',
    REORGANISATION_FOLDS,
  ),
  nextWakeup: () => null,
};
