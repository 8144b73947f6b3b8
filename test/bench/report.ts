/**
 * Puts figures into docs/performance.md: the table of a bench stands between two marks with its name, everything else
 * of the page is written by hand and stays.
 */
import { grouped, judged } from './support/aims';
import type { Figure } from './support/figures';

const HEAD = ['case', 'metric', 'value', 'baseline', 'ratio', 'runs', 'min to max', 'aim', ''];

/** JSON lines as the benches print them; later lines of the same bench replace earlier ones. */
export function figuresIn(lines: string): Figure[] {
  const figures = lines
    .split('\n')
    .filter((line) => line.startsWith('{"bench"'))
    .map((line) => JSON.parse(line) as Figure);
  const last = new Map(figures.map((it) => [`${it.bench} ${it.case} ${it.metric}`, it]));
  return [...last.values()];
}

export function withFigures(page: string, figures: readonly Figure[]): string {
  const benches = [...new Set(figures.map(({ bench }) => bench))];
  return benches.reduce((text, bench) => {
    const mark = new RegExp(`(<!-- ${bench} -->\\n)[^]*?(<!-- end of ${bench} -->)`);
    if (!mark.test(text)) throw new Error(`docs/performance.md has no place for ${bench}`);
    const table = tableOf(figures.filter((it) => it.bench === bench));
    return text.replace(mark, (_all, begin: string, end: string) => `${begin}\n${table}\n${end}`);
  }, page);
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { metric, unit, value, baseline, ratio, runs, min, max } = figure;
    const aim = judged(figure);
    return [
      figure.case,
      metric,
      `${grouped(value)} ${unit}`,
      baseline === null ? '' : grouped(baseline),
      ratio === null ? '' : grouped(ratio),
      String(runs),
      runs === 1 ? '' : `${grouped(min)} to ${grouped(max)}`,
      aim?.aim ?? '',
      aim === null ? '' : aim.met ? 'met' : '**missed**',
    ];
  });
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |\n`;
  return [HEAD, HEAD.map(() => '---'), ...rows].map(line).join('');
}
