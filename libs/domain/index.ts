export * from './kernel';
export { officeDay } from './local-date';
export { utf8Length } from './utf8-length';
export * from './duty/types';
export * from './policy/bands';
export type * from './directive/criticism';
export * from './form/types';
export * from './form/outline';
export {
  fittedDraft,
  MOST_DATA_BYTES,
  MOST_MODELS,
  MOST_SECTION_CHARACTERS,
  type Cut,
  type FittedDraft,
  type ListedTexts,
} from './form/fitted-draft';
export { rollUp, type Listed, type Part, type RolledField } from './form/roll-up';
export * from './indicator/types';
export { indicatorValue, type Counted, type IndicatorValue } from './indicator/value';
export * from './directive/types';
export { dutyWith } from './directive/decide-value';
export * from './round';
export * from './review';
export * from './series/types';
export * from './org/types';
export * from './policy/types';
export * from './reorganisation/types';
export { progressOf, withoutHeir } from './reorganisation/progress';
export { reorganisationDecider } from './reorganisation/decider';
export { successionsOf } from './org/successions';
export { standingHolds } from './directive/legal-hold';
export { actingUnit } from './directive/heirs';
export * from './delivery/types';
export * from './recognition/types';
export * from './recognition/norm';
export * from './recognition/plan';
export * from './recognition/share';
export type { SubjectStep } from './recognition/lifecycle';
export * from './commendation/types';
export * from './bars/types';
export type { Remit, RemitPlan } from './remit';
export * from './erasure/types';
export * from './access/types';
export * from './histories/types';
export * from './losses/types';
export * from './streams';
export * from './deciders';
export { directiveDecider } from './directive/decider';
export { selfAssessmentDuty } from './directive/call-review';
export { answersPeriod } from './directive/period-answers';
export { nextKey, requestPeriod, roundKey } from './directive/state';
export { refuseToKeep } from './directive/secrecy';
export { assumedWith, OUT_OF_FORCE } from './directive/assumed-later';
export { latestNotes, laterKey } from './directive/later-instrument';
export * from './directive/symbol';
export { barsOn } from './bars/decider';
export { commendationDecider } from './commendation/decider';
export { orgDecider } from './org/decider';
export * from './ended-units';
export * from './org/units';
export { react } from './reactions/react';
export type { AskedCommand, SeenEvent } from './reactions/types';
export { REFUSAL_CODES, type RefusalCode } from './refusals';
export { foldName } from './spelling';
