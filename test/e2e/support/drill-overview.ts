/** What docs/overview.md and docs/audit.md show is what the commands print: written anew by `npm run generate:overview`. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PlayedDrill } from './played-drill';

const ROOT = join(__dirname, '..', '..', '..');

type Shown = { readonly args: readonly string[]; readonly lines: readonly string[] };

export function testOverview(drill: () => PlayedDrill): void {
  const page = (name: string) => blocks(readFileSync(join(ROOT, 'docs', name), 'utf8'));
  const shown = page('overview.md');
  const shownToAuditors = page('audit.md');

  test('the overview shows the commands a stranger tries first', () => {
    expect(shown.map(({ args }) => args[0])).toEqual([
      'history',
      'why',
      'calendar',
      'report',
      'directive',
    ]);
    expect(shownToAuditors.map(({ args }) => args[0])).toEqual(['asof', 'diff']);
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

  const all = [...shown, ...shownToAuditors];
  test.each(all)('`npx dondoc $args` prints what the pages show', ({ args, lines }) => {
    const printed = linesOf(dondoc(drill().addresses.api, args)).map(withoutNumbers);
    // Streams of one instant may stand in another order in the ledger of another drill.
    const isCut = lines.at(-1)?.startsWith('… (');
    const cut = (isCut ? lines.slice(0, -1) : lines).map(withoutNumbers);
    expect(printed).toEqual(expect.arrayContaining(beforeTheLast(cut)));
    if (!isCut) expect(beforeTheLast(printed)).toEqual(beforeTheLast(cut));
  });
}

function dondoc(api: string, args: readonly string[]): string {
  const command = [join(ROOT, 'bin', 'dondoc.mjs'), '--api', api, ...args];
  return execFileSync('node', command, { encoding: 'utf8' });
}

/** Which entries came last at one instant is another matter each time. */
function beforeTheLast(lines: readonly string[]): readonly string[] {
  const last = lines.findIndex((line) => line.startsWith('Những dòng sau cùng lúc đó'));
  return last < 0 ? lines : lines.slice(0, last);
}

/** What stands in another order has other sequences. */
function withoutNumbers(line: string): string {
  return line.replaceAll(/(?<![\d/.-])\d{3,5}(?![\d/.:-])/gu, '#');
}

function linesOf(text: string): string[] {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd());
}

function blocks(markdown: string): Shown[] {
  return [...markdown.matchAll(/```text\n\$ npx dondoc (.*)\n([\s\S]*?)\n```/g)].map(
    ([, typed = '', text = '']) => ({
      args: [...typed.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, word]) => quoted ?? word!),
      lines: text.split('\n'),
    }),
  );
}
