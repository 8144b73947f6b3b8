/**
 * The forms in which written names are compared: NFC, one way of placing the tone (Uỷ = Ủy), one blank, no case.
 * What is kept and shown is always the writing itself.
 */

/** Old and new placement of the tone differ only on oa, oe, uy: both become the new one. */
const TONE_PLACES: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];

/** Composed accents, `Đ` for its look-alikes, plain hyphens, single blanks, none at the ends. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u00d0\u0189]/g, 'Đ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Two writings of one name have the same folded form. */
export function foldName(text: string): string {
  let folded = tidy(text).toLowerCase();
  for (const [old, placed] of TONE_PLACES) folded = folded.replaceAll(old, placed);
  return folded;
}

/** A personal value is known here by its token alone. */
export function isToken(text: string): boolean {
  return /^pii:[0-9a-f]{64}$/.test(text);
}

export function isBlank(text: string): boolean {
  return text.trim() === '';
}

/** What may stand in ids of duties, periods, units and spans, and so in the names of streams. */
export function isPlainId(text: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/.test(text);
}
