import type { RecognitionYearRow, ReorganisationRow, Summary } from '../../libs/readmodel';
import type { Results } from './results-summary';
import { stepsText, summaryText } from './summary';

const counts = { doneOnTime: 530, doneLate: 35, openOnTime: 0, openLate: 9 };
const urging = { reminders: 265, escalations: 9, letterDrafts: 10 };
const source = (kind: string, title: string, complete = true) => ({ kind, title, complete });
const reviews = { called: 0, packs: 0, judged: 0, tasks: 7, waiting: 0 };
const directive = {
  reviews,
  rounds: 16,
  obligations: 574,
  counts,
  urging,
  assumptions: 19,
  issuer: 'ubnd-tinh-thanh-hoa',
  issuerName: null,
  issuedOn: '2018-04-02',
  sources: [source('fullText', '04/CT-UBND', false)],
};
const ministry = {
  reviews: { called: 9, packs: 9, judged: 7, tasks: 7, waiting: 5 },
  symbol: '07/CT-BCA-V28',
  directive: 'd-07-ct-bca-v28',
  issuerName: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  issuedOn: '2014-08-15',
  sources: [
    source('fullText', '07/CT-BCA-V28'),
    source('reviewReport', `Sơ kết ${'05 năm '.repeat(20)}`),
  ],
};

const summary = {
  now: '2020-12-31T17:00:00.000Z',
  directives: [
    { ...directive, ...ministry },
    { ...directive, symbol: '04/CT-UBND', directive: 'd-04-ct-ubnd-th' },
    { ...directive, symbol: null, directive: 'd-04-ct-ubnd-hg' },
  ],
  commendations: [],
  mails: { sent: 2112, failed: 0, suppressed: 0 },
  entries: 4531,
} as unknown as Summary;

test('the summary fits 100 columns and tells the time as people in Vietnam read it', () => {
  const text = summaryText(summary);
  expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(text).toContain('Tình hình đến 01/01/2021 00:00 (UTC+7)');
  expect(text).toMatch(/^1\. 07\/CT-BCA-V28( +\d+){10}$/m);
  expect(text).toMatch(/^3\. d-04-ct-ubnd… +16 +574 +530 +35 +0 +9 +265 +9 +10 +19$/m);
});

test('the summary names every document with what it is known from, and a source as a source', () => {
  expect(summaryText(summary).split('\n').slice(3, 9)).toEqual([
    'Các văn bản / The documents',
    '1. 07/CT-BCA-V28, 15/08/2014, Bộ Công an: toàn văn / full text',
    expect.stringMatching(/^ {3}\+ Sơ kết 05 năm .*…$/),
    '     nguồn của văn bản trên / a source of it: bản tin về sơ kết / press report of a review',
    '2. 04/CT-UBND, 02/04/2018, ubnd-tinh-thanh-hoa: bản lưu chưa đủ / our copy incomplete',
    '3. d-04-ct-ubnd-hg, 02/04/2018, ubnd-tinh-thanh-hoa: bản lưu chưa đủ / our copy incomplete',
  ]);
});

test('the summary tells each body’s years: a rate, what is told, no value, and the target', () => {
  const target = { grade: 'stated', value: { comparator: '>', basisPoints: 9500 } };
  const body = { authority: 'a', authorityName: { vi: 'UBND tỉnh A', en: 'A' }, results: [] };
  const rate = (met: number, of: number, basisPoints: number | null) => ({
    rate: { met, of, basisPoints },
  });
  const told = { result: { grade: 'stated', value: { kind: 'bound', ...target.value } } };
  const rows = [
    { ...body, year: 2018, ...rate(0, 0, null), target, reached: null },
    { ...body, year: 2019, ...rate(39, 40, 9750), target, reached: true },
    { ...body, year: 2020, ...rate(38, 40, 9500), target, reached: false },
    {
      ...{ ...body, authority: 'b', authorityName: null, year: 2014 },
      ...{ ...rate(0, 0, null), target: null, reached: null, results: [told] },
    },
  ] as unknown as readonly RecognitionYearRow[];
  const lines = summaryText({ ...summary, directives: [] }, { recognition: rows }).split('\n');
  expect(lines.slice(lines.indexOf('  UBND tỉnh A'), -2)).toEqual([
    '  UBND tỉnh A',
    '    2018  chưa có giá trị / no value yet; chỉ tiêu / target: trên 95 %',
    '    2019  39/40 = 97,5 %; chỉ tiêu / target: trên 95 %, đạt / reached',
    '    2020  38/40 = 95 %; chỉ tiêu / target: trên 95 %, không đạt / not reached',
    '  b',
    '    2014  nguồn nêu / told: trên 95 %',
  ]);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
});

