/** Writes `.env.example` from the table of variables in libs/service; a test compares the two. */
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const { envExample } = createRequire(import.meta.url)(
  join(root, 'dist', 'libs', 'service', 'index.js'),
);
writeFileSync(join(root, '.env.example'), envExample());
