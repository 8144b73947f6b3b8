/** What the operator sees while the system starts: named steps with their times, one progress bar, a summary. */
import type { Summary } from '../../libs/readmodel';

export type Step = { readonly name: string; readonly ms: number };

export interface Screen {
  line(text: string): void;
  /** Runs a step and prints its name and time when it has ended. */
  step<T>(name: string, work: () => Promise<T>): Promise<T>;
  done(name: string, ms: number): void;
  progress(fraction: number, text: string): void;
  endProgress(): void;
  readonly steps: readonly Step[];
}

const BAR = 30;

export function createScreen(out: NodeJS.WriteStream): Screen {
  const steps: Step[] = [];
  let lastTenth = -1;
  const line = (text: string) => void out.write(`${text}\n`);
  const done = (name: string, ms: number) => {
    steps.push({ name, ms });
    line(`✔ ${name}  ${seconds(ms)}`);
  };
  return {
    steps,
    line,
    done,
    async step(name, work) {
      const startedAt = performance.now();
      const result = await work();
      done(name, performance.now() - startedAt);
      return result;
    },
    progress(fraction, text) {
      const filled = Math.round(fraction * BAR);
      const bar = `[${'█'.repeat(filled)}${'·'.repeat(BAR - filled)}] ${text}`;
      if (out.isTTY) out.write(`\r\x1b[2K${bar}`);
      else if (Math.floor(fraction * 10) > lastTenth) {
        lastTenth = Math.floor(fraction * 10);
        line(bar);
      }
    },
    endProgress() {
      if (out.isTTY) out.write('\r\x1b[2K');
    },
  };
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

/** The end of a drill as a table: each directive, its rounds and obligations by bucket, what was urged. */
export function summaryTable({ now, directives, mails, entries }: Summary): string {
  const head = [
    'Chỉ thị / Directive',
    'đợt\nrounds',
    'nghĩa vụ\nobligations',
    'xong đúng hạn\ndone on time',
    'xong quá hạn\ndone late',
    'chưa xong, trong hạn\nopen on time',
    'chưa xong, quá hạn\nopen late',
    'nhắc\nreminders',
    'báo cáo cấp trên\nescalations',
    'dự thảo đôn đốc\nletters',
    'giả định\nassumptions',
  ];
  const rows = directives.map((row) => [
    row.symbol ?? row.directive,
    row.rounds,
    row.obligations,
    row.counts.doneOnTime,
    row.counts.doneLate,
    row.counts.openOnTime,
    row.counts.openLate,
    row.urging.reminders,
    row.urging.escalations,
    row.urging.letterDrafts,
    row.assumptions,
  ]);
  return [
    `Tình hình đến ${now} / Standing as of ${now} (CHẠY MÔ PHỎNG, ứng xử giả định / DRILL, invented conduct)`,
    ...table(head, rows),
    `thư đã gửi / mails sent: ${mails.sent}; không gửi được / failed: ${mails.failed}; ` +
      `dòng sổ cái / ledger entries: ${entries}`,
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  const heads = [
    head.map((cell) => cell.split('\n')[0]!),
    head.map((cell) => cell.split('\n')[1] ?? ''),
  ];
  const lines = [...heads, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  const text = (line: readonly string[]) =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!),
      )
      .join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [...heads.map(text), rule, ...lines.slice(2).map(text)];
}
