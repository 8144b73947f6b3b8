/**
 * `npm run lock`: completes package-lock.json after a dependency has changed. A registry that does not hold the packages
 * of other platforms makes npm leave them out of the lock, and then `npm ci` refuses it everywhere: they are entered here
 * by name and version, and what nothing needs is left out.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';

const SYSTEMS = ['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony', 'sunos', 'aix'];
const PROCESSORS = [
  'x64',
  'arm64',
  'arm',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'wasm32',
];
const C_LIBRARIES = { musl: 'musl', gnu: 'glibc' };

const file = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = Object.entries(lock.packages).filter(([, it]) => !it.extraneous);
const known = new Set(packages.map(([path]) => path));
const missing = new Map();

for (const [path, it] of packages) {
  for (const [name, version] of Object.entries(it.optionalDependencies ?? {})) {
    if (!isResolved(path, name)) missing.set(`node_modules/${name}`, entry(name, version, it.dev));
  }
}

const [project, ...others] = [...packages, ...missing];
others.sort(([a], [b]) => (a < b ? -1 : 1));
lock.packages = Object.fromEntries([project, ...others]);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${missing.size} packages of other platforms entered\n`);

/** Whether node would find `name` from the package at `path`: beside it, or in a folder above. */
function isResolved(path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (known.has(at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`)) return true;
    if (at === '') return false;
  }
}

/** The platform stands in the name of such a package: @swc/core-linux-x64-musl. */
function entry(name, version, dev) {
  const words = name.split(/[/-]/);
  const only = (list) => list.filter((it) => words.includes(it));
  const libc = Object.entries(C_LIBRARIES).flatMap(([word, it]) =>
    words.includes(word) ? [it] : [],
  );
  return {
    version,
    ...(only(PROCESSORS).length > 0 && { cpu: only(PROCESSORS) }),
    ...(dev && { dev: true }),
    ...(libc.length > 0 && { libc }),
    optional: true,
    ...(only(SYSTEMS).length > 0 && { os: only(SYSTEMS) }),
  };
}
