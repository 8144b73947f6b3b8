/** Writes docs/lifecycle.md from the deciders' transition tables. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const require = createRequire(import.meta.url);
const { lifecycleDoc } = require(join(root, 'dist/libs/domain/lifecycle-doc.js'));
writeFileSync(join(root, 'docs', 'lifecycle.md'), lifecycleDoc());
