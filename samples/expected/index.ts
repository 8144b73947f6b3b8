/**
 * The figures of the whole drill, 30/12/2011 to 31/12/2025. S1 is no directive but a source of 07/CT-BCA-V28; what it
 * tells of 2014 are results: no due date, no obligation, so no figure here.
 */
import { DIRECTIVE_IDS } from '../directives/ids';
import type { ExpectedDirective } from './rounds';
import { expectedOfS0 } from './s0';
import { expectedOfS2 } from './s2';
import { expectedOfS4 } from './s4';

export { expectedOfS1, expectedPacksOfS4 } from './reviews';
export {
  expectedDraft,
  expectedIndicator,
  expectedIndicatorOfS4,
  expectedOfThanhHoa,
  expectedReportsOf,
  expectedRollUps,
} from './figures';
export { expectedCommendations } from './commendations';
export type { ExpectedRound } from './rounds';
export { expectedRecognition } from './recognition';
export { expectedReorganisations } from './reorganisations';

/** 04/CT-UBND of Hậu Giang: nothing states who owes what, nobody decides it, so no round opens. */
const expectedOfS3: ExpectedDirective = {
  directive: DIRECTIVE_IDS.s3,
  symbol: '04/CT-UBND',
  rounds: {},
};

export const expected: readonly ExpectedDirective[] = [
  expectedOfS2,
  expectedOfS4,
  expectedOfS0,
  expectedOfS3,
];

/**
 * Sums, worked out by hand beside the tables:
 *   rounds        S2: 1 + 28 = 29    S4: 1 + 1 + 12 + 12 = 26      S0: 1 + 7 + 16 + 16 = 40
 *   obligations   S2: 27 + 28 = 55   S4: 63 + 63 + 11 · 63 + 34 + 12 = 865
 *                                    S0: 27 + (6 · 27 + 26) + (14 · 27 + 26 + 166) + 16 = 27 + 188 + 570 + 16 = 801
 *   on time       S2: 24 + 28 = 52   S4: 60 + 58 + (8 · 58 + 3 · 57 + 29) + 11 = 793
 *                                    S0: 25 + (6 · 24 + 23) + (14 · 24 + 23 + 152) + 15 = 25 + 167 + 511 + 15 = 718
 *   late          S2: 2 + 0 = 2      S4: 2 + 4 + (8 · 4 + 5 + 5 + 6 + 4) + 1 = 59
 *                                    S0: 1 + 7 · 2 + (15 · 2 + 12) + 1 = 58
 *   open, late    S2: 1 + 0 = 1      S4: 1 + 1 + (8 + 1 + 1 + 0 + 1) + 0 = 13      S0: 1 + 7 + (15 + 2) + 0 = 25
 *   T-7           S2: 12 + 28 = 40   S4: 24 + (8 · 23 + 3 · 24 + 16) + 12 = 308    S0: 84 + (15 · 12 + 66) + 16 = 346
 *   T-1           S2: 5 + 1 = 6      S4: 9 + (8 · 9 + 3 · 10 + 8) + 1 = 120        S0: 35 + (15 · 5 + 26) + 16 = 152
 *   reminders     S2: 46             S4: 428                                       S0: 498
 *   letter drafts S2: 1              S4: 1 + 1 + 12 + 1 = 15                       S0: 1 + 7 + 16 + 1 = 25
 *   escalations   S2: 1              S4: 1 + 1 + (8 + 4 · 2) = 18                  S0: 1 + 7 + (15 + 2) = 25
 *   explanations  S2: 1              S4: 1 + 1 + 12 = 14                           S0: 1 + 7 + (15 + 2) = 25
 */
export const totals = {
  [DIRECTIVE_IDS.s2]: {
    rounds: 29,
    obligations: 55,
    doneOnTime: 52,
    doneLate: 2,
    openOnTime: 0,
    openLate: 1,
    reminders: 46,
    letters: 1,
    escalations: 1,
    explanations: 1,
  },
  [DIRECTIVE_IDS.s4]: {
    rounds: 26,
    obligations: 865,
    doneOnTime: 793,
    doneLate: 59,
    openOnTime: 0,
    openLate: 13,
    reminders: 428,
    letters: 15,
    escalations: 18,
    explanations: 14,
  },
  [DIRECTIVE_IDS.s0]: {
    rounds: 40,
    obligations: 801,
    doneOnTime: 718,
    doneLate: 58,
    openOnTime: 0,
    openLate: 25,
    reminders: 498,
    letters: 25,
    escalations: 25,
    explanations: 25,
  },
  [DIRECTIVE_IDS.s3]: {
    rounds: 0,
    obligations: 0,
    doneOnTime: 0,
    doneLate: 0,
    openOnTime: 0,
    openLate: 0,
    reminders: 0,
    letters: 0,
    escalations: 0,
    explanations: 0,
  },
} as const;

/**
 * Outcomes of rungs: six for every obligation, four for an acknowledgement (T-7 and T-1 lie before its opening), and
 * six more for the one whose due time was extended.
 *   6 · (865 − 63 + 801 − 27 + 55) + 4 · (63 + 27) + 6 = 6 · 1631 + 360 + 6 = 10152
 */
export const expectedRungOutcomes = 10152;
