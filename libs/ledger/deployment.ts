/** The deployment's stamp and its one clock: wall time, or in a drill a time that moves only when told. */
import type { Pool } from 'pg';
import type { Instant } from '../domain';
import { checkedInstant } from './checked-instant';
import { Failure } from './failure';
import type { Deployment } from './ledger';
import { rowsOf } from './transaction';

export async function readDeployment(pool: Pool): Promise<Deployment> {
  const [row] = await rowsOf<Deployment>(pool, `SELECT id, mode, clock, seed FROM work.deployment`);
  if (row === undefined) {
    throw new Failure(
      'deployment.unstamped',
      'the database is not stamped as drill or live: run the migration first',
    );
  }
  return row;
}

export async function now(pool: Pool): Promise<Instant> {
  const [row] = await rowsOf<{ now: Instant }>(
    pool,
    `SELECT work.instant(work.deployment_now()) AS now`,
  );
  return row!.now;
}

export async function tellClock(pool: Pool, instant: Instant): Promise<Instant> {
  const [row] = await rowsOf<{ now: Instant }>(
    pool,
    `SELECT work.instant(work.tell_clock($1::timestamptz)) AS now`,
    [checkedInstant(instant, 'the told instant')],
  );
  return row!.now;
}
