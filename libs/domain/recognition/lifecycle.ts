/** The year of one subject as a table. A decision has two outcomes: its two steps are named for them. */
import { lifecycle } from '../kernel';
import type { SubjectStatus } from './types';

export type SubjectStep =
  | 'RegisterForRecognition'
  | 'SubmitRecognitionDossier'
  | 'AppraiseRecognitionDossier'
  | 'ReturnRecognitionDossier'
  | 'DecideMet'
  | 'DecideNotMet'
  | 'RevokeRecognition';

export const subjectLifecycle = lifecycle<SubjectStatus, SubjectStep>('recognition', {
  none: { RegisterForRecognition: 'registered' },
  registered: { SubmitRecognitionDossier: 'submitted' },
  submitted: {
    AppraiseRecognitionDossier: 'appraised',
    ReturnRecognitionDossier: 'returned',
  },
  returned: { SubmitRecognitionDossier: 'submitted' },
  appraised: {
    DecideMet: 'met',
    DecideNotMet: 'notMet',
    ReturnRecognitionDossier: 'returned',
  },
  met: { RevokeRecognition: 'revoked' },
  notMet: {},
  revoked: {},
});
