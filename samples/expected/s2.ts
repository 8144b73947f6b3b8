/** What the rounds of 09-CT/TU must come to: one of action programmes, and 28 reports of one obligation each. */
import { DIRECTIVE_IDS } from '../directives/ids';
import {
  ONE_DOT,
  ONE_MID,
  ROUND_OF_27,
  type ExpectedDirective,
  type ExpectedRound,
} from './rounds';

/**
 * Six months after six months from 30/12/2011 as decided, a day off rolled forward (domain facts 1.7):
 *   Sat 30/06/2012 → Mon 02/07; Sun 30/12/2012 → Wed 02/01/2013 (31/12 moved off, 01/01 a holiday);
 *   Sun 30/06/2013 → Mon 01/07; Sat 30/12/2017 → Tue 02/01/2018; Sat 30/06/2018 → Mon 02/07;
 *   Sun 30/12/2018 → Wed 02/01/2019 (31/12 moved off); Sun 30/06/2019 → Mon 01/07; Sat 30/12/2023 → Tue 02/01/2024;
 *   Sun 30/06/2024 → Mon 01/07. The other nineteen are working days.
 * 2012 to 2025 are fourteen years of two halves each: 28 rounds. The round of 30/06/2026 opens after the drill ends.
 */
const DUE = [
  ['2012-06-30', '2012-07-02'],
  ['2012-12-30', '2013-01-02'],
  ['2013-06-30', '2013-07-01'],
  ['2013-12-30', '2013-12-30'],
  ['2014-06-30', '2014-06-30'],
  ['2014-12-30', '2014-12-30'],
  ['2015-06-30', '2015-06-30'],
  ['2015-12-30', '2015-12-30'],
  ['2016-06-30', '2016-06-30'],
  ['2016-12-30', '2016-12-30'],
  ['2017-06-30', '2017-06-30'],
  ['2017-12-30', '2018-01-02'],
  ['2018-06-30', '2018-07-02'],
  ['2018-12-30', '2019-01-02'],
  ['2019-06-30', '2019-07-01'],
  ['2019-12-30', '2019-12-30'],
  ['2020-06-30', '2020-06-30'],
  ['2020-12-30', '2020-12-30'],
  ['2021-06-30', '2021-06-30'],
  ['2021-12-30', '2021-12-30'],
  ['2022-06-30', '2022-06-30'],
  ['2022-12-30', '2022-12-30'],
  ['2023-06-30', '2023-06-30'],
  ['2023-12-30', '2024-01-02'],
  ['2024-06-30', '2024-07-01'],
  ['2024-12-30', '2024-12-30'],
  ['2025-06-30', '2025-06-30'],
  ['2025-12-30', '2025-12-30'],
] as const;

/** The one that is handed in at the due instant itself (invented, as all conduct). */
const ON_THE_DOT = '2014-12-30';

export const expectedOfS2: ExpectedDirective = {
  directive: DIRECTIVE_IDS.s2,
  symbol: '09-CT/TU',
  rounds: {
    // Friday 30/03/2012 as decided; T1 is Tuesday 03/04 (31/03 is the Hùng Kings' day, 02/04 its compensation).
    programme: [{ period: 'once', due: '2012-03-30T10:00:00.000Z', ...ROUND_OF_27 }],
    report: DUE.map(([end, due]): ExpectedRound => ({
      period: `every-6m-${end}`,
      due: `${due}T10:00:00.000Z`,
      ...(end === ON_THE_DOT ? ONE_DOT : ONE_MID),
    })),
  },
};
