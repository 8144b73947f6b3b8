/** Whether a later instrument can be: it is there on its date, where the office is. */
import { localDateOf } from '../calendar';
import type { Instant, LaterInstrument } from '../domain';
import type { Impossible } from './impossible';
import type { PolicyBook } from './policy-book';

export function planLaterInstrument(
  { instrument: { symbol, date } }: LaterInstrument,
  at: Instant,
  { calendar }: PolicyBook,
): Impossible | undefined {
  const today = localDateOf(calendar.zone, at);
  if (date <= today) return undefined;
  return { impossible: 'instrument.not-yet', params: { symbol, date, today } };
}
