/**
 * The figures of the half-yearly reports of 04/CT-UBND of Thanh Hóa, by hand: in each round 27 owe, 24 on time and 2 late
 * are accepted, 1 never reports: 26 reports. 26 × 40 = 1,040 registered; first halves 26 × 38 = 988, exactly 95.0 %, which
 * is not more than 95 %; second halves 26 × 39 = 1,014, 97.5 %.
 */
const half = (period: string, numerator: number, reached: boolean) => ({
  period,
  numerator,
  denominator: 1_040,
  reached,
});

export const expectedIndicator = [2018, 2019, 2020, 2021].flatMap((year) => [
  half(`${year}-H1`, 988, false),
  half(`${year}-H2`, 1_014, true),
]);

/** What the committee's draft of 2021-H2 adds up. */
export const expectedDraft = {
  parts: 26,
  missing: 1,
  values: { registered: 1_040, recognised: 1_014 },
  models: 26,
};
