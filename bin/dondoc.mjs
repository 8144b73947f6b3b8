#!/usr/bin/env node
// Runs the command line that `npm start` or `npm run build` has built.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const main = new URL('../dist/apps/cli/main.js', import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write('dondoc: chưa dựng · not built yet: npm run build (npm start)\n');
  process.exitCode = 3;
}
