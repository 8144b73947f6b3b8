/** Names that cross the border of the Temporal sandbox: workflow types, the one signal, queues, the activities' shapes. */
import {
  kindOfStream,
  type Command,
  type Decided,
  type Instant,
  type StreamKind,
} from '../libs/domain';

/** The only message a run ever gets: a woken run looks into its tray. */
export const WAKE = 'wake';

/** What a wake was sent for: the oldest undecided command then; null for a wake-up, or when nobody looked. */
export type WakeArgs = [oldest: string | null];

export type WorkflowType =
  | 'DirectiveWorkflow'
  | 'RoundWorkflow'
  | 'CommendationWorkflow'
  | 'RecognitionWorkflow'
  | 'ReviewWorkflow';

/** Which workflow keeps the time of a stream. Its id is the stream. */
export function workflowTypeOf(stream: string): WorkflowType | null {
  const kind = kindOfStream(stream);
  return kind === null ? null : (WORKFLOW_TYPES[kind] ?? null);
}

const WORKFLOW_TYPES: { readonly [K in StreamKind]?: WorkflowType } = {
  directive: 'DirectiveWorkflow',
  round: 'RoundWorkflow',
  commendation: 'CommendationWorkflow',
  recognition: 'RecognitionWorkflow',
  review: 'ReviewWorkflow',
};

/** Runs of one bundle share a queue: new code is a new queue, so no run ever meets code it was not started on. */
export function taskQueueOf(bundleHash: string): string {
  return `dondoc-${bundleHash.slice(0, 12)}`;
}

export type RunInput = { readonly stream: string };

/** What every activity answers beside its own: SHA-256 of the JSON it was asked with. Histories hold answers alone. */
export type Answered = { readonly asked?: string };

/** What lies in the tray. `now` was read before the tray; `full` means more may wait behind the last one. */
export type TrayAnswer = Answered & {
  readonly waiting: readonly Command[];
  readonly now: Instant;
  readonly full: boolean;
};

export type LoadAnswer = TrayAnswer & {
  readonly state: unknown;
  readonly version: number;
  /** With a told clock no timer is set: advancing the clock wakes the run. */
  readonly clock: 'wall' | 'told';
};

export type RecordInput = {
  readonly stream: string;
  readonly expected: number;
  readonly decided: readonly Decided[];
  readonly nextAt: Instant | null;
  readonly leaving: boolean;
};

/** Not recorded: the ledger was ahead; `tail` is what it holds after `expected`. */
export type RecordAnswer = TrayAnswer & {
  readonly recorded: boolean;
  readonly version: number;
  readonly tail: readonly Decided[];
};

export interface StreamActivities {
  load(input: RunInput): Promise<LoadAnswer>;
  take(input: RunInput): Promise<TrayAnswer>;
  record(input: RecordInput): Promise<RecordAnswer>;
}
