/** The entry of the workflow bundle: every workflow type that a worker runs. */
export { CommendationWorkflow } from './commendation.workflow';
export { DirectiveWorkflow } from './directive.workflow';
export { ReviewWorkflow } from './review.workflow';
export { RecognitionWorkflow } from './recognition.workflow';
export { RoundWorkflow } from './round.workflow';
