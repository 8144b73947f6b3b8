/** When Temporal's timers fired, read from the histories of runs. */
import { Client, Connection } from '@temporalio/client';
import type { temporal } from '@temporalio/proto';

type Timestamp = temporal.api.history.v1.IHistoryEvent['eventTime'];

export type Timer = {
  readonly stream: string;
  /** The instant for which the server was asked; milliseconds of the wall clock. */
  readonly armedFor: number;
  readonly firedAt: number;
};

const AT_ONCE = 20;

/** In each stream's present run the first timer that fired at `since` or later; none where a wake came before it. */
export async function timersFired(
  address: string,
  { streams, since }: { streams: readonly string[]; since: number },
): Promise<Timer[]> {
  const connection = await Connection.connect({ address });
  const client = new Client({ connection });
  const timers: Timer[] = [];
  const queue = streams.values();
  const reader = async () => {
    for (const stream of queue) {
      const timer = await timerFired(client, stream, since);
      if (timer !== null) timers.push(timer);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, reader));
  } finally {
    await connection.close();
  }
  return timers;
}

async function timerFired(client: Client, stream: string, since: number): Promise<Timer | null> {
  const { events } = await client.workflow.getHandle(stream).fetchHistory();
  const fired = events?.find(
    ({ timerFiredEventAttributes: it, eventTime }) => it != null && millis(eventTime) >= since,
  );
  const id = fired?.timerFiredEventAttributes?.timerId;
  const started = events?.find(({ timerStartedEventAttributes: it }) => it?.timerId === id);
  if (fired === undefined || started === undefined) return null;
  const length = started.timerStartedEventAttributes?.startToFireTimeout;
  return {
    stream,
    armedFor: millis(started.eventTime) + millis(length),
    firedAt: millis(fired.eventTime),
  };
}

function millis(time: Timestamp): number {
  return Number(time?.seconds ?? 0) * 1_000 + (time?.nanos ?? 0) / 1e6;
}
