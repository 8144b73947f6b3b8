/** What Temporal wrote down of one run, as the questions that tests ask of it. */
import type { temporal } from '@temporalio/proto';

export type History = temporal.api.history.v1.IHistory;
type HistoryEvent = temporal.api.history.v1.IHistoryEvent;

export type Past = {
  readonly length: number;
  /** How many events there are of a kind: `past.count('timerStarted')`. */
  count(kind: EventKind): number;
  /** Causes of failed workflow tasks. */
  readonly failedTasks: readonly string[];
  /** Names of the local activities in the order in which they were written down. */
  readonly activities: readonly string[];
  readonly queue: string | null;
  /** The input of the run, as JSON. */
  readonly input: unknown;
  readonly continuedFrom: string | null;
  readonly summaries: readonly string[];
};

export type EventKind = {
  [Key in keyof HistoryEvent]-?: Key extends `${infer Kind}EventAttributes` ? Kind : never;
}[keyof HistoryEvent];

export function pastOf(history: History): Past {
  const events = history.events ?? [];
  const has = (kind: string) => (event: HistoryEvent) =>
    event[`${kind}EventAttributes` as keyof HistoryEvent] != null;
  const start = events[0]?.workflowExecutionStartedEventAttributes;
  return {
    length: events.length,
    count: (kind) => events.filter(has(kind)).length,
    failedTasks: events.flatMap(({ workflowTaskFailedEventAttributes: failed }) =>
      failed ? [`${failed.cause} ${failed.failure?.message ?? ''}`] : [],
    ),
    activities: events.flatMap(({ markerRecordedEventAttributes: marker }) => {
      const data = marker?.details?.['data']?.payloads?.[0]?.data;
      return data ? [(JSON.parse(textOf(data)) as { activity_type: string }).activity_type] : [];
    }),
    queue: start?.taskQueue?.name ?? null,
    input: (start?.input?.payloads ?? []).map(({ data }): unknown =>
      data ? JSON.parse(textOf(data)) : null,
    ),
    continuedFrom: start?.continuedExecutionRunId || null,
    summaries: events.flatMap(({ userMetadata }) =>
      userMetadata?.summary?.data ? [JSON.parse(textOf(userMetadata.summary.data)) as string] : [],
    ),
  };
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}
