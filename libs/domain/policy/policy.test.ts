/** Policies and calendars: versions follow each other, and what cannot be used is refused with its place. */
import type { Graded } from '../kernel';
import type { ChecklistItem, RecognitionNorm } from '../recognition/norm';
import { codeOf, eventsOf, OPERATOR, Scene } from '../testing/scene';
import { calendarDecider } from './calendar-decider';
import { policyDecider } from './policy-decider';
import type { CalendarDayRecord, LadderRung, Policy, PolicyValue } from './types';

const at = '2014-01-01T00:00:00.000Z';
const text = { vi: 'Giờ hạn', en: 'Due hour' };

const adoption = (changes: Partial<Policy> = {}): Omit<Policy, 'version'> => ({
  id: 'due-hour/default',
  from: '2014-01-01',
  to: null,
  scope: { issuer: null, documentTypes: null },
  source: 'giả định',
  text,
  value: { kind: 'dueHour', hour: '17:00' },
  ...changes,
});

const notHeld = { grade: 'notInCopy' } as const;
const stated = <T>(value: T): Graded<T> => ({ grade: 'stated', value, quote: 'q', place: 'p' });
const school = {
  kind: 'educationalInstitution',
  assessment: { from: '11-16', to: '11-15' },
  decisionBefore: '11-20',
} as const;
const item = (atLeastPercent: number): ChecklistItem => ({
  ...{ code: 'rated', kinds: [school.kind], text, source: 'nguồn' },
  measure: { kind: 'share', atLeastPercent },
});
const norm = (changes: Partial<RecognitionNorm> = {}): RecognitionNorm => ({
  ...{ kind: 'recognitionNorm', symbol: '23/2012/TT-BCA', subjects: notHeld },
  ...{ excluded: notHeld, registration: notHeld, checklist: notHeld, levels: notHeld },
  oneLevelDelegation: notHeld,
  ...changes,
});

const policy = () => new Scene(policyDecider, 'policy/due-hour/default', { at, by: OPERATOR });
const adopt = (changes: Partial<Policy>) => policy().ask('AdoptPolicy', adoption(changes));
const rung = (id: string, workingDays = -7): LadderRung => ({
  id,
  kind: 'reminder',
  audience: 'focal',
  offset: { workingDays },
});

describe('a policy', () => {
  test('is adopted version by version', () => {
    const scene = policy();
    scene.ask('AdoptPolicy', adoption());
    scene.ask('AdoptPolicy', adoption({ from: '2020-01-01' }));
    expect(scene.state.versions.map(({ version, from }) => [version, from])).toEqual([
      [1, '2014-01-01'],
      [2, '2020-01-01'],
    ]);
  });

  const values: readonly (readonly [string, PolicyValue, string])[] = [
    ['a due hour of 25:00', { kind: 'dueHour', hour: '25:00' }, 'value.hour'],
    ['a ladder without rungs', { kind: 'ladder', hour: '08:00', rungs: [] }, 'value.rungs'],
    [
      'two rungs of one id',
      { kind: 'ladder', hour: '08:00', rungs: [rung('T-7'), rung('T-7')] },
      'value.rungs[1].id',
    ],
    [
      'half a working day',
      { kind: 'ladder', hour: '08:00', rungs: [rung('T-7', 0.5)] },
      'value.rungs[0].offset',
    ],
    [
      'an opening after the due date',
      { kind: 'opening', calendarDaysBeforeDue: -1, hour: '08:00' },
      'value.calendarDaysBeforeDue',
    ],
    [
      'bands that do not rise',
      { kind: 'thresholds', bands: [band('a', 0.7), band('b', 0.5)] },
      'value.bands[1].below',
    ],
    [
      'an assessment window of 30 February',
      norm({ subjects: stated([{ ...school, assessment: { from: '02-30', to: '10-31' } }]) }),
      'value.subjects[0]',
    ],
    [
      'one kind of subject twice',
      norm({ subjects: stated([school, school]) }),
      'value.subjects[1].kind',
    ],
    [
      'a registration until 31 June',
      norm({ registration: stated({ from: '01-01', to: '06-31' }) }),
      'value.registration',
    ],
    [
      'two items of one code',
      norm({ checklist: stated([item(70), item(80)]) }),
      'value.checklist[1].code',
    ],
    [
      'a share of more than all',
      norm({ checklist: stated([item(101)]) }),
      'value.checklist[0].measure',
    ],
    ['a classification without levels', { kind: 'classification', levels: [] }, 'value.levels'],
    ['a value of no known kind', { kind: 'mood' } as never, 'value.kind'],
  ];
  test.each(values)('with %s is refused and says where', (_what, value, place) => {
    expect(adopt({ value })).toMatchObject({
      rejection: { code: 'policy.invalid', params: { place } },
    });
  });

  test('of a norm that is not in our copy is adopted: nothing of it is made up', () => {
    expect(codeOf(adopt({ value: norm() }))).toBe('accepted');
  });

  test('has a source, real dates, a span and an id of its stream', () => {
    expect(codeOf(adopt({ source: '' }))).toBe('reason.missing');
    expect(codeOf(adopt({ from: '2014-13-01' }))).toBe('date.invalid');
    expect(codeOf(adopt({ to: '2013-12-31' }))).toBe('policy.empty-span');
    expect(codeOf(adopt({ id: 'other' }))).toBe('policy.bad-id');
    expect(codeOf(adopt({ scope: { issuer: null, documentTypes: [] } }))).toBe('policy.invalid');
  });

  test('once withdrawn is adopted no more', () => {
    const scene = policy();
    const withdrawal = { id: 'due-hour/default', on: '2021-01-01', reason: 'thay thế' };
    expect(codeOf(scene.ask('WithdrawPolicy', withdrawal))).toBe('policy.unknown');
    scene.ask('AdoptPolicy', adoption());
    expect(codeOf(scene.ask('WithdrawPolicy', withdrawal))).toBe('accepted');
    expect(codeOf(scene.ask('WithdrawPolicy', withdrawal))).toBe('policy.withdrawn');
    expect(codeOf(scene.ask('AdoptPolicy', adoption()))).toBe('policy.withdrawn');
  });

  function band(code: string, below: number) {
    return { code, below, text };
  }
});

