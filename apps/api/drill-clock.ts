/** The drill's clock for an API that runs as a process of its own: what is left to do is read from the database. */
import type { Pool } from 'pg';
import { createDrillClock, drained, type DrillClock } from '../../libs/bus';
import type { Ledger } from '../../libs/ledger';

/** Longer than any one step takes. */
const STEP_MS = 60_000;

export type DrillParts = { readonly ledger: Ledger; readonly pool: Pool; readonly kafka: boolean };

/** Null where time cannot be told. */
export async function drillClockOf({
  ledger,
  pool,
  kafka,
}: DrillParts): Promise<DrillClock | null> {
  const { clock } = await ledger.deployment();
  if (clock === 'wall') return null;
  const consumers = ['projector', 'reactor', 'packer', 'notifier', ...(kafka ? ['relay'] : [])];
  const also = async () => (await mailsNeverAttempted(pool)) === 0;
  return createDrillClock({
    ledger,
    drained: () => drained({ ledger, consumers, also, timeoutMs: STEP_MS }),
  });
}

async function mailsNeverAttempted(pool: Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    'SELECT work.mail_never_attempted()::int AS count',
  );
  return rows[0]?.count ?? 0;
}
