import type { Conference, Inspection } from '../domain';
import { book, stated } from './testing/fixture';
import { planOccurrence } from './plan-occurrence';

const nothing = { grade: 'notStated' } as const;
const conference = (changes: Partial<Conference>): Conference => ({
  when: nothing,
  where: nothing,
  by: nothing,
  source: null,
  title: { vi: 'Hội nghị', en: 'Conference' },
  participants: nothing,
  ...changes,
});
/** 00:30 of 27/11/2019 in Việt Nam. */
const AT = '2019-11-26T17:30:00.000Z';
const plan = (changes: Partial<Conference>) => planOccurrence(conference(changes), AT, book());

test('what has begun where the office is has taken place: a day by its own date, a month by its first', () => {
  for (const when of ['2019-11-27', '2019-11', '2014-12']) {
    expect(plan({ when: stated(when) })).toBeUndefined();
  }
  for (const when of ['2019-11-28', '2019-12']) {
    expect(plan({ when: stated(when) })).toMatchObject({ impossible: 'occurrence.not-yet' });
  }
});

test('the unit that held it is a known one', () => {
  expect(plan({ by: stated('cat-ha-noi') })).toBeUndefined();
  expect(plan({ by: stated('cat-nowhere') })).toMatchObject({ impossible: 'unit.unknown' });
});

test('the report of an inspection is there on its date, where the office is', () => {
  const { participants: _none, ...held } = conference({});
  const reported = (date: string) => {
    const report = stated({ number: null, date, to: 'bo-cong-an', sha256: null });
    const inspection: Inspection = { ...held, duty: null, inspected: nothing, report };
    return planOccurrence(inspection, AT, book());
  };
  expect(reported('2019-11-27')).toBeUndefined();
  expect(reported('2019-11-28')).toEqual({
    impossible: 'inspection.report-not-yet',
    params: { date: '2019-11-28', today: '2019-11-27' },
  });
});
