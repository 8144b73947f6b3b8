/** The directive's vocabulary: the life of one instrument from draft to conclusion. */
export type * from './commands';
export type * from './directive-state';
export type * from './draft';
export type * from './events';
export type * from './later-instrument';
export type * from './legal-hold';
export type * from './link';
export type * from './occurrence';
export type * from './plan';
