/**
 * What recognition must come to, worked out by hand before the drill first played it.
 *
 * Told by S1, six years alike: "hàng năm có trên 95%". No percentage is made of it: the rate of those years has no value, since
 * nobody registered in the product. The target "trên 95%" is for the years ahead: 2020 and 2021.
 *
 * Invented, of 40 subjects (20 agencies + 12 enterprises + 8 schools) in Thanh Hóa:
 *   2019   39 met + 1 not met = 40   39 · 10,000 / 40 = 9,750 hundredths of a percent = 97.5 %   390,000 > 380,000: reached
 *   2020   38 met + 2 not met = 40   38 · 10,000 / 40 = 9,500 = 95.0 % exactly                   380,000 = 380,000: not reached
 *   2022   39 met + 1 not met = 40   9,750: reached                 2025   37 · 10,000 / 40 = 9,250 = 92.5 %: not reached
 * Of 2019 and 2020 nothing is judged late: our copy lacks the windows of TT 23/2012.
 */
export type ExpectedRecognition = {
  readonly authority: string;
  readonly year: number;
  readonly registered: number;
  readonly met: number;
  readonly notMet: number;
  readonly basisPoints: number | null;
  readonly reached: boolean | null;
  readonly told: number;
  readonly norm: string;
};

const TT_23 = '23/2012/TT-BCA';
const TT_124 = '124/2021/TT-BCA';
const none = { registered: 0, met: 0, notMet: 0, basisPoints: null, reached: null } as const;

export const expectedRecognition: readonly ExpectedRecognition[] = [
  ...[2014, 2015, 2016, 2017, 2018, 2019].map((year) => ({
    ...{ authority: 'bcd-binh-thuan', year, ...none, told: 1, norm: TT_23 },
  })),
  ...[2020, 2021].map((year) => ({
    ...{ authority: 'bcd-binh-thuan', year, ...none, told: 0, norm: TT_23 },
  })),
  {
    ...{ authority: 'ubnd-tinh-thanh-hoa', year: 2019, registered: 40, met: 39, notMet: 1 },
    ...{ basisPoints: 9750, reached: true, told: 0, norm: TT_23 },
  },
  {
    ...{ authority: 'ubnd-tinh-thanh-hoa', year: 2020, registered: 40, met: 38, notMet: 2 },
    ...{ basisPoints: 9500, reached: false, told: 0, norm: TT_23 },
  },
  {
    ...{ authority: 'ubnd-tinh-thanh-hoa', year: 2022, registered: 40, met: 39, notMet: 1 },
    ...{ basisPoints: 9750, reached: true, told: 0, norm: TT_124 },
  },
  {
    ...{ authority: 'ubnd-tinh-thanh-hoa', year: 2025, registered: 40, met: 37, notMet: 3 },
    ...{ basisPoints: 9250, reached: false, told: 0, norm: TT_124 },
  },
];
