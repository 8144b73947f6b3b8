/** The entry of the workflow bundle: every workflow type that a worker runs. */
export { DirectiveWorkflow } from './directive.workflow';
export { ReviewWorkflow } from './review.workflow';
export { RoundWorkflow } from './round.workflow';
