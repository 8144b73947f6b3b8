/**
 * What the CLI prints: results on standard output (text, or JSON with --json), progress on standard error. Words come
 * from the contracts' vocabulary, Vietnamese unless English is asked for.
 */
import type { Graded, Text } from '../../libs/domain';
import { GRADE, localDateText, shortTime } from '../../libs/contracts';
import { table, type Cell, type Column } from './table';
import { widthOf, wrap } from './width';

export type Lang = 'vi' | 'en';

export type ScreenSettings = {
  readonly lang: Lang;
  readonly json: boolean;
  readonly width: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
};

/** `[vi, en]` */
export type Words = readonly [vi: string, en: string];

const DRILL_BANNER: Words = [
  'CHẠY MÔ PHỎNG: hành vi các đơn vị là giả định.',
  'DRILL: the conduct of units is invented.',
];

export class Screen {
  readonly lang: Lang;
  readonly json: boolean;

  private drill = false;

  constructor(private readonly settings: ScreenSettings) {
    this.lang = settings.lang;
    this.json = settings.json;
  }

  /** The data as JSON with --json; else what `show` prints. */
  result(data: unknown, show: () => void): void {
    if (this.json) this.settings.out(`${JSON.stringify(data, null, 2)}\n`);
    else show();
  }

  progress(vi: string, en: string): void {
    this.settings.err(`${this.lang === 'vi' ? vi : en}\n`);
  }

  /** What is shown from now on is of a drill: every title says that its conduct is invented. */
  markDrill(): void {
    this.drill = true;
  }

  /** A title in both languages, underlined; of a drill it says so below. */
  title(vi: string, en: string): void {
    const text = this.lang === 'vi' ? `${vi} · ${en}` : en;
    this.line(text);
    this.line('═'.repeat(Math.min(widthOf(text), this.settings.width)));
    if (this.drill) this.line(this.say(...DRILL_BANNER));
  }

  heading(vi: string, en: string): void {
    this.line('');
    this.line(this.lang === 'vi' ? `${vi} · ${en}` : en);
  }

  line(text = ''): void {
    this.settings.out(`${text}\n`);
  }

  /** A paragraph; lines after the first are indented by `hanging` more. */
  prose(text: string, indent = '', hanging = ''): void {
    const width = this.settings.width - indent.length - hanging.length;
    for (const [at, line] of wrap(text, width).entries()) {
      this.line(indent + (at === 0 ? '' : hanging) + line);
    }
  }

  /** `Label: value`, wrapped under itself. */
  item(words: Words, value: string, indent = ''): void {
    this.prose(`${this.say(...words)}: ${value}`, indent, '  ');
  }

  table(heads: readonly (Words | Column)[], rows: readonly (readonly Cell[])[], indent = ''): void {
    if (rows.length === 0) {
      this.line(`${indent}${this.say('(không có)', '(none)')}`);
      return;
    }
    const columns = heads.map((it) => ('head' in it ? it : { head: this.say(...it) }));
    const text = table(columns, rows, this.settings.width - indent.length);
    for (const line of text.split('\n')) this.line(indent + line);
  }

  say(vi: string, en: string): string {
    return this.lang === 'vi' ? vi : en;
  }

  text(text: Text | null | undefined, otherwise = '–'): string {
    return text ? text[this.lang] : otherwise;
  }

  number(words: Words): Column {
    return { head: this.say(...words), right: true };
  }

  time(instant: string | null | undefined): string {
    return instant ? shortTime(instant) : '–';
  }

  /** `2018-12-18` as people read it. */
  day(date: string): string {
    return localDateText(date) ?? date;
  }

  /** A value with how it is known; what is not stated is said to be so. */
  graded<T>(graded: Graded<T>, show: (value: T) => string = String): string {
    const how = GRADE[graded.grade][this.lang];
    if (!('value' in graded)) {
      return `(${how}${graded.note ? `: ${graded.note}` : ''})`;
    }
    const value = show(graded.value);
    if (graded.grade === 'stated') return value;
    return `${value} (${how}${graded.reason ? `: ${graded.reason}` : ''})`;
  }
}
