import type { Calendar, CalendarDay } from './calendar';
import { checkCalendar } from './check-calendar';
import { VIETNAM } from './data/vietnam';

const DAY: CalendarDay = {
  date: '2018-05-01',
  kind: 'holiday',
  name: { vi: 'Ngày Quốc tế Lao động', en: 'Labour Day' },
  source: 'Bộ luật Lao động 2012, Điều 115',
  certainty: 'sure',
};

function calendar(
  days: readonly Partial<CalendarDay>[],
  changes: Partial<Calendar> = {},
): Calendar {
  return {
    id: 'test',
    version: '1',
    zone: VIETNAM.zone,
    years: { '2018': { year: 2018, days: days.map((day) => ({ ...DAY, ...day })) } },
    coverage: { from: 2018, to: 2018 },
    ...changes,
  };
}

function faults(of: Calendar): string[] {
  return checkCalendar(of).map(({ code, place }) => `${code} ${place}`);
}

test('the calendar of Vietnam has no fault', () => {
  expect(checkCalendar(VIETNAM)).toEqual([]);
});

test('a year missing inside the coverage is named', () => {
  const { '2014': _dropped, ...years } = VIETNAM.years;
  expect(faults({ ...VIETNAM, years })).toEqual(['calendar.yearMissing years.2014']);
});

test('each contradiction is named with its place', () => {
  const cases: readonly [readonly Partial<CalendarDay>[], string][] = [
    [[{}, {}], 'calendar.duplicateDate years.2018.days[1]'],
    [[{ date: '2019-05-01' }], 'calendar.dayOfAnotherYear years.2018.days[0]'],
    [[{ date: '2018-02-30' }], 'calendar.malformedDate years.2018.days[0]'],
    [[{ kind: 'workingDay' }], 'calendar.workingDayOnWeekday years.2018.days[0]'],
    [[{ kind: 'dayOff', date: '2018-05-05' }], 'calendar.dayOffOnWeekend years.2018.days[0]'],
    [[{ source: '' }], 'calendar.sourceMissing years.2018.days[0]'],
  ];
  for (const [days, expected] of cases) expect(faults(calendar(days))).toEqual([expected]);
  expect(faults(calendar([{ kind: 'workingDay', date: '2018-05-05' }]))).toEqual([]);
});

test('coverage, weekend and zone are checked too', () => {
  const year = { year: 2018, days: [] };
  const changes: readonly [Partial<Calendar>, string][] = [
    [{ coverage: { from: 2019, to: 2018 } }, 'calendar.coverageReversed coverage'],
    [
      { coverage: { from: 2018, to: 2018, decided: 2020 } },
      'calendar.decidedOutsideCoverage coverage.decided',
    ],
    [
      { years: { '2018': year, '2019': { ...year, year: 2019 } } },
      'calendar.yearOutsideCoverage years.2019',
    ],
    [{ years: { '2018': { ...year, year: 2017 } } }, 'calendar.yearMismatch years.2018.year'],
    [{ weekend: [1, 2, 3, 4, 5, 6, 7] }, 'calendar.weekendUnusable weekend'],
    [{ weekend: [8] }, 'calendar.weekendUnusable weekend'],
  ];
  for (const [change, expected] of changes)
    expect(faults(calendar([], change))).toEqual([expected]);
  const at = '2018-03-25T01:00:00.000Z';
  const zone = {
    id: 'twice',
    initialOffsetMinutes: 0,
    transitions: [
      { at, offsetMinutes: 60 },
      { at, offsetMinutes: 0 },
    ],
  };
  expect(faults(calendar([], { zone }))).toEqual([
    'zone.transitionsOutOfOrder zone.transitions[1]',
  ]);
});

test('a fault says in both languages what is wrong and what to do', () => {
  const [fault] = checkCalendar(calendar([{}, {}]));
  expect(fault?.message).toEqual({
    vi: 'ngày 2018-05-01 đã có ở days[0]; giữ lại một',
    en: '2018-05-01 already stands at days[0]; keep one of them',
  });
});
