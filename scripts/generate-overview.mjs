/** Writes the outputs in docs/overview.md anew, from the drill that runs now (`npm start`). */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const SHOWN = [
  { args: ['history', '07/CT-BCA-V28'], lines: 45 },
  { args: ['why', 'd-07-ct-bca-v28~report~2018', 'cat-hoa-binh'], lines: 200 },
  { args: ['calendar', '2026'], lines: 200 },
  { args: ['report', '07/CT-BCA-V28'], lines: 60 },
  { args: ['directive', 'show', 'd-04-ct-ubnd-hg'], lines: 200 },
];
const file = join(root, 'docs', 'overview.md');
const head = readFileSync(file, 'utf8').split('\n```text\n')[0].trimEnd();
const blocks = SHOWN.map(({ args, lines }) => {
  const output = execFileSync('node', [join(root, 'bin', 'dondoc.mjs'), ...args], {
    encoding: 'utf8',
  }).trimEnd();
  const all = output.split('\n');
  const shown = all.slice(0, lines).map((line) => line.trimEnd());
  const cut = all.length > lines ? [`… (${all.length - lines} lines more)`] : [];
  return `\`\`\`text\n$ npx dondoc ${args.join(' ')}\n${[...shown, ...cut].join('\n')}\n\`\`\``;
});
writeFileSync(file, `${head}\n\n${blocks.join('\n\n')}\n`);
