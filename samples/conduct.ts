/**
 * INVENTED CONDUCT: how units behave in the drill. No source says who reported when; the table fixes how many behave
 * how in every round, and the seed decides who. It is named as invented wherever it shows.
 */
import { DIRECTIVE_IDS } from './directives/ids';

/** When an act happens: relative to the due day by working days, at the due instant itself, or after the opening. */
export type Moment =
  | { readonly workingDays: number; readonly hour: string }
  | { readonly at: 'due' }
  | { readonly hoursAfterOpening: number }
  | { readonly date: string; readonly hour: string };

export type ActKind = 'submit' | 'accept' | 'return' | 'requestExtension' | 'grantExtension';
export type Act = { readonly act: ActKind; readonly when: Moment };

export type Manner =
  | 'early'
  | 'mid'
  | 'onTheDot'
  | 'late'
  | 'returnedInTime'
  | 'returnedLate'
  | 'extended'
  | 'never'
  | 'prompt'
  | 'promptLate';

const at = (workingDays: number, hour: string): Moment => ({ workingDays, hour });

/** What a unit of each manner does, and what the receiver does to it. */
export const MANNERS: { readonly [manner in Manner]: readonly Act[] } = {
  early: [
    { act: 'submit', when: at(-9, '09:00') },
    { act: 'accept', when: at(-8, '10:00') },
  ],
  mid: [
    { act: 'submit', when: at(-3, '09:00') },
    { act: 'accept', when: at(-2, '10:00') },
  ],
  onTheDot: [
    { act: 'submit', when: { at: 'due' } },
    { act: 'accept', when: at(1, '10:00') },
  ],
  late: [
    { act: 'submit', when: at(2, '09:00') },
    { act: 'accept', when: at(3, '10:00') },
  ],
  returnedInTime: [
    { act: 'submit', when: at(-3, '14:00') },
    { act: 'return', when: at(-2, '10:00') },
    { act: 'submit', when: at(-1, '15:00') },
    { act: 'accept', when: at(0, '10:00') },
  ],
  returnedLate: [
    { act: 'submit', when: at(-3, '14:00') },
    { act: 'return', when: at(-2, '10:00') },
    { act: 'submit', when: at(2, '15:00') },
    { act: 'accept', when: at(3, '10:00') },
  ],
  extended: [
    { act: 'requestExtension', when: at(-5, '10:00') },
    { act: 'grantExtension', when: at(-4, '10:00') },
    { act: 'submit', when: { date: '2014-12-09', hour: '09:00' } },
    { act: 'accept', when: { date: '2014-12-10', hour: '10:00' } },
  ],
  never: [],
  prompt: [{ act: 'submit', when: { hoursAfterOpening: 2 } }],
  promptLate: [{ act: 'submit', when: at(2, '09:00') }],
};

/** The date an extension of the drill asks for. */
export const EXTENDED_TO = '2014-12-12';

/** How many units of a round behave how; in this order they take their places in the seeded ranking. */
export type Shares = readonly (readonly [Manner, number])[];

const LARGE: Shares = [
  ['early', 40],
  ['mid', 14],
  ['onTheDot', 3],
  ['late', 3],
  ['returnedInTime', 1],
  ['returnedLate', 1],
  ['never', 1],
];
const SMALL: Shares = [
  ['early', 15],
  ['mid', 7],
  ['onTheDot', 1],
  ['late', 1],
  ['returnedInTime', 1],
  ['returnedLate', 1],
  ['never', 1],
];

/** From 2022 the police of Thanh Hóa are answered for by another directive's roll-up: 62 are dealt out. */
const LARGE_BUT_ONE: Shares = LARGE.map(([manner, count]) => [
  manner,
  manner === 'early' ? count - 1 : count,
]);
/** 34 police forces from 01/07/2025, again but one. */
const POLICE_OF_2025: Shares = [
  ['early', 18],
  ['mid', 8],
  ['onTheDot', 2],
  ['late', 2],
  ['returnedInTime', 1],
  ['returnedLate', 1],
  ['never', 1],
];
/** 26 districts in the first half of 2025. */
const SMALL_BUT_ONE: Shares = SMALL.map(([manner, count]) => [
  manner,
  manner === 'early' ? count - 1 : count,
]);
const COMMUNES: Shares = [
  ['early', 100],
  ['mid', 40],
  ['onTheDot', 8],
  ['late', 8],
  ['returnedInTime', 4],
  ['returnedLate', 4],
  ['never', 2],
];

/** By directive, duty and (where one year differs) period. A symbol would not do: 04/CT-UBND is of two issuers. */
export function sharesOf(directive: string, duty: string, period: string): Shares {
  const shares = SHARES[`${directive} ${duty} ${period}`] ?? SHARES[`${directive} ${duty}`];
  if (!shares) throw new Error(`the drill has no conduct for ${directive}, duty ${duty}`);
  return shares;
}

