/**
 * Symbols of documents as they are really written, in the state's grammar `NN[/YYYY]/TYPE-ISSUER[-UNIT]` and the
 * Party's `NN-TYPE/ORG`. A short form or a symbol without issuer and date names candidates, never one instrument.
 */
import type { LocalDate } from '../kernel';
import { tidy } from '../spelling';

export type DocumentSymbol = {
  readonly kind: 'symbol';
  readonly grammar: 'state' | 'party';
  readonly number: number;
  readonly year: number | null;
  /** `CT`, `NĐ`, `NQ` … as the symbol has it. */
  readonly type: string;
  readonly issuer: string;
  readonly unit: string | null;
  /** The canonical writing: `07/CT-BCA-V28`, `09-CT/TU`. */
  readonly written: string;
  /** The type a word before the symbol claims, when it contradicts the symbol: `Quyết định 07/CT-BCA`. */
  readonly contradicts: string | null;
};

export type SymbolReading =
  | DocumentSymbol
  /** `Chỉ thị 07`, `CT07`, `07`: the issuer and the year are missing. */
  | { readonly kind: 'short'; readonly number: number; readonly type: string | null }
  | { readonly kind: 'unreadable'; readonly text: string };

/** What somebody wrote down of an instrument. Only issuer, symbol and date together name it. */
export type InstrumentReference = {
  readonly symbol: string;
  readonly issuer?: string | null;
  readonly date?: LocalDate | null;
};

export type InstrumentMatch<T> =
  | { readonly kind: 'one'; readonly match: T }
  | { readonly kind: 'candidates'; readonly candidates: readonly T[] }
  | { readonly kind: 'none' };

/** Types of documents (Decree 30/2020 Art 7, and the Party's) that occur in references. */
const TYPE_WORDS: readonly (readonly [string, string])[] = [
  ['CHỈTHỊ', 'CT'],
  ['NGHỊQUYẾT', 'NQ'],
  ['NGHỊĐỊNH', 'NĐ'],
  ['KẾTLUẬN', 'KL'],
  ['QUYẾTĐỊNH', 'QĐ'],
  ['THÔNGTƯ', 'TT'],
  ['THÔNGBÁO', 'TB'],
  ['KẾHOẠCH', 'KH'],
  ['HƯỚNGDẪN', 'HD'],
  ['BÁOCÁO', 'BC'],
  ['CÔNGĐIỆN', 'CĐ'],
  ['CÔNGVĂN', 'CV'],
];

const STATE =
  /^(\d{1,5})(?:\/(\d{4}))?\/(\p{L}{2,4})-([\p{L}\d]+)(?:-([\p{L}\d]+(?:-[\p{L}\d]+)*))?$/u;
const PARTY = /^(\d{1,5})[-/](\p{L}{2,4})\/([\p{L}\d]+)$/u;
const SHORT = /^(\p{Lu}{2,4})?(\d{1,5})$/u;

export function parseSymbol(text: string): SymbolReading {
  const bare = tidy(text).replace(/[\s.]/g, '');
  const [word, symbol] = splitTypeWord(bare);
  const upper = symbol.toUpperCase();
  const state = STATE.exec(symbol);
  if (state) {
    const [, number, year, type, issuer, unit] = state;
    return full({
      grammar: 'state',
      number: Number(number),
      year: year === undefined ? null : Number(year),
      type: type!.toUpperCase(),
      issuer: organisation(issuer!),
      unit: unit === undefined ? null : unit.toUpperCase(),
      word,
    });
  }
  const party = PARTY.exec(symbol);
  if (party) {
    const [, number, type, issuer] = party;
    return full({
      grammar: 'party',
      number: Number(number),
      year: null,
      type: type!.toUpperCase(),
      issuer: organisation(issuer!),
      unit: null,
      word,
    });
  }
  const short = SHORT.exec(upper);
  if (short) return { kind: 'short', number: Number(short[2]), type: word ?? short[1] ?? null };
  return { kind: 'unreadable', text };
}

/**
 * The form in which symbols are compared: the drafting unit is left out, since one citer writes it and another does
 * not (`23/2012/TT-BCA` = `23/2012/TT-BCA-V28`). Null when the text is no full symbol.
 */
