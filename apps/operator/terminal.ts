/** What an operator sees: results on standard output (text, or JSON with --json), progress on standard error. */
import type { Progress } from '../../libs/backup';

export type OperatorTerminal = {
  readonly columns: number;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard error is looked at: then progress replaces its own line. */
  readonly isLive: boolean;
  readonly signal: AbortSignal;
};

export type Lang = 'vi' | 'en';

/** `[vi, en]` */
type Words = readonly [vi: string, en: string];

const STEPS: { readonly [step in Progress['step']]: Words } = {
  entries: ['dòng', 'entries'],
  commands: ['lệnh đã quyết định', 'commands decided'],
  contents: ['tệp và văn bản', 'contents'],
  tables: ['các bảng khác', 'other tables'],
  files: ['tệp đã đọc', 'files read'],
  'wake-ups': ['các mốc giờ', 'wake-ups'],
};

const TOLD_EVERY_MS = 500;

export class OperatorScreen {
  private toldAt = -Infinity;
  private isOpen = false;

  constructor(
    private readonly terminal: OperatorTerminal,
    private readonly settings: { readonly lang: Lang; readonly json: boolean },
  ) {}

  say(vi: string, en: string): string {
    return this.settings.lang === 'vi' ? vi : en;
  }

  /** What came of it: as JSON, or the lines. */
  result(data: object, lines: readonly string[]): void {
    this.endProgress();
    const { json } = this.settings;
    this.terminal.out(json ? `${JSON.stringify(data, null, 2)}\n` : `${lines.join('\n')}\n`);
  }

  note(text: string): void {
    this.endProgress();
    this.terminal.err(`${text}\n`);
  }

  readonly progress = ({ step, done, total }: Progress): void => {
    const now = performance.now();
    const { isLive, err } = this.terminal;
    if (now - this.toldAt < (isLive ? TOLD_EVERY_MS : 10 * TOLD_EVERY_MS)) return;
    this.toldAt = now;
    const of = Number.isFinite(total) && total > 0 ? ` / ${total}` : '';
    const text = `${this.say(...STEPS[step])}: ${done}${of}`;
    err(isLive ? `\r\u001B[K${text}` : `${text}\n`);
    this.isOpen = isLive;
  };

  endProgress(): void {
    if (this.isOpen) this.terminal.err('\r\u001B[K');
    this.isOpen = false;
  }
}
