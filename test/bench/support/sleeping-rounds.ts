/** Rounds that are open and wait for a reminder far ahead. */
import type { Office } from './office';
import { opensRound, streamOf } from './rounds';

const UNITS = 5;
const IN_A_YEAR_MS = 365 * 86_400_000;

export async function sleepingRounds(office: Office, count: number): Promise<void> {
  const at = new Date(Date.now() + IN_A_YEAR_MS).toISOString();
  const openings = Array.from({ length: count }, (_, n) =>
    opensRound(streamOf(`d-${n}`), { units: UNITS, reminders: [at], dueAt: at }),
  );
  await office.ledger.accept(openings);
  await office.decided(...openings.map(({ id }) => id));
}
