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
