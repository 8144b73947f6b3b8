/**
 * Writes the outputs in docs/overview.md and docs/audit.md anew, from the drill that runs now (`npm start`). In the
 * overview they stand at its end; in the other page between two marks.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const IN_OVERVIEW = [
  { args: ['history', '07/CT-BCA-V28'], lines: 45 },
  { args: ['why', 'd-07-ct-bca-v28~report~2018', 'cat-hoa-binh'], lines: 200 },
  { args: ['calendar', '2026'], lines: 200 },
  { args: ['report', '07/CT-BCA-V28'], lines: 60 },
  { args: ['directive', 'show', 'd-04-ct-ubnd-hg'], lines: 200 },
];
const THANH_HOA = ['04/CT-UBND', '--issuer', 'UBND tỉnh Thanh Hóa'];
const IN_AUDIT = [
  { args: ['asof', ...THANH_HOA, '2019-12-20'], lines: 120 },
  { args: ['diff', ...THANH_HOA, '2018-06-17', '2018-06-20'], lines: 120 },
];

const overview = join(root, 'docs', 'overview.md');
const head = readFileSync(overview, 'utf8').split('\n```text\n')[0].trimEnd();
writeFileSync(overview, `${head}\n\n${outputs(IN_OVERVIEW)}\n`);

const audit = join(root, 'docs', 'audit.md');
const page = readFileSync(audit, 'utf8');
const MARKED = /(<!-- as of -->\n)[^]*?(<!-- end of as of -->)/;
if (!MARKED.test(page)) throw new Error('docs/audit.md has no place for what was known then');
const filled = (_all, begin, end) => `${begin}\n${outputs(IN_AUDIT)}\n\n${end}`;
writeFileSync(audit, page.replace(MARKED, filled));

function outputs(shown) {
  return shown.map(output).join('\n\n');
}

function output({ args, lines }) {
  const printed = execFileSync('node', [join(root, 'bin', 'dondoc.mjs'), ...args], {
    encoding: 'utf8',
  }).trimEnd();
  const all = printed.split('\n');
  const shown = all.slice(0, lines).map((line) => line.trimEnd());
  const cut = all.length > lines ? [`… (${all.length - lines} lines more)`] : [];
  const typed = args.map((it) => (it.includes(' ') ? `"${it}"` : it)).join(' ');
  return `\`\`\`text\n$ npx dondoc ${typed}\n${[...shown, ...cut].join('\n')}\n\`\`\``;
}
