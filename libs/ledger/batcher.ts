/**
 * Groups concurrent calls into one piece of work: while one group runs, the next fills up; a lone call never waits.
 * One caller's fault never fails the others of its group.
 */
import { isFaultOfRows } from './failure';

export type Settled<Out> = { readonly value: Out } | { readonly error: unknown };

export type Batching<In, Out> = {
  /** At most this much weight in one group. */
  readonly limit: number;
  readonly weigh?: (item: In) => number;
  /** Two items with the same key never stand in one group. */
  readonly keyOf?: (item: In) => string;
  /** How many groups may run at once. */
  readonly lanes?: number;
  /** Answers in the order of `items`. */
  readonly run: (items: readonly In[]) => Promise<readonly Settled<Out>[]>;
};

type Call<In, Out> = {
  readonly item: In;
  readonly resolve: (value: Out) => void;
  readonly reject: (error: unknown) => void;
};

export function createBatcher<In, Out>(batching: Batching<In, Out>): (item: In) => Promise<Out> {
  const { limit, weigh = () => 1, keyOf, lanes = 1, run } = batching;
  let queue: Call<In, Out>[] = [];
  let running = 0;

  function nextGroup(): Call<In, Out>[] {
    const group: Call<In, Out>[] = [];
    const left: Call<In, Out>[] = [];
    const keys = new Set<string>();
    let weight = 0;
    let closed = false;
    for (const call of queue) {
      const key = keyOf?.(call.item);
      closed ||= group.length > 0 && weight + weigh(call.item) > limit;
      if (closed || (key !== undefined && keys.has(key))) {
        left.push(call);
        continue;
      }
      group.push(call);
      weight += weigh(call.item);
      if (key !== undefined) keys.add(key);
    }
    queue = left;
    return group;
  }

  async function settle(group: readonly Call<In, Out>[]): Promise<void> {
    try {
      const answers = await run(group.map((call) => call.item));
      group.forEach((call, index) => answer(call, answers[index]));
    } catch (error) {
      if (group.length === 1 || !isFaultOfRows(error)) {
        for (const call of group) call.reject(error);
        return;
      }
      for (const call of group) await settle([call]);
    }
  }

  function pump(): void {
    while (running < lanes && queue.length > 0) {
      const group = nextGroup();
      running += 1;
      void settle(group).finally(() => {
        running -= 1;
        pump();
      });
    }
  }

  return (item) =>
    new Promise<Out>((resolve, reject) => {
      queue.push({ item, resolve, reject });
      // Calls made in one turn of the event loop stand in one group.
      queueMicrotask(pump);
    });
}

function answer<In, Out>(call: Call<In, Out>, settled: Settled<Out> | undefined): void {
  if (settled === undefined) call.reject(new Error('a group was not answered in full'));
  else if ('error' in settled) call.reject(settled.error);
  else call.resolve(settled.value);
}
