/** The vocabulary of a review: its state, what may be asked of it, what happened in it, and its pack. */
export type * from './commands';
export type * from './events';
export type { JudgingPlan } from './judge-task';
export * from './state';
export { reviewPack, type ReviewPack } from './pack';
export { addToSources, NO_SOURCES, type PackSources } from './pack-sources';
