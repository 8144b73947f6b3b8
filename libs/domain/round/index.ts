export { consolidatedReport, type Drafted } from './consolidated-report';
export { obligationLifecycle, roundLifecycle } from './lifecycle';
export { ROUND_REJECTIONS, type RoundRejection } from './rejections';
export { roundDecider } from './round';
export { rungOutcomesOf, type RungFact } from './rung-outcomes';
export { standingOf, STANDINGS } from './standing';
export * from './types';
