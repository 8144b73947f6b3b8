import fc from 'fast-check';
import { HO_CHI_MINH } from './data/zones';
import { instantOf, millisOf } from './instant';
import { dayEndingAt, endOfDay, localDateOf, toInstant, toLocal, type Zone } from './zone';

/** Central European Time, 2014 and 2018, as the EU rule of the last Sundays sets it. */
const BERLIN: Zone = {
  id: 'Europe/Berlin',
  initialOffsetMinutes: 60,
  transitions: [
    { at: '2014-03-30T01:00:00.000Z', offsetMinutes: 120 },
    { at: '2014-10-26T01:00:00.000Z', offsetMinutes: 60 },
    { at: '2018-03-25T01:00:00.000Z', offsetMinutes: 120 },
    { at: '2018-10-28T01:00:00.000Z', offsetMinutes: 60 },
  ],
};

test('17:00 in Vietnam is 10:00 UTC, the whole year', () => {
  const local = { date: '2014-08-18', time: '17:00' };
  expect(toInstant(HO_CHI_MINH, local)).toBe('2014-08-18T10:00:00.000Z');
  expect(toLocal(HO_CHI_MINH, '2014-12-31T17:00:00.000Z')).toEqual({
    date: '2015-01-01',
    time: '00:00:00.000',
  });
});

test('in summer 17:00 in Berlin is an hour earlier by UTC than in winter', () => {
  expect(toInstant(BERLIN, { date: '2014-07-01', time: '17:00' })).toBe('2014-07-01T15:00:00.000Z');
  expect(toInstant(BERLIN, { date: '2014-12-01', time: '17:00' })).toBe('2014-12-01T16:00:00.000Z');
});

test('a local time that the change of clocks skips moves on by the length of the gap', () => {
  const instant = toInstant(BERLIN, { date: '2014-03-30', time: '02:30' });
  expect(toLocal(BERLIN, instant)).toEqual({ date: '2014-03-30', time: '03:30:00.000' });
  const last = toInstant(BERLIN, { date: '2018-03-25', time: '02:00' });
  expect(toLocal(BERLIN, last).time).toBe('03:00:00.000');
});

test('a local time that occurs twice means the earlier instant', () => {
  const local = { date: '2014-10-26', time: '02:30' };
  expect(toInstant(BERLIN, local)).toBe('2014-10-26T00:30:00.000Z');
  expect(toLocal(BERLIN, '2014-10-26T01:30:00.000Z').time).toBe('02:30:00.000');
});

test('midnight closes the day before it', () => {
  const end = endOfDay(HO_CHI_MINH, '2018-12-14');
  expect(end).toBe('2018-12-14T17:00:00.000Z');
  expect(end).toBe(toInstant(HO_CHI_MINH, { date: '2018-12-14', time: '24:00' }));
  expect(localDateOf(HO_CHI_MINH, end)).toBe('2018-12-15');
  expect(dayEndingAt(HO_CHI_MINH, end)).toBe('2018-12-14');
});

test('a time of day outside 00:00 to 24:00 is refused', () => {
  for (const time of ['25:00', '24:01', '12:60', '8:00', 'noon']) {
    expect(() => toInstant(HO_CHI_MINH, { date: '2018-12-14', time })).toThrow(
      expect.objectContaining({ code: 'time.malformed', place: time }),
    );
  }
});

test('an instant is found again from its local time, but for the second pass of an overlap', () => {
  const from = millisOf('2013-12-01T00:00:00.000Z');
  const to = millisOf('2019-02-01T00:00:00.000Z');
  const secondPass = (instant: string): boolean =>
    BERLIN.transitions.some(({ at, offsetMinutes }) => {
      const since = millisOf(instant) - millisOf(at);
      return offsetMinutes === 60 && since >= 0 && since < 3_600_000;
    });
  fc.assert(
    fc.property(fc.integer({ min: from, max: to }).map(instantOf), (instant) => {
      expect(toInstant(HO_CHI_MINH, toLocal(HO_CHI_MINH, instant))).toBe(instant);
      const back = toInstant(BERLIN, toLocal(BERLIN, instant));
      const early = secondPass(instant) ? 3_600_000 : 0;
      expect(millisOf(back)).toBe(millisOf(instant) - early);
    }),
    { examples: [['2014-10-26T01:10:00.000Z'], ['2014-03-30T01:00:00.000Z']] },
  );
});
