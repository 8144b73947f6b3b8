/**
 * Compiles libs/service, libs/embedded and the server process of the tests from their present source, so that tests run
 * without a build and never against a stale one. Types are not checked here; `npm run check` does.
 */
const { mkdirSync, readdirSync, writeFileSync, copyFileSync } = require('node:fs');
const { dirname, join } = require('node:path');
const { transformFileSync } = require('@swc/core');

const ROOT = join(__dirname, '..', '..');
const OUT = join(ROOT, 'dist', 'test-support');

const OPTIONS = {
  jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
  module: { type: 'commonjs' },
  swcrc: false,
};

/** @returns {string} the compiled form of one file of test/support */
exports.compileSupport = (entry) => {
  for (const folder of ['libs/service', 'libs/embedded', 'test/support']) {
    mkdirSync(join(OUT, folder), { recursive: true });
    for (const name of readdirSync(join(ROOT, folder))) compile(join(folder, name));
  }
  return join(OUT, entry);
};

function compile(file) {
  const target = join(OUT, file);
  if (file.endsWith('.json')) copyFileSync(join(ROOT, file), target);
  if (!file.endsWith('.ts') || file.endsWith('.test.ts')) return;
  const { code } = transformFileSync(join(ROOT, file), OPTIONS);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target.replace(/\.ts$/, '.js'), code);
}
