/** The life of a commendation as a table: what may be asked in which status, and where it leads. */
import { lifecycle } from '../kernel';
import type { CommendationCommandType, CommendationStatus } from './types';

/** A step that somebody owes has a deadline: time acts in it. */
const owed = <S extends CommendationStatus>(status: S) => ({
  ReplanHeldStep: status,
  WakeUp: status,
});

export const commendationLifecycle = lifecycle<CommendationStatus, CommendationCommandType>(
  'commendation',
  {
    none: { NominateForCommendation: 'nominated', RecordAwards: 'reported' },
    nominated: {
      CompleteDossier: 'dossierComplete',
      RefuseCommendation: 'refused',
      WithdrawNomination: 'withdrawn',
      ...owed('nominated'),
    },
    returned: {
      CompleteDossier: 'dossierComplete',
      RefuseCommendation: 'refused',
      WithdrawNomination: 'withdrawn',
      ...owed('returned'),
    },
    dossierComplete: {
      AppraiseNomination: 'appraised',
      ReturnDossier: 'returned',
      RefuseCommendation: 'refused',
      WithdrawNomination: 'withdrawn',
      ...owed('dossierComplete'),
    },
    appraised: {
      GiveOpinion: 'appraised',
      DecideCommendation: 'decided',
      ReturnDossier: 'returned',
      RefuseCommendation: 'refused',
      WithdrawNomination: 'withdrawn',
      ...owed('appraised'),
    },
    decided: { ConferAward: 'awarded', RevokeCommendation: 'revoked', ...owed('decided') },
    awarded: { MakeAwardKnown: 'madeKnown', RevokeCommendation: 'revoked', ...owed('awarded') },
    madeKnown: { RevokeCommendation: 'revoked', ReplanHeldStep: 'madeKnown' },
    refused: { ReplanHeldStep: 'refused' },
    withdrawn: { ReplanHeldStep: 'withdrawn' },
    revoked: { ReplanHeldStep: 'revoked' },
    reported: {},
  },
);
