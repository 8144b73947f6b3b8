/** `npm run check`: format, lint, types, boundaries, dead code, unit tests; two at a time, every fault shown. */
import { spawn } from 'node:child_process';
import { root } from './bootstrap.mjs';

const CODE = ['apps', 'libs', 'workflows', 'activities', 'samples'];
const bin = (name) => `node_modules/.bin/${name}`;
const CHECKS = [
  ['unit tests', bin('jest'), ['--selectProjects', 'unit', '--silent', '--maxWorkers=1']],
  ['lint', bin('oxlint'), ['--type-aware', '--deny-warnings']],
  ['types', bin('tsc'), ['--noEmit', '-p', '.']],
  ['types of the verifier', bin('tsc'), ['-p', 'verify']],
  ['format', bin('prettier'), ['--check', '--log-level=warn', '--cache', '.']],
  ['boundaries', bin('depcruise'), ['--config', '.dependency-cruiser.cjs', ...CODE]],
  ['dead code', bin('knip'), ['--no-progress']],
];

const waiting = [...CHECKS];
const startedAt = performance.now();
let failed = 0;

async function worker() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const [name, command, args] = check;
    const began = performance.now();
    const { code, output } = await captured(command, args);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (code !== 0) failed += 1;
    process.stdout.write(`${code === 0 ? '✔' : '✘'} ${name}  ${seconds} s\n`);
    if (code !== 0) process.stdout.write(`${output.trimEnd()}\n`);
  }
}

function captured(command, args) {
  return new Promise((resolve) => {
    const chunks = [];
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, TZ: 'UTC', FORCE_COLOR: '0' },
    });
    child.stdout.on('data', (it) => chunks.push(it));
    child.stderr.on('data', (it) => chunks.push(it));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString() }));
  });
}

await Promise.all([worker(), worker()]);
const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
process.stdout.write(`${CHECKS.length - failed} checks passed, ${failed} failed  ${seconds} s\n`);
process.exitCode = failed === 0 ? 0 : 1;
