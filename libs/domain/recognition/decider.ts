/** The decider of recognition: one body that decides, one year. */
import { decideBy, evolveBy } from '../dispatch';
import type { Decider } from '../kernel';
import { callForRegistration } from './call-for-registration';
import { classifyUnit } from './classify-unit';
import { decideRecognition, delegateRecognition, revokeRecognition } from './decide-recognition';
import { appraiseDossier, returnDossier, submitDossier } from './dossier';
import { foldSubjects, NO_YEAR, RECOGNITION_FOLDS } from './evolve';
import { recordResult, setTarget } from './record-result';
import { registerForRecognition } from './register-for-recognition';
import type { RecognitionCommand, RecognitionEvent, RecognitionState } from './types';
import { wakeUp } from './wake-up';

const evolve = evolveBy<RecognitionState, RecognitionEvent>('recognition', RECOGNITION_FOLDS);

export const recognitionDecider: Decider<RecognitionState, RecognitionCommand, RecognitionEvent> = {
  kind: 'recognition',
  initial: NO_YEAR,
  decide: decideBy<RecognitionState, RecognitionCommand, RecognitionEvent>({
    CallForRegistration: callForRegistration,
    RegisterForRecognition: registerForRecognition,
    SubmitRecognitionDossier: submitDossier,
    AppraiseRecognitionDossier: appraiseDossier,
    ReturnRecognitionDossier: returnDossier,
    DecideRecognition: decideRecognition,
    DelegateRecognition: delegateRecognition,
    RevokeRecognition: revokeRecognition,
    RecordRecognitionResult: recordResult,
    SetRecognitionTarget: setTarget,
    ClassifyUnit: classifyUnit,
    WakeUp: wakeUp,
  }),
  evolve,
  folding: (from) => foldSubjects(from, evolve),
  nextWakeup: ({ deadlines }) => deadlines[0]?.at ?? null,
};
