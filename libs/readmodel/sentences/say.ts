/** The small parts of a sentence in two languages: units by name, times as people read them, codes in words. */
import { localDateText, localTimeText } from '../../contracts';
import type { AnyEvent } from '../projected';
import type { Text } from '../../domain';

/** The name of a unit; its id when nobody knows it. */
export type Names = (unit: string) => Text;

export type Sentences<E extends AnyEvent> = {
  readonly [T in E['type']]: (data: Extract<E, { type: T }>['data'], names: Names) => Text;
};

export const text = (vi: string, en: string): Text => ({ vi, en });

/** Glues texts and plain strings in both languages. */
export function join(...parts: readonly (Text | string)[]): Text {
  const of = (language: 'vi' | 'en') =>
    parts.map((it) => (typeof it === 'string' ? it : it[language])).join('');
  return { vi: of('vi'), en: of('en') };
}

/** `{}` places are filled in order. */
export function put(vi: string, en: string, ...parts: readonly (Text | string | number)[]): Text {
  const fill = (template: string, language: 'vi' | 'en') => {
    let next = 0;
    return template.replace(/\{\}/g, () => {
      const part = parts[next++] ?? '…';
      return typeof part === 'object' ? part[language] : String(part);
    });
  };
  return { vi: fill(vi, 'vi'), en: fill(en, 'en') };
}

export function time(instant: string): Text {
  return {
    vi: localTimeText(instant, 'vi') ?? instant,
    en: localTimeText(instant, 'en') ?? instant,
  };
}

export function date(localDate: string | null): string {
  return localDate === null ? '…' : (localDateText(localDate) ?? localDate);
}

/** Up to three names, then how many more. */
export function list(units: readonly string[], names: Names): Text {
  const shown = units.slice(0, 3).map(names);
  const more = units.length - shown.length;
  return {
    vi: shown.map(({ vi }) => vi).join(', ') + (more > 0 ? ` và ${more} đơn vị khác` : ''),
    en: shown.map(({ en }) => en).join(', ') + (more > 0 ? ` and ${more} more` : ''),
  };
}

export function units(count: number): Text {
  return text(`${count} đơn vị`, count === 1 ? '1 unit' : `${count} units`);
}

/** `: reason` when there is one. */
export function because(reason: string): string {
  return reason.trim() === '' ? '' : `: ${reason.trim().replace(/\.$/, '')}`;
}
