/** What a bench is given: how often to measure, where its figures go, and who stops what it started. */
import type { Measured } from './figures';

export type Bench = {
  /** How often each case is measured; null leaves it to the bench. */
  readonly runs: number | null;
  /** Tiny parameters: to see that the bench works, not how fast the product is. */
  readonly small: boolean;
  readonly signal: AbortSignal;
  figure(measured: Measured): void;
  /** A line of progress for people. */
  say(text: string): void;
  /** Stopped when the bench has ended, in reverse order. */
  own(name: string, stop: () => unknown): void;
};

export type BenchRun = (bench: Bench) => Promise<void>;
