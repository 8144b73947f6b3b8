/** The life of a change set while it is carried out, as a table: what may be asked in which status. */
import { lifecycle } from '../kernel';
import type { ReorganisationCommand, ReorganisationStatus } from './types';

type Type = ReorganisationCommand['type'];

/** Answers may come late, and twice: each status takes them. */
const answers = <S extends ReorganisationStatus>(status: S) => ({
  NoteHandOver: status,
  NoteTransfer: status,
});

/** Where the last answer leads is decided with it: nothing is outstanding, or only heirs are. */
export const reorganisationLifecycle = lifecycle<ReorganisationStatus, Type>('reorganisation', {
  none: { BeginReorganisation: 'handingOver', BeginHandBack: 'undone' },
  handingOver: {
    ListDirectives: 'handingOver',
    NoteHandOver: 'awaitingHeirs',
    NoteTransfer: 'completed',
    DecideHeir: 'handingOver',
    BeginHandBack: 'handingBack',
  },
  awaitingHeirs: {
    ...answers('awaitingHeirs'),
    DecideHeir: 'handingOver',
    BeginHandBack: 'handingBack',
  },
  completed: {
    NoteTransfer: 'completed',
    NoteHandOver: 'handingOver',
    DecideHeir: 'handingOver',
    BeginHandBack: 'handingBack',
  },
  handingBack: {
    ListDirectives: 'handingBack',
    NoteHandOver: 'handingBack',
    NoteTransfer: 'undone',
  },
  undone: { ...answers('undone') },
});
