/**
 * The figures of the half-yearly reports of 04/CT-UBND of Thanh Hóa, by hand: in each round 27 owe, 24 on time and 2 late
 * are accepted, 1 never reports: 26 reports. 26 × 40 = 1,040 registered; first halves 26 × 38 = 988, exactly 95.0 %, which
 * is not more than 95 %; second halves 26 × 39 = 1,014, 97.5 %. In 2025: 26 districts, so 25 reports, 1,000 and 950, again
 * exactly 95.0 %; then 166 communes, of which 2 never report: 164 × 40 = 6,560 and 164 × 39 = 6,396.
 */
const half = (period: string, [numerator, denominator]: readonly [number, number]) => ({
  period,
  numerator,
  denominator,
  reached: period.endsWith('-H2'),
});

export const expectedIndicator = [
  ...[2018, 2019, 2020, 2021, 2022, 2023, 2024].flatMap((year) => [
    half(`${year}-H1`, [988, 1_040]),
    half(`${year}-H2`, [1_014, 1_040]),
  ]),
  half('2025-H1', [950, 1_000]),
  half('2025-H2', [6_396, 6_560]),
];

/** How many reports each value is made of, and how many are missing. */
export const expectedReportsOf = (period: string): readonly [parts: number, missing: number] => {
  if (period === '2025-H1') return [25, 1];
  return period === '2025-H2' ? [164, 2] : [26, 1];
};

/** What the committee's draft of 2021-H2 adds up. */
export const expectedDraft = {
  parts: 26,
  missing: 1,
  values: { registered: 1_040, recognised: 1_014 },
  models: 26,
};

/**
 * What the committee hands in, by period: the sums above and one model a report. One report takes 12,288 bytes of figures:
 * 49 without any model and 131 a model, so 93 of the 164 of 2025-H2 (49 + 93 × 131 = 12,232; one more is 12,363).
 */
export const expectedRollUps = expectedIndicator.map(({ period, numerator, denominator }) => ({
  period,
  values: { registered: denominator, recognised: numerator },
  models: Math.min(expectedReportsOf(period)[0], 93),
}));

/** The report of a year is answered by the roll-up of the half in which it ends: 27 owed, 26 of them × 40 and × 39; then 164. */
export const expectedOfThanhHoa = [
  { period: '2022', values: { registered: 1_040, recognised: 1_014 } },
  { period: '2023', values: { registered: 1_040, recognised: 1_014 } },
  { period: '2024', values: { registered: 1_040, recognised: 1_014 } },
  { period: '2025', values: { registered: 6_560, recognised: 6_396 } },
];

/**
 * The ministry's share: 63 owe, one never reports and Thanh Hóa is answered for: 61 × 48 + 1,014 = 3,942 of 61 × 50 + 1,040 =
 * 4,090, 96.4 %. What Hòa Bình left of 2024 its heir hands in: 62 × 48 + 1,014 = 3,990 of 4,140. In 2025 34 owe: 32 × 48 +
 * 6,396 = 7,932 of 32 × 50 + 6,560 = 8,160, 97.2 %.
 */
export const expectedIndicatorOfS4 = [
  { period: '2022', numerator: 3_942, denominator: 4_090, reached: true },
  { period: '2023', numerator: 3_942, denominator: 4_090, reached: true },
  { period: '2024', numerator: 3_990, denominator: 4_140, reached: true },
  { period: '2025', numerator: 7_932, denominator: 8_160, reached: true },
];
