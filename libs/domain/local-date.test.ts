import { localDateOf } from '../calendar';
import { HO_CHI_MINH } from '../calendar/data/zones';
import { officeDay } from './local-date';

describe('the day in the offices', () => {
  it.each([
    ['2014-12-14T16:59:59.999Z', '2014-12-14'],
    ['2014-12-14T17:00:00.000Z', '2014-12-15'],
    ['2015-02-28T17:00:00.000Z', '2015-03-01'],
    ['2016-02-28T17:00:00.000Z', '2016-02-29'],
    ['2016-02-29T23:30:00.000Z', '2016-03-01'],
    ['2014-12-31T17:00:00.000Z', '2015-01-01'],
    ['2014-09-09T20:00:00.000Z', '2014-09-10'],
  ])('of %s is %s', (instant, day) => {
    expect(officeDay(instant)).toBe(day);
  });

  it('is the day by the zone of the calendar, at every hour of a leap year', () => {
    const from = Date.parse('2024-01-01T00:00:00.000Z');
    for (let hour = 0; hour < 366 * 24; hour++) {
      const instant = new Date(from + hour * 3_600_000).toISOString();
      expect(officeDay(instant)).toBe(localDateOf(HO_CHI_MINH, instant));
    }
  });
});