describe('a calendar year', () => {
  const day = (date: string, changes: Partial<CalendarDayRecord> = {}): CalendarDayRecord => ({
    date,
    kind: 'holiday',
    name: { vi: 'Nghỉ', en: 'Holiday' },
    source: 'Bộ luật Lao động',
    certainty: 'sure',
    ...changes,
  });
  const calendar = () => new Scene(calendarDecider, 'calendar/vn', { at, by: OPERATOR });
  const year = (number: number, days: readonly CalendarDayRecord[]) => ({
    calendar: 'vn',
    year: number,
    days,
    source: 'Chính phủ',
  });

  test('is adopted whole, and each adoption is a revision', () => {
    const scene = calendar();
    eventsOf(scene.ask('AdoptCalendarYear', year(2014, [day('2014-01-01')])));
    eventsOf(scene.ask('AdoptCalendarYear', year(2014, [day('2014-01-01'), day('2014-04-30')])));
    expect(scene.state).toMatchObject({ id: 'vn', revision: 2 });
    expect(scene.state.years['2014']).toHaveLength(2);
  });

  test.each([
    ['a date twice', 'double', [day('2014-01-01'), day('2014-01-01')]],
    ['a date of another year', 'other-year', [day('2015-01-01')]],
    ['a date that does not exist', 'not-a-date', [day('2014-02-29')]],
    [
      'a Wednesday worked by a swap',
      'working-day-on-weekday',
      [day('2014-12-31', { kind: 'workingDay' })],
    ],
    ['a day without a source', 'no-source', [day('2014-01-01', { source: ' ' })]],
    ['no day at all', 'empty', []],
  ])('with %s is refused and says which', (_what, problem, days) => {
    expect(calendar().ask('AdoptCalendarYear', year(2014, days))).toMatchObject({
      rejection: { code: 'calendar.invalid', params: { problem } },
    });
  });

  test('takes a Saturday that is worked', () => {
    const swap = day('2014-12-27', { kind: 'workingDay' });
    expect(codeOf(calendar().ask('AdoptCalendarYear', year(2014, [swap])))).toBe('accepted');
  });

  test('leaves no hole between the years that are known', () => {
    const scene = calendar();
    scene.ask('AdoptCalendarYear', year(2014, [day('2014-01-01')]));
    const later = scene.ask('AdoptCalendarYear', year(2016, [day('2016-01-01')]));
    expect(later).toMatchObject({ rejection: { params: { date: '2015', problem: 'hole' } } });
    const earlier = scene.ask('AdoptCalendarYear', year(2011, [day('2011-01-01')]));
    expect(earlier).toMatchObject({ rejection: { params: { date: '2013', problem: 'hole' } } });
    const next = scene.ask('AdoptCalendarYear', year(2013, [day('2013-01-01')]));
    expect(codeOf(next)).toBe('accepted');
  });
});
