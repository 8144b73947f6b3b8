/** What the rounds of 04/CT-UBND of Thanh Hóa must come to. */
import { DIRECTIVE_IDS } from '../directives/ids';
import {
  ONE_DOT,
  ONE_LATE,
  ROUND_OF_166,
  ROUND_OF_26,
  ROUND_OF_27,
  type ExpectedDirective,
} from './rounds';

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
    // 31/01 as decided: Thursday in 2019, Friday in 2020, Sunday in 2021 → Mon 01/02/2021; in Tết in 2022 → Mon 07/02 and
    // in 2025 → Mon 03/02; Tuesday in 2023, Wednesday in 2024. 31/01/2018 lies before the issue; the round of 2026 opens
    // after the drill ends. That of 2025 opens 30 days before it is due, on 04/01: Đông Sơn has ended by then.
    embed: [
      { period: '2019', due: '2019-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2020', due: '2020-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2021', due: '2021-02-01T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2022', due: '2022-02-07T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2023', due: '2023-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2024', due: '2024-01-31T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2025', due: '2025-02-03T10:00:00.000Z', ...ROUND_OF_26 },
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
      { period: '2022-H1', due: '2022-06-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2022-H2', due: '2022-12-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2023-H1', due: '2023-06-16T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2023-H2', due: '2023-12-18T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2024-H1', due: '2024-06-18T10:00:00.000Z', ...ROUND_OF_27 },
      { period: '2024-H2', due: '2024-12-17T10:00:00.000Z', ...ROUND_OF_27 },
      // Its T10 falls on 01/07/2025, the day of the reform: half an hour after the districts ended.
      { period: '2025-H1', due: '2025-06-17T10:00:00.000Z', ...ROUND_OF_26 },
      { period: '2025-H2', due: '2025-12-16T10:00:00.000Z', ...ROUND_OF_166 },
    ],
    // The 25th of June and December, all working days but Sat 25/12/2021 → Mon 27/12, Sat 25/06/2022 → Mon 27/06,
    // Sun 25/12/2022 → Mon 26/12 and Sun 25/06/2023 → Mon 26/06.
    rollup: [
      { period: '2018-H1', due: '2018-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2018-H2', due: '2018-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2019-H1', due: '2019-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2019-H2', due: '2019-12-25T10:00:00.000Z', ...ONE_LATE },
      { period: '2020-H1', due: '2020-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2020-H2', due: '2020-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2021-H1', due: '2021-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2021-H2', due: '2021-12-27T10:00:00.000Z', ...ONE_DOT },
      { period: '2022-H1', due: '2022-06-27T10:00:00.000Z', ...ONE_DOT },
      { period: '2022-H2', due: '2022-12-26T10:00:00.000Z', ...ONE_DOT },
      { period: '2023-H1', due: '2023-06-26T10:00:00.000Z', ...ONE_DOT },
      { period: '2023-H2', due: '2023-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2024-H1', due: '2024-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2024-H2', due: '2024-12-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2025-H1', due: '2025-06-25T10:00:00.000Z', ...ONE_DOT },
      { period: '2025-H2', due: '2025-12-25T10:00:00.000Z', ...ONE_DOT },
    ],
  },
};
