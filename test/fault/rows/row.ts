/** What a row of the table of faults is made of. */
import type { Office } from '../support/office';
import type { App } from '../support/service-process';
import type { Stage } from '../support/stage';

export type Scene = {
  readonly stage: Stage;
  readonly office: Office;
  /** Streams that were open while the clock was set. */
  readonly clockWasSet: string[];
};

/** What the operator must find in the log of a service: the code says which message it is. */
export type Told = {
  readonly by: App;
  readonly code: string;
  /** Which part it is about, as the message must name it. */
  readonly part: string;
};

export type Row = {
  readonly fault: string;
  readonly moment: string;
  /** Absent: everywhere. Where it is not possible the row is skipped loudly, which CI does not allow. */
  readonly possible?: () => boolean;
  /** Brings the fault about at its moment, and lifts it again. */
  readonly play: (scene: Scene) => Promise<void>;
  /** Empty for what says nothing when it is killed, or away so shortly that it need not be noticed. */
  readonly told: readonly Told[];
};

/** Seconds until a rung that must not come while a row is played. */
export const FAR = 3_600;
