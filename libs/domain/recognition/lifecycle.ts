/** The year of one subject as a table. A decision has three steps: met, not met, and not met for want of a dossier. */
import { lifecycle } from '../kernel';
import type { SubjectStatus } from './types';

export type SubjectStep =
  | 'RegisterForRecognition'
  | 'SubmitRecognitionDossier'
  | 'AppraiseRecognitionDossier'
  | 'ReturnRecognitionDossier'
  | 'DecideMet'
  | 'DecideNotMet'
  | 'DecideNoDossier'
  | 'RevokeRecognition';

export const subjectLifecycle = lifecycle<SubjectStatus, SubjectStep>('recognition', {
  none: { RegisterForRecognition: 'registered' },
  registered: { SubmitRecognitionDossier: 'submitted', DecideNoDossier: 'notMet' },
  submitted: {
    AppraiseRecognitionDossier: 'appraised',
    ReturnRecognitionDossier: 'returned',
  },
  returned: { SubmitRecognitionDossier: 'submitted', DecideNoDossier: 'notMet' },
  appraised: {
    DecideMet: 'met',
    DecideNotMet: 'notMet',
    ReturnRecognitionDossier: 'returned',
  },
  met: { RevokeRecognition: 'revoked' },
  notMet: {},
  revoked: {},
});
