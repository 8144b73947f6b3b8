/**
 * What an entry says, when it can be read at all: an entry that was altered behind the engine's back goes out with its bytes as
 * they are, and must not stop whoever takes evidence of it.
 */
import type { Entry } from '../ledger';

export function readable(entry: Pick<Entry, 'envelope'>): Entry['envelope'] | null {
  try {
    const { envelope } = entry;
    const { recordedat, time, data } = envelope;
    const { id, role } = data.actor;
    const texts: readonly unknown[] = [recordedat, time, id, role];
    const isWhole = texts.every((it) => typeof it === 'string');
    return isWhole && !Number.isNaN(Date.parse(recordedat)) ? envelope : null;
  } catch {
    return null;
  }
}