export function normaliseSymbol(text: string): string | null {
  const read = parseSymbol(text);
  return read.kind === 'symbol' ? write({ ...read, unit: null }).toUpperCase() : null;
}

/** Whether two writings are of one symbol; two drafting units that differ are two symbols. */
export function sameSymbol(a: string, b: string): boolean {
  const [left, right] = [parseSymbol(a), parseSymbol(b)];
  if (left.kind !== 'symbol' || right.kind !== 'symbol') return false;
  if (left.unit !== null && right.unit !== null && left.unit !== right.unit) return false;
  return normaliseSymbol(a) === normaliseSymbol(b);
}

/** `issuer|symbol|date`: the key of an instrument. Null when one of the three is missing or unreadable. */
export function identityOf({ symbol, issuer, date }: InstrumentReference): string | null {
  const normal = normaliseSymbol(symbol);
  if (normal === null || !issuer || !date) return null;
  return `${issuer}|${normal}|${date}`;
}

/**
 * What a reference can mean among known instruments. One is answered only when the reference names issuer and date
 * or when a full symbol fits one known instrument alone; a short form gives candidates even if there is only one.
 */
export function matchInstrument<T extends InstrumentReference>(
  reference: InstrumentReference,
  known: readonly T[],
): InstrumentMatch<T> {
  const fitting = known.filter((one) => couldBe(reference, one));
  if (fitting.length === 0) return { kind: 'none' };
  const certain = parseSymbol(reference.symbol).kind === 'symbol';
  if (fitting.length === 1 && certain) return { kind: 'one', match: fitting[0]! };
  return { kind: 'candidates', candidates: fitting };
}

/** `{n}/CT-UBND` with 7 is `07/CT-UBND`: numbers below ten have two digits. */
export function writeSymbol(pattern: string, number: number): string {
  return pattern.replace('{n}', twoDigits(number));
}

/** The pattern by which a full symbol was written; null for a short form. */
export function patternOf(symbol: string): string | null {
  const read = parseSymbol(symbol);
  if (read.kind !== 'symbol') return null;
  return read.written.replace(/^\d+/, '{n}');
}

function couldBe(reference: InstrumentReference, known: InstrumentReference): boolean {
  if (reference.issuer && known.issuer && reference.issuer !== known.issuer) return false;
  if (reference.date && known.date && reference.date !== known.date) return false;
  const read = parseSymbol(reference.symbol);
  if (read.kind === 'symbol') return sameSymbol(reference.symbol, known.symbol);
  const other = parseSymbol(known.symbol);
  if (read.kind === 'unreadable' || other.kind === 'unreadable') return false;
  return read.number === other.number && (read.type === null || read.type === other.type);
}

function splitTypeWord(bare: string): [string | null, string] {
  const upper = bare.toUpperCase();
  const known = TYPE_WORDS.find(([word]) => upper.startsWith(word));
  const rest = known ? bare.slice(known[0].length) : bare;
  return [known?.[1] ?? null, rest.replace(/^(số|so)(?=[:\d])/i, '').replace(/^:/, '')];
}

/** `T.U` = `TU`; `T.Ư`, `TƯ` = `TW` (trung ương). */
function organisation(name: string): string {
  return name.toUpperCase() === 'TƯ' ? 'TW' : name;
}

function full(
  parts: Omit<DocumentSymbol, 'kind' | 'written' | 'contradicts'> & { word: string | null },
): DocumentSymbol {
  const { word, ...symbol } = parts;
  const contradicts = word !== null && word !== symbol.type ? word : null;
  return { kind: 'symbol', ...symbol, written: write(symbol), contradicts };
}

function write(
  symbol: Pick<DocumentSymbol, 'grammar' | 'number' | 'year' | 'type' | 'issuer' | 'unit'>,
): string {
  const number = twoDigits(symbol.number);
  if (symbol.grammar === 'party') return `${number}-${symbol.type}/${symbol.issuer}`;
  const year = symbol.year === null ? '' : `/${symbol.year}`;
  const unit = symbol.unit === null ? '' : `-${symbol.unit}`;
  return `${number}${year}/${symbol.type}-${symbol.issuer}${unit}`;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
