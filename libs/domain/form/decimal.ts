/** Decimal numbers as they are written, exactly: no binary fraction ever stands for a figure of a report. */

const WRITTEN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,6})?$/;
const PLACES = 6;

/** `12.5`, `-3`, `0.25`: at most 15 digits before the point and `decimals` behind it (6 at most). */
export function isDecimal(text: string, decimals: number): boolean {
  return WRITTEN.test(text) && (text.split('.')[1]?.length ?? 0) <= decimals;
}

/** Negative when the first is less, zero when they are equal: `1.5` and `1.50` are. */
export function compareDecimals(one: string, other: string): number {
  const [left, right] = [scaled(one), scaled(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sumOfDecimals(all: readonly string[]): string {
  return written(all.reduce((sum, one) => sum + scaled(one), 0n));
}

export function largestDecimal(all: readonly string[]): string {
  return all.reduce((largest, one) => (scaled(one) > scaled(largest) ? one : largest));
}

/** In millionths. */
function scaled(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(PLACES, '0'));
  return text.startsWith('-') ? -value : value;
}

function written(value: bigint): string {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const fraction = digits.slice(-PLACES).replace(/0+$/, '');
  const sign = value < 0n ? '-' : '';
  return `${sign}${digits.slice(0, -PLACES)}${fraction === '' ? '' : `.${fraction}`}`;
}
