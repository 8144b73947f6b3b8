/** The domain knows no zone data: its day of the offices must be that of the calendar that plans are made by. */
import { localDateOf, VIETNAM } from '../calendar';
import { officeDay } from '../domain';

test('the day of the offices is the day by the zone of the calendar, at every hour of a leap year', () => {
  const from = Date.parse('2024-01-01T00:00:00.000Z');
  const wrong = Array.from({ length: 366 * 24 }, (_, hour) => {
    const instant = new Date(from + hour * 3_600_000).toISOString();
    return officeDay(instant) === localDateOf(VIETNAM.zone, instant) ? null : instant;
  });
  expect(wrong.filter((it) => it !== null)).toEqual([]);
});
