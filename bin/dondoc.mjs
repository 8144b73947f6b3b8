#!/usr/bin/env node
// Runs the command line that `npm start` or `npm run build` has built; backups and restores do not go over the API.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const OPERATOR = ['backup', 'restore'];
const WITH_VALUE = ['--lang', '--api', '--as', '--key'];

let at = 2;
while (process.argv[at]?.startsWith('-')) at += WITH_VALUE.includes(process.argv[at]) ? 2 : 1;
const app = OPERATOR.includes(process.argv[at]) ? 'operator' : 'cli';

const main = new URL(`../dist/apps/${app}/main.js`, import.meta.url);
if (existsSync(fileURLToPath(main))) {
  await import(main.href);
} else {
  process.stderr.write('dondoc: chưa dựng · not built yet: npm run build (npm start)\n');
  process.exitCode = 3;
}
