import { VIETNAM } from './data/vietnam';
import { deriveDue, type DueQuestion } from './due';
import { explain } from './explain';
import { periodContaining } from './period';
import { deriveRungs } from './rungs';

const BASE = {
  calendar: VIETNAM,
  bound: 'inclusive',
  rolling: 'forward',
  dueHour: '17:00',
  sources: {
    rule: 'Chỉ thị 09-CT/TU, mục III.3',
    bound: 'bound/default@1',
    rolling: 'Bộ luật Dân sự, Điều 148',
    dueHour: 'giả định',
  },
} satisfies Partial<DueQuestion>;

const SIX_MONTHLY = deriveDue({
  ...BASE,
  rule: { kind: 'periodEnd' },
  period: periodContaining(
    { kind: 'anchored', everyMonths: 6, anchor: '2011-12-30' },
    '2018-12-30',
  ),
});

test('a due time is told in one Vietnamese paragraph', () => {
  expect(explain(SIX_MONTHLY.derivation, 'vi')).toBe(
    'Hạn: 17:00 thứ Tư 02/01/2019. ' +
      'Kỳ báo cáo: kỳ 6 tháng đến ngày 30/12/2018, chốt số liệu Chủ nhật 30/12/2018. ' +
      'Hạn là ngày cuối kỳ, Chủ nhật 30/12/2018 (Chỉ thị 09-CT/TU, mục III.3). ' +
      'Nghỉ Chủ nhật 30/12/2018, thứ Hai 31/12/2018 (Nghỉ hoán đổi, làm bù ngày 05/01/2019) ' +
      'và thứ Ba 01/01/2019 (Tết Dương lịch), nên hạn chuyển sang ngày làm việc tiếp theo, ' +
      'thứ Tư 02/01/2019 (Bộ luật Dân sự, Điều 148). Giờ hết hạn trong ngày là 17:00 (giả định).',
  );
});

test('and in one English paragraph from the same data', () => {
  expect(explain(SIX_MONTHLY.derivation, 'en')).toBe(
    'Due 17:00 Wednesday 2 January 2019. ' +
      'The data of the period (6 months to 30 December 2018) close on Sunday 30 December 2018. ' +
      'It is due on the last day of the period, Sunday 30 December 2018 (Chỉ thị 09-CT/TU, mục III.3). ' +
      'Off: Sunday 30 December 2018, Monday 31 December 2018 (Day off, worked on 2019-01-05 instead) ' +
      "and Tuesday 1 January 2019 (New Year's Day); so it moves to the next working day, " +
      'Wednesday 2 January 2019 (Bộ luật Dân sự, Điều 148). On that day the hour is 17:00 (giả định).',
  );
});

test('an explanation survives being stored as JSON, and a rule nobody knows is shown as it stands', () => {
  const stored: typeof SIX_MONTHLY.derivation = JSON.parse(JSON.stringify(SIX_MONTHLY.derivation));
  expect(explain(stored, 'vi')).toBe(explain(SIX_MONTHLY.derivation, 'vi'));
  const step = { rule: 'due.byMoon', source: 's', from: '2018-01-01', to: '2018-01-02' };
  expect(explain([step], 'en')).toBe('due.byMoon: 2018-01-01 → 2018-01-02 (s).');
});

test('every rule of this library has words in both languages', () => {
  const anchor = { kind: 'request', instant: '2018-04-27T03:30:00.000Z', source: 'CV 12' } as const;
  const period = periodContaining({ kind: 'year', system: 'closing15' }, '2028-06-01');
  const questions: DueQuestion[] = [
    { ...BASE, rule: { kind: 'hoursAfter', from: 'request', hours: 24 }, anchor },
    { ...BASE, rule: { kind: 'calendarDaysAfter', from: 'request', days: 15 }, anchor },
    { ...BASE, rule: { kind: 'workingDaysAfter', from: 'request', days: 20 }, anchor },
    { ...BASE, rule: { kind: 'dayOfLastMonth', day: 17 }, period, rolling: 'back' },
    { ...BASE, rule: { kind: 'dayOfNextMonth', day: 7 }, period, rolling: 'keep' },
    { ...BASE, rule: { kind: 'yearlyDate', month: 12, day: 15 }, period, bound: 'before' },
    {
      ...BASE,
      rule: { kind: 'fixedDate', date: '2018-09-02' },
      bound: 'before',
      beforeReading: 'inclusive',
      rolling: 'keep',
    },
  ];
  for (const question of questions) {
    const { derivation } = deriveDue(question);
    for (const lang of ['vi', 'en'] as const) {
      expect(explain(derivation, lang)).not.toMatch(/→|undefined|\bUTC\b/);
    }
  }
  const ladder = { source: 'thang', rungs: [{ id: 'a', offset: { workingDays: -10 } }] };
  const [rung] = deriveRungs({ calendar: VIETNAM, dueAt: '2018-03-01T10:00:00.000Z', ladder });
  expect(explain([rung!.derivation], 'vi')).toBe(
    'Thời điểm nhắc: 08:00 thứ Năm 08/02/2018. Từ thứ Năm 01/03/2018, trừ 10 ngày làm việc, ' +
      'không tính 11 ngày nghỉ từ thứ Bảy 10/02/2018 đến Chủ nhật 25/02/2018, ' +
      'được 08:00 thứ Năm 08/02/2018 (thang).',
  );
});
