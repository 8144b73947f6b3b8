/**
 * `npm run bench -- NAME`: packages, build, then one bench after another, each a process of its own with parts of its
 * own. JSON lines alone on stdout; everything for people on stderr.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { runInFront } from './foreground.mjs';

const USAGE = `Usage: npm run -s bench -- NAME [OPTIONS]

  NAME       one of the benches below, or all
  --runs N   how often each case is measured
  --small    tiny parameters: whether it works, not how fast it is

Usage: npm run bench -- --report FILE
  puts the JSON lines of FILE into the tables of docs/performance.md
`;

const args = process.argv.slice(2);
/** Between two benches too, Ctrl-C ends all of them. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => (interrupted = true));

const prepared = spawnSync(process.execPath, [join(root, 'scripts', 'prepare.mjs')], {
  cwd: root,
  stdio: ['ignore', 2, 2],
});
if (prepared.status !== 0) process.exit(1);

const main = 'dist/test/bench/main.js';
const built = (path) => createRequire(import.meta.url)(join(root, 'dist/test/bench', path));
const { BENCHES } = built('catalogue.js');
const names = Object.keys(BENCHES);
const name = args.find((it) => it === 'all' || names.includes(it));

if (args[0] === '--report' && args[1] !== undefined) {
  report(args[1]);
} else if (name === undefined) {
  const rows = names.map((it) => `  ${it.padEnd(11)}${BENCHES[it].about}\n`);
  process.stderr.write(`${USAGE}\nBenches:\n${rows.join('')}`);
  process.exitCode = args.length === 0 ? 0 : 2;
} else {
  const options = args.filter((it) => it !== name);
  for (const one of name === 'all' ? names : [name]) {
    const code = await runInFront([main, one, ...options], { TZ: 'UTC' });
    process.exitCode = Math.max(process.exitCode ?? 0, code);
    if (code > 1 || interrupted) break;
  }
}

function report(file) {
  const { figuresIn, withFigures } = built('report.js');
  const page = join(root, 'docs', 'performance.md');
  const text = withFigures(readFileSync(page, 'utf8'), figuresIn(readFileSync(file, 'utf8')));
  writeFileSync(page, text);
}
