/**
 * What every command needs on a fresh clone: packages and a build. Without dependencies, since there may be none yet.
 * Each step is named on screen with its time; one that has nothing to do takes no time.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const OLDEST_NODE = [20, 19];

/** The named steps of this process that have ended, with their seconds. */
export const ended = [];

/** Runs one named step; on failure says what failed and ends the process with code 1. */
export async function step(name, work) {
  const startedAt = performance.now();
  try {
    const note = await work();
    ended.push({ name, seconds: say(`✔ ${name}${note ? ` (${note})` : ''}`, startedAt) });
  } catch (error) {
    say(`✘ ${name}: ${error.message}`, startedAt);
    process.exit(1);
  }
}

function say(text, startedAt) {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  process.stdout.write(`${text}  ${seconds} s\n`);
  return seconds;
}

/** Packages and build, each only when needed. */
export async function bootstrap() {
  await installStep();
  await step('build', build);
}

export async function installStep() {
  requireNode();
  await step('packages', install);
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  process.stderr.write(
    `Dondoc needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}. Install a later one: https://nodejs.org\n`,
  );
  process.exit(1);
}

const INSTALLED = join(root, 'node_modules', '.dondoc-installed');

async function install() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const byUs = existsSync(INSTALLED) && readFileSync(INSTALLED, 'utf8') === lock;
  if (byUs || packagesAreCurrent()) return 'up to date';
  process.stdout.write('… installing packages with npm ci\n');
  await run('npm', ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'], {
    hint: 'check the network and the npm registry, then start again',
  });
  writeFileSync(INSTALLED, lock);
  return 'installed';
}

/** For packages installed by hand: npm writes its list of them as its last act, so no list means no installation. */
function packagesAreCurrent() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional, peer, extraneous }]) => {
    if (path === '') return true;
    const there = installed[path];
    return there === undefined ? optional || peer || extraneous : there.version === version;
  });
}

async function build() {
  if (buildIsCurrent()) return 'up to date';
  process.stdout.write('… building\n');
  await run('node', ['scripts/build.mjs'], { hint: 'correct what the compiler names above' });
  return 'built';
}

function buildIsCurrent() {
  const stamp = join(root, 'dist', '.built');
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === sourceHash();
}

const SOURCES = ['apps', 'libs', 'workflows', 'activities', 'samples', 'test', 'scripts'];
const SETTINGS = ['package.json', 'package-lock.json', 'tsconfig.json'];

/** One hash over every source: what `dist/.built` holds when the build is current. */
export function sourceHash() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  SETTINGS.forEach(add);
  for (const folder of SOURCES.filter((it) => existsSync(join(root, it)))) {
    filesIn(folder).forEach(add);
  }
  return hash.digest('hex');
}

/** Every file under a folder of the checkout, as sorted paths from its root. */
export function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((it) => it.isFile())
    .map((it) => join(it.parentPath, it.name).slice(root.length + 1))
    .sort();
}

/** Runs a command in the checkout, its output on screen; refuses when it fails. */
export function run(command, args, { hint = 'see its output above', env = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('error', (error) =>
      reject(new Error(`${command} could not be started (${error.message}); ${hint}`)),
    );
    child.once('close', (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Error(`${command} ${args[0] ?? ''} ended with ${code ?? signal}; ${hint}`)),
    );
  });
}
