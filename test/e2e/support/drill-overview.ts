/** What docs/overview.md shows is what the commands print: written anew by `npm run generate:overview`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlayedDrill } from './played-drill';

const ROOT = join(__dirname, '..', '..', '..');

type Shown = { readonly args: readonly string[]; readonly lines: readonly string[] };

export function testOverview(drill: () => PlayedDrill): void {
  const shown = blocks(readFileSync(join(ROOT, 'docs', 'overview.md'), 'utf8'));

  test('the overview shows the commands a stranger tries first', () => {
    expect(shown.map(({ args }) => args[0])).toEqual([
      'history',
      'why',
      'calendar',
      'report',
      'directive',
    ]);
  });

  test.each([
    ['status'],
    ['directive', 'list'],
    ['round', 'list'],
    ['review', 'list', '07/CT-BCA-V28'],
    ['indicator', 'list', 'd-04-ct-ubnd-th'],
    [
      ...['criticism', 'list', 'd-04-ct-ubnd-th'],
      ...['--from', '2019-01-01', '--to', '2019-12-31'],
    ],
    ['recognition', 'list'],
    ['commendation', 'list'],
    ['shortlist', 'explain', '07/CT-BCA-V28'],
    ['reorganisation', 'list'],
    ['assumptions'],
    ['rates'],
    ['upcoming'],
  ])('`npx dondoc %s %s %s` says that its conduct is invented', (...args) => {
    const printed = dondoc(drill().addresses.api, args);
    expect(printed).toContain('CHẠY MÔ PHỎNG: hành vi các đơn vị là giả định.');
  });

  test.each(shown)('`npx dondoc $args` prints what the overview shows', ({ args, lines }) => {
    const printed = linesOf(dondoc(drill().addresses.api, args));
    // Streams of one instant may stand in another order in the ledger of another drill.
    const cut = lines.at(-1)?.startsWith('… (') ? lines.slice(0, -1) : lines;
    expect(printed).toEqual(expect.arrayContaining(cut));
    if (cut.length === lines.length) expect(printed).toEqual(lines);
  });
}

function dondoc(api: string, args: readonly string[]): string {
  const command = [join(ROOT, 'bin', 'dondoc.mjs'), '--api', api, ...args];
  return execFileSync('node', command, { encoding: 'utf8' });
}

function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

function blocks(markdown: string): Shown[] {
  return [...markdown.matchAll(/```text\n\$ npx dondoc (.*)\n([\s\S]*?)\n```/g)].map(
    ([, args = '', text = '']) => ({ args: args.split(' '), lines: text.split('\n') }),
  );
}
