/** The decider of organisational units: one stream for all, so that a cycle among them can be refused. */
import { decideBy, evolveBy, nothingDue } from '../dispatch';
import type { Decider } from '../kernel';
import { addAlias, changeRoleClasses, moveUnit, renameUnit, setContacts } from './change-unit';
import { dissolveUnit, mergeUnits, splitUnit } from './end-units';
import { ORG_FOLDS } from './evolve';
import { registerUnits } from './register-units';
import { noteReorganisationDone, reorganiseUnits } from './reorganise-units';
import { undoReorganisation } from './undo-reorganisation';
import type { OrgCommand, OrgEvent, OrgState } from './types';

export const orgDecider: Decider<OrgState, OrgCommand, OrgEvent> = {
  kind: 'org',
  initial: { units: {} },
  decide: decideBy<OrgState, OrgCommand, OrgEvent>({
    RegisterUnits: registerUnits,
    RenameUnit: renameUnit,
    AddAlias: addAlias,
    MoveUnit: moveUnit,
    ChangeRoleClasses: changeRoleClasses,
    SetContacts: setContacts,
    MergeUnits: mergeUnits,
    SplitUnit: splitUnit,
    DissolveUnit: dissolveUnit,
    ReorganiseUnits: reorganiseUnits,
    UndoReorganisation: undoReorganisation,
    NoteReorganisationDone: noteReorganisationDone,
    WakeUp: nothingDue,
  }),
  evolve: evolveBy<OrgState, OrgEvent>('org', ORG_FOLDS),
  nextWakeup: () => null,
};
