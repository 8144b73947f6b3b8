/** What the rounds of 07/CT-BCA-V28 must come to. */
import { DIRECTIVE_IDS } from '../directives/ids';
import {
  ISSUED_OF_63,
  ONE_LATE,
  ONE_MID,
  ROUND_OF_33_AND_FED,
  ROUND_OF_62_AND_FED,
  ROUND_OF_63,
  type ExpectedDirective,
} from './rounds';

export const expectedOfS4: ExpectedDirective = {
  directive: DIRECTIVE_IDS.s4,
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
        ...ROUND_OF_63,
        doneOnTime: 40 + 13 + 1 + 3 + 1,
        issued: { ...ISSUED_OF_63, 'T-7': 63 - 40 + 1 },
      },
    ],
    // 14/12 closing plus two working days (domain facts 1.7): in 2021 Tuesday and two days are Thursday 16/12; in 2022
    // Wed → Fri 16/12; in 2023 Thu → Mon 18/12; in 2024 Sat → Tue 17/12; in 2025 Sun → Tue 16/12.
    report: [
      { period: '2014', due: '2014-12-16T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2015', due: '2015-12-16T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2016', due: '2016-12-16T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2017', due: '2017-12-18T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2018', due: '2018-12-18T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2019', due: '2019-12-17T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2020', due: '2020-12-16T10:00:00.000Z', ...ROUND_OF_63 },
      { period: '2021', due: '2021-12-16T10:00:00.000Z', ...ROUND_OF_63 },
      // Thanh Hóa is answered for by the roll-up due on 25/12, after T3 (three working days) and before T10.
      { period: '2022', due: '2022-12-16T10:00:00.000Z', ...ROUND_OF_62_AND_FED },
      { period: '2023', due: '2023-12-18T10:00:00.000Z', ...ROUND_OF_62_AND_FED },
      // What Hòa Bình never handed in, Phú Thọ does as its heir in July 2025: late, and no more open.
      {
        period: '2024',
        due: '2024-12-17T10:00:00.000Z',
        ...ROUND_OF_62_AND_FED,
        doneLate: ROUND_OF_62_AND_FED.doneLate + 1,
        openLate: 0,
      },
      // Its last rung, T10, is ten working days later: Tuesday 30/12/2025, before the drill ends.
      { period: '2025', due: '2025-12-16T10:00:00.000Z', ...ROUND_OF_33_AND_FED },
    ],
    // 31/12 rolled forward: 2016 Sat → Tue 03/01/2017 (02/01 compensates Sunday 01/01); 2017 Sun → Tue 02/01/2018;
    // 31/12/2018 is a day off moved by decision → Wed 02/01/2019; 31/12/2021 is a Friday; 2022 Sat → Tue 03/01/2023
    // (02/01 compensates Sunday 01/01); 2023 Sun → Tue 02/01/2024.
    review: [
      { period: '2014', due: '2014-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2015', due: '2015-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2016', due: '2017-01-03T10:00:00.000Z', ...ONE_LATE },
      { period: '2017', due: '2018-01-02T10:00:00.000Z', ...ONE_MID },
      { period: '2018', due: '2019-01-02T10:00:00.000Z', ...ONE_MID },
      { period: '2019', due: '2019-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2020', due: '2020-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2021', due: '2021-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2022', due: '2023-01-03T10:00:00.000Z', ...ONE_MID },
      { period: '2023', due: '2024-01-02T10:00:00.000Z', ...ONE_MID },
      { period: '2024', due: '2024-12-31T10:00:00.000Z', ...ONE_MID },
      { period: '2025', due: '2025-12-31T10:00:00.000Z', ...ONE_MID },
    ],
  },
};
