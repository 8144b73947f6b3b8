/**
 * The figures of the whole drill, 30/12/2011 to 31/12/2021. S1 is no directive but a source of 07/CT-BCA-V28; what it
 * tells of 2014 are results: no due date, no obligation, so no figure here.
 */
import { DIRECTIVE_IDS } from '../directives/ids';
import type { ExpectedDirective } from './rounds';
import { expectedOfS0 } from './s0';
import { expectedOfS2 } from './s2';
import { expectedOfS4 } from './s4';

export { expectedOfS1, expectedPacksOfS4 } from './reviews';
export { expectedDraft, expectedIndicator } from './figures';
export { expectedCommendations } from './commendations';
export type { ExpectedRound } from './rounds';
export { expectedRecognition } from './recognition';

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
 *   rounds        S2: 1 + 20 = 21    S4: 1 + 1 + 8 + 8 = 18        S0: 1 + 3 + 8 + 8 = 20
 *   obligations   S2: 27 + 20 = 47   S4: 63 + 63 + 504 + 8 = 638   S0: 27 + 81 + 216 + 8 = 332
 *   on time       S2: 24 + 20 = 44   S4: 60 + 58 + 464 + 7 = 589   S0: 25 + 72 + 192 + 7 = 296
 *   late          S2: 2 + 0 = 2      S4: 2 + 4 + 32 + 1 = 39       S0: 1 + 6 + 16 + 1 = 24
 *   open, late    S2: 1 + 0 = 1      S4: 1 + 1 + 8 + 0 = 10        S0: 1 + 3 + 8 + 0 = 12
 *   T-7           S2: 12 + 20 = 32   S4: 24 + 184 + 8 = 216        S0: 36 + 96 + 8 = 140
 *   T-1           S2: 5 + 1 = 6      S4: 9 + 72 + 1 = 82           S0: 15 + 40 + 8 = 63
 *   reminders     S2: 38             S4: 298                       S0: 203
 *   letter drafts S2: 1              S4: 1 + 1 + 8 + 1 = 11        S0: 1 + 3 + 8 + 1 = 13
 *   escalations   S2: 1              S4: 1 + 1 + 8 = 10            S0: 1 + 3 + 8 = 12
 *   explanations  S2: 1              S4: 10                        S0: 12
 */
export const totals = {
  [DIRECTIVE_IDS.s2]: {
    rounds: 21,
    obligations: 47,
    doneOnTime: 44,
    doneLate: 2,
    openOnTime: 0,
    openLate: 1,
    reminders: 38,
    letters: 1,
    escalations: 1,
    explanations: 1,
  },
  [DIRECTIVE_IDS.s4]: {
    rounds: 18,
    obligations: 638,
    doneOnTime: 589,
    doneLate: 39,
    openOnTime: 0,
    openLate: 10,
    reminders: 298,
    letters: 11,
    escalations: 10,
    explanations: 10,
  },
  [DIRECTIVE_IDS.s0]: {
    rounds: 20,
    obligations: 332,
    doneOnTime: 296,
    doneLate: 24,
    openOnTime: 0,
    openLate: 12,
    reminders: 203,
    letters: 13,
    escalations: 12,
    explanations: 12,
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
 *   6 · (638 − 63 + 332 − 27 + 47) + 4 · (63 + 27) + 6 = 6 · 927 + 360 + 6 = 5928
 */
export const expectedRungOutcomes = 5928;
