export * from './envelope';
export * from './topics';
export * from './marked-paths';
export * from './commands/row';
export * from './commands/rights';
export * from './commands/table';
export * from './messages';
export * from './problem';
export * from './faults';
export * from './words';
export * from './missing-words';
export {
  boundText,
  percentText,
  shareText,
  RECOGNITION_DAY,
  RECOGNITION_SUBJECT_KIND,
  SUBJECT_STATUS,
  TIMELINESS,
} from './recognition-words';
export {
  ACCESS_KIND,
  APPRAISAL_FINDING,
  BAR_KIND,
  COMMENDATION_STATUS,
  COMMENDATION_STEP,
  EVIDENCE_KIND,
  NO_RECOGNITION,
  MERIT,
  ROLE,
  SHORTLIST_CRITERION,
  STEP_SKIP,
  SUBJECT_KIND,
} from './commendation-words';
export { changeSet } from './schemas/org';
export * from './as-of';
export * from './local-time';
export * from './mode';
export * from './receipt';
export {
  advanceSchema,
  LONGEST_NOTE,
  MOST_HELD,
  PATHS,
  PREVIEW_PAIRS,
  QUERIES,
  RATES_BY,
  type RatesBy,
} from './schemas/query';
export * from './json-schema';
export * from './inbound';
