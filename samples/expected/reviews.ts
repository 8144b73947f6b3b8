/**
 * What the packs of the reviews of 07/CT-BCA-V28 must come to, worked out by hand from the tables beside this one. A pack
 * holds the rounds whose period ends within the review's (one without a period: that is due within it), as of the cut-off.
 */

export type ExpectedPack = {
  readonly review: number;
  readonly label: string;
  readonly owed: number;
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openOnTime: number;
  readonly openLate: number;
};

/**
 * A year: the report of 63 (58 on time, 4 late, 1 never) and the review itself, which is in by the cut-off:
 *   63 + 1 = 64 owed, 58 + 1 = 59 on time, 4 late, 1 open and late
 */
const YEAR = { owed: 64, doneOnTime: 59, doneLate: 4, openOnTime: 0, openLate: 1 };

/** From 2022 one of those on time is the one that is answered for by another directive, late: 58 + 1 − 1 = 58, 4 + 1 = 5. */
const YEAR_FED = { ...YEAR, doneOnTime: 58, doneLate: 5 };

/** 34 + 1 = 35 owed, 29 + 1 = 30 on time, 4 late, 1 open and late. */
const YEAR_OF_34 = { ...YEAR, owed: 35, doneOnTime: 30, doneLate: 4 };

export const expectedPacksOfS4: readonly ExpectedPack[] = [
  // With the acknowledgement (60, 2, 1) and the plan (58, 4, 1):
  //   64 + 63 + 63 = 190 owed, 59 + 60 + 58 = 177 on time, 4 + 2 + 4 = 10 late, 1 + 1 + 1 = 3 open and late
  {
    review: 1,
    label: 'năm 2014',
    owed: 190,
    doneOnTime: 177,
    doneLate: 10,
    openOnTime: 0,
    openLate: 3,
  },
  { review: 2, label: 'năm 2015', ...YEAR },
  // The review of 2016 is handed in two working days late: at the cut-off, its due instant, it is open and in time.
  { review: 3, label: 'năm 2016', ...YEAR, doneOnTime: 58, openOnTime: 1 },
  { review: 4, label: 'năm 2017', ...YEAR },
  { review: 5, label: 'năm 2018', ...YEAR },
  { review: 7, label: 'năm 2019', ...YEAR },
  { review: 8, label: 'năm 2020', ...YEAR },
  { review: 9, label: 'năm 2021', ...YEAR },
  { review: 10, label: 'năm 2022', ...YEAR_FED },
  { review: 11, label: 'năm 2023', ...YEAR_FED },
  { review: 12, label: 'năm 2024', ...YEAR_FED },
  { review: 13, label: 'năm 2025', ...YEAR_OF_34 },
];

/**
 * The review of 2019 looks at one province: its acknowledgement, its plan and its reports of 2014 to 2018. The report of
 * 2019 ends on 14/12/2019, after the conference. Who behaves how is the seed's: only the sum is worked out.
 *   1 + 1 + 5 = 7
 */
export const expectedOfS1 = { review: 6, owed: 1 + 1 + 5, delegates: 300, conclusions: 5 } as const;
