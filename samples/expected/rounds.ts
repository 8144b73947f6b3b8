/**
 * The shapes of expected rounds, with the arithmetic of one round of each kind. Written before the drill first ran; a
 * difference is a fault of the engine or of these pages, never a reason to copy the engine's figure.
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
import type { DirectiveId } from '../directives/ids';

/** Due times are 17:00 in Việt Nam, 10:00 UTC. */
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
  readonly directive: DirectiveId;
  readonly symbol: string;
  readonly rounds: { readonly [duty: string]: readonly ExpectedRound[] };
};

export const ISSUED_OF_63 = {
  'T-7': 63 - 40,
  'T-1': 3 + 3 + 1 + 1 + 1,
  T1: 3 + 1 + 1,
  T3: 1,
  T5: 0,
  T10: 1,
};
export const ROUND_OF_63 = {
  obligations: 63,
  doneOnTime: 40 + 14 + 3 + 1,
  doneLate: 3 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: ISSUED_OF_63,
};
export const ROUND_OF_27 = {
  obligations: 27,
  doneOnTime: 15 + 7 + 1 + 1,
  doneLate: 1 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: { 'T-7': 27 - 15, 'T-1': 1 + 1 + 1 + 1 + 1, T1: 1 + 1 + 1, T3: 1, T5: 0, T10: 1 },
};

/** 62 dealt out (39 early) and the police of Thanh Hóa, answered for by another directive's roll-up of 25/12: late. */
export const ROUND_OF_62_AND_FED = {
  obligations: 63,
  doneOnTime: 39 + 14 + 3 + 1,
  doneLate: 3 + 1 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: { 'T-7': 63 - 39, 'T-1': 9 + 1, T1: 5 + 1, T3: 1 + 1, T5: 0, T10: 1 },
};
/** 34 police forces: 18 + 8 + 2 + 2 + 1 + 1 + 1 = 33 dealt out, and again the one that is answered for. */
export const ROUND_OF_33_AND_FED = {
  obligations: 34,
  doneOnTime: 18 + 8 + 2 + 1,
  doneLate: 2 + 1 + 1,
  openOnTime: 0,
  openLate: 1,
  issued: {
    'T-7': 34 - 18,
    'T-1': 2 + 2 + 1 + 1 + 1 + 1,
    T1: 2 + 1 + 1 + 1,
    T3: 1 + 1,
    T5: 0,
    T10: 1,
  },
};
/** The districts without Đông Sơn: one early fewer. */
export const ROUND_OF_26 = { ...ROUND_OF_27, obligations: 26, doneOnTime: 14 + 7 + 1 + 1 };
/** The communes: 100 + 40 + 8 + 8 + 4 + 4 + 2 = 166. */
export const ROUND_OF_166 = {
  obligations: 166,
  doneOnTime: 100 + 40 + 8 + 4,
  doneLate: 8 + 4,
  openOnTime: 0,
  openLate: 2,
  issued: { 'T-7': 166 - 100, 'T-1': 8 + 8 + 4 + 4 + 2, T1: 8 + 4 + 2, T3: 2, T5: 0, T10: 2 },
};

const ONE = { obligations: 1, openOnTime: 0, openLate: 0 };
export const ONE_MID = { ...ONE, doneOnTime: 1, doneLate: 0, issued: { 'T-7': 1 } };
export const ONE_DOT = { ...ONE, doneOnTime: 1, doneLate: 0, issued: { 'T-7': 1, 'T-1': 1 } };
export const ONE_LATE = {
  ...ONE,
  doneOnTime: 0,
  doneLate: 1,
  issued: { 'T-7': 1, 'T-1': 1, T1: 1 },
};
