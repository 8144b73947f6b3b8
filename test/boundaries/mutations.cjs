/**
 * One violation for each rule of scripts/boundaries.cjs and of the lint of the pure core: a file that must not be, and
 * the words by which the checker must refuse it. The control has the same shape and must pass.
 */
const { table } = require('../../scripts/boundaries.cjs');

/** What no folder but its owners may import: each folder is tried with the first of these that its row lacks. */
const NPM = ['pg', 'kafkajs', 'zod', 'nodemailer', '@temporalio/client', 'commander'];
const FOLDERS = Object.keys(table);

/** Import statements per folder: every other folder and every package that its row does not list. */
function forbiddenImports(folder) {
  const { libs = [], types = [], npm = [], node = false } = table[folder];
  const allowedPackage = (name) => npm.some((it) => new RegExp(`^(${it})$`).test(name));
  return [
    ...FOLDERS.filter((other) => other !== folder && !libs.includes(other)).map((other) => ({
      what: types.includes(other) ? `${folder} → ${other} as a value` : `${folder} → ${other}`,
      folder,
      specifier: upTo(folder, `${other}/index`),
    })),
    ...NPM.filter((name) => !allowedPackage(name)).map((name) => ({
      what: `${folder} → ${name}`,
      folder,
      specifier: name,
    })),
    ...(node === true
      ? []
      : ['fs', 'crypto']
          .filter((it) => !(node || []).includes(it))
          .map((name) => ({
            what: `${folder} → node:${name}`,
            folder,
            specifier: `node:${name}`,
          }))),
    ...(folder === 'libs/service'
      ? []
      : [{ what: `${folder} → node:process`, folder, specifier: 'node:process' }]),
  ];
}

/** Past the door: a file of a folder that is allowed, but not its index.ts. */
function pastTheDoor(folder) {
  const [other] = (table[folder].libs ?? []).filter((it) => it.startsWith('libs/'));
  if (other === undefined) return [];
  return [
    {
      what: `${folder} → ${other} past its index.ts`,
      folder,
      specifier: upTo(folder, `${other}/within`),
    },
  ];
}

/** From a file directly in `folder` to a path from the root. */
function upTo(folder, path) {
  return `${'../'.repeat(folder.split('/').length)}${path}`;
}

/** What the lint of the pure core forbids, each as one line of code. */
const IMPURE = [
  ['Date', 'export const it = new Date(0);'],
  ['Intl', "export const it = new Intl.NumberFormat('vi');"],
  ['crypto', 'export const it = crypto.randomUUID();'],
  ['process', 'export const it = process.pid;'],
  ['setTimeout', 'setTimeout(() => undefined, 1);'],
  ['performance', 'export const it = performance.now();'],
  ['fetch', "export const it = fetch('http://127.0.0.1');"],
  ['console', "console.log('x');"],
  ['globalThis', 'export const it = globalThis;'],
  ['Math.random', 'export const it = Math.random();'],
  ['localeCompare', "export const it = 'a'.localeCompare('b');"],
];

module.exports = {
  FOLDERS,
  forbidden: FOLDERS.flatMap((folder) => [...forbiddenImports(folder), ...pastTheDoor(folder)]),
  /** What each row allows, which must pass. */
  permitted: FOLDERS.flatMap((folder) =>
    (table[folder].libs ?? []).map((other) => ({
      what: `${folder} → ${other}`,
      folder,
      specifier: upTo(folder, other === 'workflows/messages' ? other : `${other}/index`),
    })),
  ),
  IMPURE,
};
