/**
 * What the drill must come to, with the arithmetic. Written before the drill first ran; a difference is a fault of the
 * engine or of this page, never a reason to copy the engine's figure.
 *
 * Manners of one report round of 63 (samples/conduct.ts): 40 early + 14 mid + 3 on the dot + 3 late + 1 returned and
 * again in time + 1 returned and again late + 1 never = 63. Of 27: 15 + 7 + 1 + 1 + 1 + 1 + 1 = 27.
 *
 * Buckets. On time: early, mid, on the dot (exactly at the due instant is in time), returned in time, extended.
 * Late: late, returned late. Unfinished and late: never.
 *
 * Rungs issued in one round, by manner:
 *   T-7 (7 working days before, 08:00)  all but early (accepted 8 working days before)
 *   T-1 (1 working day before)          on the dot, late, returned in time, returned late, never (mid is accepted by then)
 *   T1  (letter, 1 after)               late, returned late, never (on the dot lies submitted: skipped)
 *   T3  (escalation to the superior)    never (late and returned late lie submitted)
 *   T5  (escalation to the issuer)      nobody: every superior here is the issuer itself (skipped: same audience)
 *   T10 (request for explanation)       never
 * An acknowledgement round opens one working day before it is due: T-7 and T-1 lie before its opening and are not planned.
 */
export type ExpectedRound = {
  readonly period: string;
  readonly due: string;
  readonly obligations: number;
  readonly doneOnTime: number;
  readonly doneLate: number;
  readonly openOnTime: number;
  readonly openLate: number;
  readonly issued: { readonly [rung: string]: number };
};

export type ExpectedDirective = {
  readonly symbol: string;
  readonly rounds: { readonly [duty: string]: readonly ExpectedRound[] };
};

const S4_ISSUED = { 'T-7': 63 - 40, 'T-1': 3 + 3 + 1 + 1 + 1, T1: 3 + 1 + 1, T3: 1, T5: 0, T10: 1 };
const S4_ROUND = {
  obligations: 63,
  doneOnTime: 40 + 14 + 3 + 1,
  doneLate: 3 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: S4_ISSUED,
};
const S0_ISSUED = { 'T-7': 27 - 15, 'T-1': 1 + 1 + 1 + 1 + 1, T1: 1 + 1 + 1, T3: 1, T5: 0, T10: 1 };
const S0_ROUND = {
  obligations: 27,
  doneOnTime: 15 + 7 + 1 + 1,
  doneLate: 1 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: S0_ISSUED,
};
const ONE = { obligations: 1, openOnTime: 0, openLate: 0 };
const ONE_MID = { ...ONE, doneOnTime: 1, doneLate: 0, issued: { 'T-7': 1 } };
const ONE_DOT = { ...ONE, doneOnTime: 1, doneLate: 0, issued: { 'T-7': 1, 'T-1': 1 } };
const ONE_LATE = { ...ONE, doneOnTime: 0, doneLate: 1, issued: { 'T-7': 1, 'T-1': 1, T1: 1 } };

