/**
 * Planning: what a duty, a calendar and the policies in force make of a directive: the next round, its units and due
 * times, new schedules. Pure; the way in answers what `planning` asks and puts the plan on the command.
 */
export type { Linked } from './plan-link';
export { needsPlan, plansFromState } from './plan';
export { planning } from './planning';
export type { Found, PlannableCommand } from './planner';
export type { Asking, Question } from './question';
export type { ConveneRoundData } from './plan-convening';
export type { PlanRoundData } from './plan-next-round';
export type { Impossible } from './impossible';
export {
  BOOK_STREAMS,
  bookFrom,
  type InForce,
  type PolicyBook,
  type PolicyQuestion,
} from './policy-book';
