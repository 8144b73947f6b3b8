/** PostgreSQL reads "tomorrow" as a time; only the one form that can be compared as text may pass. */
import type { Instant } from '../domain';
import { Failure } from './failure';

/** @throws {@link Failure} `instant.malformed` */
export function checkedInstant(instant: Instant, where: string): Instant {
  const time = Date.parse(instant);
  if (!Number.isNaN(time) && new Date(time).toISOString() === instant) return instant;
  throw new Failure(
    'instant.malformed',
    `${where} is "${instant}": an instant is YYYY-MM-DDTHH:mm:ss.sssZ in UTC`,
  );
}
