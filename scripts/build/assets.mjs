/** Copies what code reads at run time beside the compiled code: SQL migrations, data and texts. */
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { filesIn, root } from '../bootstrap.mjs';

const ENDINGS = /\.(sql|json|txt|md)$/;

export function copyAssets() {
  let copied = 0;
  for (const folder of ['apps', 'libs', 'samples'].filter((it) => existsSync(join(root, it)))) {
    for (const file of filesIn(folder).filter((it) => ENDINGS.test(it))) {
      mkdirSync(join(root, 'dist', dirname(file)), { recursive: true });
      copyFileSync(join(root, file), join(root, 'dist', file));
      copied += 1;
    }
  }
  return `${copied} files`;
}
