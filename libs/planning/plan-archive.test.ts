/** By when a concluded directive's file is due at the archive, when its clerk is reminded, and by which rule. */
import { explain } from '../calendar';
import type { Policy } from '../domain';
import { planConclusion } from './plan-archive';
import { book, directive, policy } from './testing/fixture';

const rule = (from: 'workEnd' | 'yearEnd', before = 30): Policy =>
  policy('archive', {
    ...{ kind: 'archive', years: 1, from },
    ...{ remindCalendarDaysBefore: before, hour: '08:00' },
  });

const planned = (policies: readonly Policy[], at = '2025-07-15T02:00:00.000Z') =>
  planConclusion(directive([]), at, book({ policies })).archive;

test('a year from the end of the work, or from the year in which it ends, and the reason of each', () => {
  const workEnd = planned([rule('workEnd')])!;
  expect(workEnd).toMatchObject({ dueOn: '2026-07-15', remindAt: '2026-06-15T01:00:00.000Z' });
  expect(explain(workEnd.derivation!, 'vi')).toBe(
    'Thời điểm nhắc: 08:00 thứ Hai 15/06/2026. Nộp lưu trữ trong 1 năm kể từ ngày công việc kết thúc, ' +
      'thứ Ba 15/07/2025: chậm nhất thứ Tư 15/07/2026 (nguồn của archive [archive@1]). ' +
      'Từ thứ Tư 15/07/2026, trừ 30 ngày, được 08:00 thứ Hai 15/06/2026 (nguồn của archive [archive@1]).',
  );
  const yearEnd = planned([rule('yearEnd')])!;
  expect(yearEnd).toMatchObject({ dueOn: '2026-12-31', remindAt: '2026-12-01T01:00:00.000Z' });
  expect(explain(yearEnd.derivation!, 'en')).toContain(
    'within 1 year from the year the work ends (Tuesday 15 July 2025): by Thursday 31 December 2026',
  );
});

test('a reminder that would lie before the conclusion comes the day after it, and says no days before', () => {
  const late = planned([rule('workEnd', 400)])!;
  expect(late.remindAt).toBe('2025-07-16T01:00:00.000Z');
  expect(late.derivation!.map(({ rule: of }) => of)).toEqual(['archive.workEnd']);
});

test('without a policy there is no clock', () => {
  expect(planned([])).toBeNull();
});
