/** Decides what waits in a stream without time of its own, with the same step as a run. */
import { deciderOf, foldAll, step, type Instant } from '../domain';
import type { Ledger } from '../ledger';

export type DeciderStamp = { readonly decidersHash: string };

export async function decideStream(
  ledger: Ledger,
  stream: string,
  stamp: DeciderStamp,
): Promise<void> {
  const decider = deciderOf(stream);
  const loaded = await ledger.load(stream);
  let current = foldAll(decider, loaded.decided);
  let { waiting, now } = loaded;
  for (;;) {
    const { decided, loaded: after } = step(
      decider,
      current,
      { waiting, now: upTo(waiting, now) },
      stream,
    );
    if (decided.length === 0) return;
    const expected = current.version;
    const answer = await ledger.record({
      stream,
      expected,
      decided,
      nextAt: null,
      queue: null,
      ...stamp,
    });
    current = answer.recorded ? after : foldAll(decider, answer.tail, current);
    ({ waiting, now } = answer);
  }
}

/** These streams have no time of their own: everything in the tray may be decided. */
function upTo(waiting: readonly { effectiveAt: Instant }[], now: Instant): Instant {
  return waiting.reduce(
    (latest, { effectiveAt }) => (effectiveAt > latest ? effectiveAt : latest),
    now,
  );
}