const { s2: S2, s4: S4, s0: S0 } = DIRECTIVE_IDS;

const SHARES: { readonly [round: string]: Shares } = {
  [`${S2} programme`]: SMALL,
  [`${S2} report`]: [['mid', 1]],
  [`${S2} report every-6m-2014-12-30`]: [['onTheDot', 1]],
  [`${S4} ack`]: [
    ['prompt', 60],
    ['promptLate', 2],
    ['never', 1],
  ],
  [`${S4} plan`]: [
    ['early', 40],
    ['mid', 13],
    ['extended', 1],
    ['onTheDot', 3],
    ['late', 3],
    ['returnedInTime', 1],
    ['returnedLate', 1],
    ['never', 1],
  ],
  [`${S4} report`]: LARGE,
  [`${S4} report 2022`]: LARGE_BUT_ONE,
  [`${S4} report 2023`]: LARGE_BUT_ONE,
  [`${S4} report 2024`]: LARGE_BUT_ONE,
  [`${S4} report 2025`]: POLICE_OF_2025,
  [`${S4} review`]: [['mid', 1]],
  [`${S4} review 2016`]: [['late', 1]],
  [`${S0} ack`]: [
    ['prompt', 25],
    ['promptLate', 1],
    ['never', 1],
  ],
  [`${S0} embed`]: SMALL,
  [`${S0} embed 2025`]: SMALL_BUT_ONE,
  [`${S0} report`]: SMALL,
  [`${S0} report 2025-H1`]: SMALL_BUT_ONE,
  [`${S0} report 2025-H2`]: COMMUNES,
  [`${S0} rollup`]: [['onTheDot', 1]],
  [`${S0} rollup 2019-H2`]: [['late', 1]],
};

type NeverDealt = { readonly [round: string]: (year: number) => string };

/**
 * Who never reports is named, where one does: what moves when units are reorganised can be counted by hand then. Two of
 * the communes of 2025-H2 never report; who is the seed's.
 */
const NEVER: NeverDealt = {
  [`${S2} programme`]: () => 'huyen-uy-muong-lat',
  [`${S4} ack`]: () => 'cat-hoa-binh',
  [`${S4} plan`]: () => 'cat-hoa-binh',
  [`${S4} report`]: (year) => (year % 2 === 0 ? 'cat-hoa-binh' : 'cat-nghe-an'),
  [`${S0} ack`]: () => 'ubnd-muong-lat',
  [`${S0} embed`]: (year) => (year < 2025 ? 'ubnd-dong-son' : 'ubnd-muong-lat'),
  [`${S0} report`]: () => 'ubnd-muong-lat',
};

type Round = { readonly directive: string; readonly duty: string; readonly period: string };
type Dealt = { readonly unit: string; readonly manner: Manner };

/** Who behaves how in a round of the drill; whoever is answered for by another directive's reports is not dealt in. */
export function conductOf(
  seed: string,
  { directive, duty, period }: Round,
  units: readonly string[],
): readonly Dealt[] {
  const round = `${directive}~${duty}~${period}`;
  const own = units.filter((unit) => !isAnsweredFor(directive, duty, period, unit));
  const dealt = assign(seed, round, own, sharesOf(directive, duty, period));
  const named = NEVER[`${directive} ${duty}`]?.(Number.parseInt(period, 10));
  const present = dealt.find(({ unit }) => unit === named);
  const never = dealt.find(({ manner }) => manner === 'never');
  if (present === undefined || never === undefined) return dealt;
  return dealt.map((one) => {
    if (one === present) return { unit: one.unit, manner: never.manner };
    return one === never ? { unit: one.unit, manner: present.manner } : one;
  });
}

/** Units ranked by a seeded hash, then dealt out by the shares. */
export function assign(
  seed: string,
  round: string,
  units: readonly string[],
  shares: Shares,
): readonly Dealt[] {
  const total = shares.reduce((sum, [, count]) => sum + count, 0);
  if (total !== units.length) {
    throw new Error(`the conduct of ${round} is for ${total} units, the round has ${units.length}`);
  }
  const ranked = [...units].sort(
    (a, b) => fnv1a(`${seed}/${round}/${a}`) - fnv1a(`${seed}/${round}/${b}`) || (a < b ? -1 : 1),
  );
  const manners = shares.flatMap(([manner, count]) => Array<Manner>(count).fill(manner));
  return ranked.map((unit, index) => ({ unit, manner: manners[index]! }));
}

/** The link to Thanh Hóa's roll-up was decided in January 2022; from then on it hands in nothing itself. */
export function isAnsweredFor(
  directive: string,
  duty: string,
  period: string,
  unit: string,
): boolean {
  return directive === S4 && duty === 'report' && period >= '2022' && unit === 'cat-thanh-hoa';
}

/** FNV-1a, 32 bits: spreads, proves nothing. */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
