/** When time acts next on each stream that keeps time: folded from its entries, as the run folds them. */
import type { Client } from 'pg';
import { decidedOf, type Envelope } from '../contracts';
import { deciderOf, foldAll, keepsTime, type Instant } from '../domain';
import { Failure } from '../ledger';
import { goOn } from './database';
import type { Following } from './format';

const AT_ONCE = 500;

export async function putWakeups(client: Client, following: Following): Promise<number> {
  const { rows } = await client.query<{ stream: string }>(
    'SELECT DISTINCT stream FROM ledger.entries ORDER BY stream',
  );
  const streams = rows.map(({ stream }) => stream).filter(keepsTime);
  let waking = 0;
  for (let from = 0; from < streams.length; from += AT_ONCE) {
    goOn(following);
    const some = streams.slice(from, from + AT_ONCE);
    const wakeups: [stream: string, nextAt: Instant][] = [];
    for (const stream of some) {
      const nextAt = await nextOf(client, stream);
      if (nextAt !== null) wakeups.push([stream, nextAt]);
    }
    await client.query(
      `INSERT INTO work.wakeups (stream, next_at)
       SELECT stream, next_at::timestamptz FROM unnest($1::text[], $2::text[]) AS w (stream, next_at)`,
      [wakeups.map(([stream]) => stream), wakeups.map(([, nextAt]) => nextAt)],
    );
    waking += wakeups.length;
    following.onProgress?.({ step: 'wake-ups', done: from + some.length, total: streams.length });
  }
  return waking;
}

async function nextOf(client: Client, stream: string): Promise<Instant | null> {
  const { rows } = await client.query<{ bytes: string }>({
    name: 'entries-of-stream',
    text: 'SELECT bytes FROM ledger.entries WHERE stream = $1 ORDER BY version',
    values: [stream],
  });
  try {
    const envelopes = rows.map(({ bytes }) => JSON.parse(bytes) as Envelope);
    const decider = deciderOf(stream);
    return decider.nextWakeup(foldAll(decider, decidedOf(envelopes)).state);
  } catch (cause) {
    throw new Failure('restore.unfolded', `the entries of ${stream} cannot be folded`, {
      cause,
      nextStep: 'restore with the program that took the backup, and report the cause as ours',
    });
  }
}
