/** What the rounds of 04/CT-UBND of Thanh Hóa must come to. */
import { DIRECTIVE_IDS } from '../directives/ids';
import { ONE_DOT, ONE_LATE, ROUND_OF_27, type ExpectedDirective } from './rounds';

export const expectedOfS0: ExpectedDirective = {
  directive: DIRECTIVE_IDS.s0,
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
    // 31/01 as decided: Thursday in 2019, Friday in 2020, Sunday in 2021 → Mon 01/02/2021. 31/01/2018 lies before the
    // issue; the round of 2022 opens after the drill ends.
    embed: [
      { period: '2019', due: '2019-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2020', due: '2020-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2021', due: '2021-02-01T10:00:00.000Z', ...ROUND_OF_27 },
    ],
    // Closing 14/06 and 14/12 plus two working days.
    report: [
      { period: '2018-H1', due: '2018-06-18T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2018-H2', due: '2018-12-18T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2019-H1', due: '2019-06-18T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2019-H2', due: '2019-12-17T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2020-H1', due: '2020-06-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2020-H2', due: '2020-12-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2021-H1', due: '2021-06-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2021-H2', due: '2021-12-16T10:00:00.000Z', ...ROUND_OF_27 },
    ],
    // The 25th of June and December, all working days but Saturday 25/12/2021 → Mon 27/12/2021.
    rollup: [
      { period: '2018-H1', due: '2018-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2018-H2', due: '2018-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2019-H1', due: '2019-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2019-H2', due: '2019-12-25T10:00:00.000Z', ...ONE_LATE },
      { period: '2020-H1', due: '2020-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2020-H2', due: '2020-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2021-H1', due: '2021-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2021-H2', due: '2021-12-27T10:00:00.000Z', ...ONE_DOT },
    ],
  },
};
