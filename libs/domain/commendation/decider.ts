/**
 * The decider of a commendation: its table of commands, and when it wakes. Invariant: of every rung of a step that is done
 * there is exactly one outcome.
 */
import { decideBy } from '../dispatch';
import type { Decider } from '../kernel';
import { appraiseNomination, giveOpinion } from './appraise';
import { conferAward, makeAwardKnown, revokeCommendation, withdrawNomination } from './award';
import { decideCommendation, refuseCommendation } from './decide-commendation';
import { completeDossier, returnDossier } from './dossier';
import { evolve, NO_COMMENDATION } from './evolve';
import { nominateForCommendation } from './nominate';
import { recordAwards } from './record-awards';
import { replanHeldStep } from './replan-held-step';
import type { CommendationCommand, CommendationEvent, CommendationState } from './types';
import { wakeUp } from './wake-up';

export const commendationDecider: Decider<
  CommendationState,
  CommendationCommand,
  CommendationEvent
> = {
  kind: 'commendation',
  initial: NO_COMMENDATION,
  decide: decideBy<CommendationState, CommendationCommand, CommendationEvent>({
    NominateForCommendation: nominateForCommendation,
    CompleteDossier: completeDossier,
    ReturnDossier: returnDossier,
    AppraiseNomination: appraiseNomination,
    GiveOpinion: giveOpinion,
    DecideCommendation: decideCommendation,
    RefuseCommendation: refuseCommendation,
    ConferAward: conferAward,
    MakeAwardKnown: makeAwardKnown,
    WithdrawNomination: withdrawNomination,
    RevokeCommendation: revokeCommendation,
    RecordAwards: recordAwards,
    ReplanHeldStep: replanHeldStep,
    WakeUp: wakeUp,
  }),
  evolve,
  nextWakeup: ({ pending }) => pending[0]?.at ?? null,
};
