/**
 * Planning: what a duty, a calendar and the policies in force make of a directive: the next round, its units and due
 * times, new schedules. Pure; the way in asks `plan` and puts the answer on the command.
 */
export { needsPlan, plan, type PlannableCommand } from './plan';
export { planConvening, type ConveneRoundData } from './plan-convening';
export { planHeldRungs, type HeldRungsData } from './plan-held-rungs';
export { planNextRound, type PlanRoundData } from './plan-next-round';
export { planExtension, planResumption } from './plan-schedule';
export type { Impossible } from './impossible';
export {
  bookOf,
  policyInForce,
  policyName,
  type InForce,
  type PolicyBook,
  type PolicyQuestion,
} from './policy-book';