test('the summary says how long each step took, those before this process too', () => {
  const steps = [{ name: 'postgres: PostgreSQL 18 of our own', ms: 1_840 }];
  expect(stepsText('packages=12.0 build=9.1', steps)).toBe(
    [
      'Các bước chuẩn bị / Steps and their times',
      '     12.0 s  packages',
      '      9.1 s  build',
      '      1.8 s  postgres: PostgreSQL 18 of our own',
    ].join('\n'),
  );
});

test('the summary tells the reviews of those directives that had any', () => {
  const lines = summaryText(summary).split('\n');
  const at = lines.indexOf('Sơ kết, tổng kết / Reviews');
  expect(lines.slice(at + 1, at + 7)).toEqual([
    '1. 07/CT-BCA-V28',
    '   sơ kết / reviews: 9',
    '   hồ sơ đã chốt / frozen packs: 9',
    '   nhiệm vụ đã đánh giá / tasks judged: 7/7',
    '   kết luận chờ giao / conclusions waiting: 5',
    '',
  ]);
});

test('a reorganisation is told with what ended and moved, and with its status while it is not done', () => {
  const row = {
    title: 'Bỏ cấp huyện',
    on: '2025-07-01',
    ending: 52,
    moved: 7,
    status: 'awaitingHeirs',
    withoutHeir: ['ubnd-muong-lat'],
  } as unknown as ReorganisationRow;
  const lines = summaryText(summary, {
    reorganisations: [row, { ...row, status: 'completed', withoutHeir: [] }],
  });
  expect(lines.split('\n').filter((line) => /Bỏ cấp|kết thúc|chờ quyết định/.test(line))).toEqual([
    '  01/07/2025  Bỏ cấp huyện',
    expect.stringMatching(/units ended: 52; .* moved: 7$/),
    expect.stringMatching(/waits for heirs; chưa có kế thừa \/ no heir: 1$/),
    '  01/07/2025  Bỏ cấp huyện',
    expect.stringMatching(/units ended: 52; .* moved: 7$/),
  ]);
});

test('of a directive are told the ratio, the review that was held, the newest values and the criteria', () => {
  const stated = (value: unknown) => ({ grade: 'stated', value });
  const value = (period: string, numerator: number, reached: boolean | null) => ({
    ...{ period: { id: period }, numerator, denominator: 1_000, reached },
  });
  const results = {
    directive: {
      directive: ministry.directive,
      draft: { criteriaToConsider: [stated('hiệu quả')] },
      occurrences: [
        { type: 'ConferenceHeld', data: {} },
        {
          type: 'ResultRecorded',
          data: {
            when: stated('2014-12-31'),
            result: { kind: 'ratio', reached: 10, of: 10, title: { vi: 'Kế hoạch', en: 'Plans' } },
          },
        },
      ],
    },
    held: [
      { conference: null, conclusionRows: [] },
      {
        conference: { when: stated('2019-11-26'), attendance: stated({ delegates: 300 }) },
        conclusionRows: [1, 2, 3, 4, 5],
      },
    ],
    indicators: [
      {
        indicator: { title: { vi: 'Tỷ lệ đạt', en: 'Share' } },
        values: [
          value('2024-H2', 1, true),
          value('2025-H1', 950, false),
          value('2025-H2', 975, true),
        ],
      },
    ],
  } as unknown as Results;
  const lines = summaryText(summary, { results: [results] }).split('\n');
  const from = lines.indexOf('Kết quả, chỉ tiêu, tiêu chí / Results, indicators, criteria');
  expect(lines.slice(from + 1, from + 7)).toEqual([
    '1. 07/CT-BCA-V28',
    '   10/10 đến / by 31/12/2014: Kế hoạch',
    '   sơ kết / review 26/11/2019: 300 đại biểu / delegates; 5 kết luận / conclusions',
    '   2025-H1: 950/1000, chưa đạt / not reached: Tỷ lệ đạt',
    '   2025-H2: 975/1000, đạt / reached: Tỷ lệ đạt',
    '   tiêu chí để xem xét / criteria to consider: 1',
  ]);
});