/** Due times are 17:00 in Việt Nam, 10:00 UTC. */
export const expected: readonly ExpectedDirective[] = [
  {
    symbol: '07/CT-BCA-V28',
    rounds: {
      // Issued Friday 15/08/2014; the next working day is Monday 18/08/2014.
      ack: [
        {
          period: 'once',
          due: '2014-08-18T10:00:00.000Z',
          obligations: 63,
          doneOnTime: 60,
          doneLate: 2,
          openOnTime: 0,
          openLate: 1,
          issued: { T1: 2 + 1, T3: 1, T5: 0, T10: 1 },
        },
      ],
      // Friday 28/11/2014 as decided. One of the 14 mid is extended: its T-7 came, its T-1 was replaced; the new
      // ladder (due 12/12/2014) issues a T-7 of its own and finds it accepted at T-1.
      plan: [
        {
          period: 'once',
          due: '2014-11-28T10:00:00.000Z',
          ...S4_ROUND,
          doneOnTime: 40 + 13 + 1 + 3 + 1,
          issued: { ...S4_ISSUED, 'T-7': 63 - 40 + 1 },
        },
      ],
      // 14/12 closing plus two working days (domain facts 1.7).
      report: [
        { period: '2014', due: '2014-12-16T10:00:00.000Z', ...S4_ROUND },
        { period: '2015', due: '2015-12-16T10:00:00.000Z', ...S4_ROUND },
        { period: '2016', due: '2016-12-16T10:00:00.000Z', ...S4_ROUND },
        { period: '2017', due: '2017-12-18T10:00:00.000Z', ...S4_ROUND },
        { period: '2018', due: '2018-12-18T10:00:00.000Z', ...S4_ROUND },
        { period: '2019', due: '2019-12-17T10:00:00.000Z', ...S4_ROUND },
        { period: '2020', due: '2020-12-16T10:00:00.000Z', ...S4_ROUND },
      ],
      // 31/12 rolled forward: 2016 Sat → Tue 03/01/2017 (02/01 compensates Sunday 01/01); 2017 Sun → Tue 02/01/2018;
      // 31/12/2018 is a day off moved by decision → Wed 02/01/2019.
      review: [
        { period: '2014', due: '2014-12-31T10:00:00.000Z', ...ONE_MID },
        { period: '2015', due: '2015-12-31T10:00:00.000Z', ...ONE_MID },
        { period: '2016', due: '2017-01-03T10:00:00.000Z', ...ONE_LATE },
        { period: '2017', due: '2018-01-02T10:00:00.000Z', ...ONE_MID },
        { period: '2018', due: '2019-01-02T10:00:00.000Z', ...ONE_MID },
        { period: '2019', due: '2019-12-31T10:00:00.000Z', ...ONE_MID },
        { period: '2020', due: '2020-12-31T10:00:00.000Z', ...ONE_MID },
      ],
    },
  },
  {
    symbol: '04/CT-UBND',
    rounds: {
      // Issued Monday 02/04/2018; the next working day is Tuesday 03/04/2018.
      ack: [
        {
          period: 'once',
          due: '2018-04-03T10:00:00.000Z',
          obligations: 27,
          doneOnTime: 25,
          doneLate: 1,
          openOnTime: 0,
          openLate: 1,
          issued: { T1: 1 + 1, T3: 1, T5: 0, T10: 1 },
        },
      ],
      // 31/01 as decided: Thursday in 2019, Friday in 2020. 31/01/2018 lies before the issue.
      embed: [
        { period: '2019', due: '2019-01-31T10:00:00.000Z', ...S0_ROUND },
        { period: '2020', due: '2020-01-31T10:00:00.000Z', ...S0_ROUND },
      ],
      // Closing 14/06 and 14/12 plus two working days.
      report: [
        { period: '2018-H1', due: '2018-06-18T10:00:00.000Z', ...S0_ROUND },
        { period: '2018-H2', due: '2018-12-18T10:00:00.000Z', ...S0_ROUND },
        { period: '2019-H1', due: '2019-06-18T10:00:00.000Z', ...S0_ROUND },
        { period: '2019-H2', due: '2019-12-17T10:00:00.000Z', ...S0_ROUND },
        { period: '2020-H1', due: '2020-06-16T10:00:00.000Z', ...S0_ROUND },
        { period: '2020-H2', due: '2020-12-16T10:00:00.000Z', ...S0_ROUND },
      ],
      // The 25th of June and December, all working days.
      rollup: [
        { period: '2018-H1', due: '2018-06-25T10:00:00.000Z', ...ONE_DOT },
        { period: '2018-H2', due: '2018-12-25T10:00:00.000Z', ...ONE_DOT },
        { period: '2019-H1', due: '2019-06-25T10:00:00.000Z', ...ONE_DOT },
        { period: '2019-H2', due: '2019-12-25T10:00:00.000Z', ...ONE_LATE },
        { period: '2020-H1', due: '2020-06-25T10:00:00.000Z', ...ONE_DOT },
        { period: '2020-H2', due: '2020-12-25T10:00:00.000Z', ...ONE_DOT },
      ],
    },
  },
];

/**
 * Sums, worked out by hand beside the table:
 *   rounds        07: 1 + 1 + 7 + 7 = 16        04: 1 + 2 + 6 + 6 = 15
 *   obligations   07: 63 + 63 + 441 + 7 = 574   04: 27 + 54 + 162 + 6 = 249
 *   on time       07: 60 + 58 + 406 + 6 = 530   04: 25 + 48 + 144 + 5 = 222
 *   late          07: 2 + 4 + 28 + 1 = 35       04: 1 + 4 + 12 + 1 = 18
 *   open, late    07: 1 + 1 + 7 + 0 = 9         04: 1 + 2 + 6 + 0 = 9
 *   reminders     07: T-7 24 + 161 + 7 = 192, T-1 9 + 63 + 1 = 73     04: T-7 24 + 72 + 6 = 102, T-1 10 + 30 + 6 = 46
 *   letter drafts 07: 1 + 1 + 7 + 1 = 10        04: 1 + 2 + 6 + 1 = 10
 *   escalations   07: 1 + 1 + 7 = 9             04: 1 + 2 + 6 = 9
 *   explanations  07: 9                         04: 9
 */
export const totals = {
  '07/CT-BCA-V28': {
    rounds: 16,
    obligations: 574,
    doneOnTime: 530,
    doneLate: 35,
    openOnTime: 0,
    openLate: 9,
    reminders: 265,
    letters: 10,
    escalations: 9,
    explanations: 9,
  },
  '04/CT-UBND': {
    rounds: 15,
    obligations: 249,
    doneOnTime: 222,
    doneLate: 18,
    openOnTime: 0,
    openLate: 9,
    reminders: 148,
    letters: 10,
    escalations: 9,
    explanations: 9,
  },
} as const;
