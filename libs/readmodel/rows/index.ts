/** What the queries answer: plain JSON, names as in the domain. Standings are derived for the instant asked, never stored. */
export * from './directive-rows';
export * from './round-rows';
export * from './obligation-rows';
export * from './list-rows';
export * from './report-rows';
export * from './review-rows';
export * from './rate-rows';
export * from './reorganisation-rows';
export * from './recognition-rows';
export * from './commendation-rows';
export * from './indicator-rows';
export * from './consolidation-rows';
export * from './criticism-rows';
export * from './access-rows';
export * from './travel-rows';
