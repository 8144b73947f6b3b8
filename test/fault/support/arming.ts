/** What crosses between the fault suite and a service under test: named points, and what is to happen when one is reached. */

/**
 * `{what}:{when}`. The process has just done it, or is about to, and nobody has been told yet.
 * `rows` is a consumer's transaction with its rows and cursor written and not committed.
 */
export const POINTS = [
  'accept:before',
  'accept:committed',
  'dead-letter:committed',
  'load:answered',
  'take:answered',
  'record:before',
  'record:committed',
  'cursor:before',
  'rows:before-commit',
  'batch:received',
  'batch:handled',
  'publish:before',
  'publish:acknowledged',
  'wake:sent',
  'mail:planning',
  'mail:before',
  'mail:answered',
  'tree:grown',
  'checkpoint:signing',
  'checkpoint:signed',
  'checkpoint:kept',
  'cosignature:came',
] as const;
export type Point = (typeof POINTS)[number];

export type Arming = {
  readonly id: number;
  readonly point: Point;
  /** Only where the detail of the point, as JSON, contains all of these. */
  readonly where: readonly string[];
  /** `hold`: once, until told to go on. `throw`, `garble`: every time, until disarmed. */
  readonly act: 'hold' | 'throw' | 'garble';
};

export type ToService =
  { readonly arm: Arming } | { readonly go: number } | { readonly disarm: number };

export type FromService = { readonly reached: number; readonly detail: string };

/** Patience shortened for the suite; absent: the product's own. */
export type Patience = {
  readonly stuckMs?: number;
  readonly waitMs?: number;
  readonly retriesMs?: readonly number[];
  readonly probeMs?: readonly [number, number];
};

/** Read by the process that is preloaded. */
export const PATIENCE_VARIABLE = 'DONDOC_TEST_PATIENCE';
