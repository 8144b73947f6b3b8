/**
 * `npm run build`: types and code by tsc, then what tsc does not know: assets and the workflow bundle.
 * `dist/.built` is written last, so that an interrupted build is built again.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn, root, run, sourceHash, step } from './bootstrap.mjs';
import { copyAssets } from './build/assets.mjs';

const stamp = join(root, 'dist', '.built');
rmSync(stamp, { force: true });
mkdirSync(join(root, 'dist'), { recursive: true });
const hash = sourceHash();

await step('  what has no source any more', pruneOrphans);
await step('  compile', () => run('node', ['node_modules/typescript/bin/tsc', '-p', '.']));
await step('  assets', copyAssets);
await step('  workflow bundle', () => run('node', ['dist/apps/worker/build-bundle.js']));
writeFileSync(stamp, hash);

/** A file whose source was removed would hide a broken import. */
function pruneOrphans() {
  let removed = 0;
  for (const folder of ['apps', 'libs', 'workflows', 'activities', 'samples', 'test']) {
    if (!existsSync(join(root, 'dist', folder))) continue;
    for (const file of filesIn(join('dist', folder)).filter((it) => it.endsWith('.js'))) {
      const source = file.slice('dist/'.length).replace(/\.js$/, '');
      if (['.ts', '.js'].some((ending) => existsSync(join(root, source + ending)))) continue;
      rmSync(join(root, file));
      rmSync(join(root, `${file}.map`), { force: true });
      removed += 1;
    }
  }
  if (removed > 0) rmSync(join(root, 'dist', 'tsconfig.tsbuildinfo'), { force: true });
  return removed > 0 ? `${removed} removed` : '';
}
