/**
 * A consolidated draft as one report can carry it: the figures whole, lists of models and texts by sender as far as the
 * limits of a report and of the form allow. Choices of many are no one choice. What was left out is counted, and the draft
 * in full stays in the content store.
 */
import type { Text } from '../kernel';
import { utf8Length } from '../utf8-length';
import type { FieldValue, Form, ReportData } from './types';
import { isModels } from './values';

/** A report travels in one entry of the ledger, and with it what it answers one level up. */
export const MOST_DATA_BYTES = 16_384;
export const MOST_MODELS = 200;
export const MOST_SECTION_CHARACTERS = 8_000;

/** Of the bytes, so many at most are figures and models; texts have what is left. */
const VALUES_BYTES = 12_288;
/** Of those, so many at most are listed texts; models have what is left. */
const LISTED_BYTES = 4_096;
/** For the line that says what was left out. */
const NOTE = 200;

/** What many wrote into one field that is listed: a text or a choice each. */
export type ListedTexts = { readonly code: string; readonly texts: readonly SenderText[] };

/** That not all of a list or of the texts under a heading is in the report: `kept` of `total`. */
export type Cut = {
  readonly part: 'values' | 'sections';
  readonly code: string;
  readonly kept: number;
  readonly total: number;
};

export type SenderText = {
  readonly unit: string;
  readonly name: Text | null;
  readonly text: string;
};

export type FittedDraft = { readonly data: ReportData; readonly cut: readonly Cut[] };

export function fittedDraft(
  form: Form,
  values: ReportData['values'],
  sections: readonly ListedTexts[],
  listed: readonly ListedTexts[] = [],
): FittedDraft {
  const cut: Cut[] = [];
  const kept = fittedValues({ ...values, ...fittedTexts(form, listed, cut) }, cut);
  const base = bytesOf({ form: form.version, sections: {}, values: kept });
  const written = fittedSections(sections, MOST_DATA_BYTES - base, cut);
  return { data: { form: form.version, sections: written, values: kept }, cut };
}

/** Texts stand with their senders, as many as the field takes; of choices nothing does. */
function fittedTexts(
  { fields }: Form,
  listed: readonly ListedTexts[],
  cut: Cut[],
): ReportData['values'] {
  const values: { [code: string]: FieldValue } = {};
  for (const { code, texts } of listed) {
    const field = fields.find((one) => one.code === code);
    const lines = field?.type === 'text' ? linesOf(texts) : [];
    const share = Math.floor(LISTED_BYTES / listed.length);
    const inBytes = prefix(lines, { room: share, size: (line) => bytesOf(line) + 2 });
    // A line break between two lines, and none behind the last.
    const room = field?.type === 'text' ? field.maxLength + 1 : 0;
    const inCharacters = prefix(lines, { room, size: (line) => line.length + 1 });
    const kept = Math.min(inBytes.count, inCharacters.count);
    if (kept > 0) values[code] = lines.slice(0, kept).join('\n');
    if (kept < texts.length) cut.push({ part: 'values', code, kept, total: texts.length });
  }
  return values;
}

function linesOf(texts: readonly SenderText[]): string[] {
  return texts.map(({ unit, name, text }) => `${name?.vi ?? unit}: ${text}`);
}

function fittedValues(all: ReportData['values'], cut: Cut[]): ReportData['values'] {
  const lists = Object.entries(all).filter(([, value]) => isModels(value));
  const bare = Object.entries(all).map(([code, value]) => [code, isModels(value) ? [] : value]);
  let room = VALUES_BYTES - bytesOf(Object.fromEntries(bare));
  const values: { [code: string]: FieldValue } = { ...all };
  for (const [code, value] of lists) {
    const models = isModels(value) ? value : [];
    const fitting = prefix(models, { room, most: MOST_MODELS, size: (one) => bytesOf(one) + 1 });
    room -= fitting.taken;
    values[code] = models.slice(0, fitting.count);
    if (fitting.count < models.length) {
      cut.push({ part: 'values', code, kept: fitting.count, total: models.length });
    }
  }
  return values;
}

/** Headings share the room alike; what one leaves, the next have. */
function fittedSections(
  all: readonly ListedTexts[],
  bytes: number,
  cut: Cut[],
): ReportData['sections'] {
  const said = all.filter(({ texts }) => texts.length > 0);
  const sections: { [code: string]: string } = {};
  let left = bytes;
  for (const [index, { code, texts }] of said.entries()) {
    const lines = linesOf(texts);
    const share = Math.floor(left / (said.length - index)) - bytesOf(code) - NOTE;
    const inBytes = prefix(lines, { room: share, size: bytesOf });
    const inCharacters = prefix(lines, {
      room: MOST_SECTION_CHARACTERS - NOTE,
      size: (line) => line.length + 1,
    });
    const kept = Math.min(inBytes.count, inCharacters.count);
    const note = kept < lines.length ? [leftOut(kept, lines.length)] : [];
    if (note.length > 0) cut.push({ part: 'sections', code, kept, total: lines.length });
    sections[code] = [...lines.slice(0, kept), ...note].join('\n');
    left -= bytesOf(sections[code]) + bytesOf(code) + 2;
  }
  return sections;
}

function leftOut(kept: number, total: number): string {
  return `[Còn ${total - kept}/${total} báo cáo không chép vào đây: xem dự thảo tổng hợp đầy đủ của báo cáo này]`;
}

/** As many of the first as have room; `taken` is what they take. */
function prefix<T>(
  all: readonly T[],
  { room, size, most = all.length }: { room: number; size: (one: T) => number; most?: number },
): { readonly count: number; readonly taken: number } {
  let [count, taken] = [0, 0];
  for (const one of all.slice(0, most)) {
    const next = taken + size(one);
    if (next > room) break;
    [count, taken] = [count + 1, next];
  }
  return { count, taken };
}

function bytesOf(value: unknown): number {
  return utf8Length(JSON.stringify(value));
}
