/**
 * The Vietnamese lunar calendar: new moons and solar terms reckoned at UTC+7, by the published algorithm of Hồ Ngọc Đức
 * (after Meeus). Reckoned at UTC+8 some dates differ (Tết 2030 is 2 February here, 3 February there).
 * Years beyond a calendar's data need `lunarToSolar`; the way back, `tetDate` and `gioTo` serve tests of that data alone.
 */
import { dateOfDayNumber, dayNumber, dayNumberOf } from './date';
import type { LocalDate } from './moment';

/** `leap` marks the second of two months with one number. */
export type LunarDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
};

const HOURS_EAST = 7;
const LUNATION = 29.530588853;
/** Julian day of 1970-01-01 and of the new moon counted as zero (1 January 1900). */
const JULIAN_EPOCH = 2_440_588;
const FIRST_NEW_MOON = 2_415_021.076998695;
const RADIANS = Math.PI / 180;

/** First day of the lunar year that begins in the solar year `year`. */
export function tetDate(year: number): LocalDate {
  return lunarToSolar({ year, month: 1, day: 1, leap: false })!;
}

/** The Hùng Kings' commemoration, the 10th of the third lunar month. */
export function gioTo(year: number): LocalDate {
  return lunarToSolar({ year, month: 3, day: 10, leap: false })!;
}

/** Null when the lunar year has no such day or no such leap month. */
export function lunarToSolar({ year, month, day, leap }: LunarDate): LocalDate | null {
  const start = month < 11 ? month11(year - 1) : month11(year);
  const end = month < 11 ? month11(year) : month11(year + 1);
  let offset = month - 11 < 0 ? month + 1 : month - 11;
  const leapOffset = end - start > 365 ? leapMonthOffset(start) : null;
  if (leap) {
    const leapMonth = leapOffset === null ? 0 : ((leapOffset - 3 + 12) % 12) + 1;
    if (leapOffset === null || leapMonth !== month) return null;
  }
  if (leapOffset !== null && (leap || offset >= leapOffset)) offset += 1;
  const lunation = lunationNumber(start) + offset;
  const first = newMoonDay(lunation);
  const length = newMoonDay(lunation + 1) - first;
  return day < 1 || day > length ? null : dateOfDayNumber(first + day - 1 - JULIAN_EPOCH);
}

export function solarToLunar(date: LocalDate): LunarDate {
  const julian = dayNumber(date) + JULIAN_EPOCH;
  let lunation = Math.floor((julian - FIRST_NEW_MOON) / LUNATION) + 1;
  while (newMoonDay(lunation) > julian) lunation -= 1;
  const first = newMoonDay(lunation);
  const solarYear = Number(date.slice(0, 4));
  const thisEleventh = month11(solarYear);
  const [start, end, year] =
    thisEleventh >= first
      ? [month11(solarYear - 1), thisEleventh, solarYear]
      : [thisEleventh, month11(solarYear + 1), solarYear + 1];
  const monthsOn = Math.round((first - start) / LUNATION);
  const leapOffset = end - start > 365 ? leapMonthOffset(start) : null;
  const afterLeap = leapOffset !== null && monthsOn >= leapOffset;
  const month = ((monthsOn + 11 - (afterLeap ? 1 : 0) - 1) % 12) + 1;
  return {
    year: month >= 11 && monthsOn < 4 ? year - 1 : year,
    month,
    day: julian - first + 1,
    leap: leapOffset === monthsOn,
  };
}

/** Julian day (Vietnam) of the first day of the eleventh lunar month, the month of the winter solstice. */
function month11(year: number): number {
  const yearEnd = dayNumberOf({ year, month: 12, day: 31 }) + JULIAN_EPOCH;
  const lunation = Math.floor((yearEnd - FIRST_NEW_MOON + 0.076998695) / LUNATION);
  const day = newMoonDay(lunation);
  return sunSector(day) >= 9 ? newMoonDay(lunation - 1) : day;
}

/** How many months after the eleventh the leap month stands: the first month without a principal term. */
function leapMonthOffset(eleventh: number): number {
  const lunation = lunationNumber(eleventh);
  let offset = 1;
  let last = -1;
  let sector = sunSector(newMoonDay(lunation + offset));
  while (sector !== last && offset < 14) {
    last = sector;
    offset += 1;
    sector = sunSector(newMoonDay(lunation + offset));
  }
  return offset - 1;
}

function lunationNumber(firstDay: number): number {
  return Math.floor(0.5 + (firstDay - FIRST_NEW_MOON) / LUNATION);
}

/** The sun's ecliptic longitude at midnight of a Julian day in Vietnam, in sectors of 30 degrees (0–11). */
function sunSector(julianDay: number): number {
  const t = (julianDay - 0.5 - HOURS_EAST / 24 - 2_451_545) / 36_525;
  const anomaly = RADIANS * (357.5291 + t * (35_999.0503 - t * (0.0001559 + t * 0.00000048)));
  const mean = 280.46645 + t * (36_000.76983 + t * 0.0003032);
  const centre =
    (1.9146 - t * (0.004817 + t * 0.000014)) * Math.sin(anomaly) +
    (0.019993 - 0.000101 * t) * Math.sin(2 * anomaly) +
    0.00029 * Math.sin(3 * anomaly);
  const longitude = (mean + centre) * RADIANS;
  const turned = longitude - Math.PI * 2 * Math.floor(longitude / (Math.PI * 2));
  return Math.floor((turned / Math.PI) * 6);
}

/** Julian day (Vietnam) on which the k-th new moon since 1900 falls. */
function newMoonDay(k: number): number {
  return Math.floor(newMoon(k) + 0.5 + HOURS_EAST / 24);
}

function newMoon(k: number): number {
  const t = k / 1236.85;
  const t2 = t * t;
  const t3 = t2 * t;
  const mean =
    2_415_020.75933 +
    29.53058868 * k +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * Math.sin((166.56 + 132.87 * t - 0.009173 * t2) * RADIANS);
  const sun = (359.2242 + 29.10535608 * k - 0.0000333 * t2 - 0.00000347 * t3) * RADIANS;
  const moon = (306.0253 + 385.81691806 * k + 0.0107306 * t2 + 0.00001236 * t3) * RADIANS;
  const latitude = (21.2964 + 390.67050646 * k - 0.0016528 * t2 - 0.00000239 * t3) * RADIANS;
  const correction =
    (0.1734 - 0.000393 * t) * Math.sin(sun) +
    0.0021 * Math.sin(2 * sun) -
    0.4068 * Math.sin(moon) +
    0.0161 * Math.sin(2 * moon) -
    0.0004 * Math.sin(3 * moon) +
    0.0104 * Math.sin(2 * latitude) -
    0.0051 * Math.sin(sun + moon) -
    0.0074 * Math.sin(sun - moon) +
    0.0004 * Math.sin(2 * latitude + sun) -
    0.0004 * Math.sin(2 * latitude - sun) -
    0.0006 * Math.sin(2 * latitude + moon) +
    0.001 * Math.sin(2 * latitude - moon) +
    0.0005 * Math.sin(2 * moon + sun);
  return mean + correction - deltaT(t, t2, t3);
}

/** The drift between uniform and earth time, in days. */
function deltaT(t: number, t2: number, t3: number): number {
  return t < -11
    ? 0.001 + 0.000839 * t + 0.0002261 * t2 - 0.00000845 * t3 - 0.000000081 * t * t3
    : -0.000278 + 0.000265 * t + 0.000262 * t2;
}
