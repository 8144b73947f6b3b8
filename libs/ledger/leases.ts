/**
 * One holder at a time, on the wall clock: whoever stops renewing loses the lease when its time is up. A lease that ends
 * later than the longest one given now was given before the clock was set back: its holder is not waited for that long.
 */
import type { Pool } from 'pg';
import { rowsOf } from './transaction';

/** Nobody takes a lease for longer; the clock is read once the row is locked, after any renewal. */
const LONGEST_MS = 60_000;

const TRY = `
  INSERT INTO work.leases (name, holder, until)
  VALUES ($1, $2, clock_timestamp() + $3::int * interval '1 millisecond')
  ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until
  WHERE work.leases.holder = excluded.holder OR work.leases.until <= clock_timestamp()
     OR work.leases.until > clock_timestamp() + greatest($3::int, ${LONGEST_MS}) * interval '1 millisecond'
  RETURNING holder`;

const RENEW = `
  UPDATE work.leases SET until = clock_timestamp() + $3::int * interval '1 millisecond'
  WHERE name = $1 AND holder = $2 AND until > clock_timestamp()
  RETURNING holder`;

type Claim = { readonly name: string; readonly holder: string; readonly ttlMs: number };

export async function tryLease(pool: Pool, { name, holder, ttlMs }: Claim): Promise<boolean> {
  return (await rowsOf(pool, TRY, [name, holder, ttlMs])).length === 1;
}

/** False when it has run out, even if nobody took it: the holder must not go on as if nothing happened. */
export async function renewLease(pool: Pool, { name, holder, ttlMs }: Claim): Promise<boolean> {
  return (await rowsOf(pool, RENEW, [name, holder, ttlMs])).length === 1;
}

export async function releaseLease(pool: Pool, name: string, holder: string): Promise<void> {
  await rowsOf(pool, `DELETE FROM work.leases WHERE name = $1 AND holder = $2`, [name, holder]);
}
