/** `npm run generate`: builds, then writes every generated file that is committed. The tests compare them. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root, run, step } from './bootstrap.mjs';

const GENERATORS = [
  ['.env.example', 'scripts/generate-env-example.mjs'],
  ['mail templates', 'libs/notify/build-templates.mjs'],
  ['docs/lifecycle.md', 'scripts/generate-lifecycle.mjs'],
];

await bootstrap();
for (const [what, script] of GENERATORS.filter(([, script]) => existsSync(join(root, script)))) {
  await step(what, () => run('node', [script]));
}
