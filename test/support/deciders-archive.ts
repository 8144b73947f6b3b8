/**
 * The archive of the present deciders, made from their sources in the form in which the build makes it: tests need no
 * build, and never meet a stale one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { sha256Hex } from '../../libs/audit';

const LIBS = join(__dirname, '..', '..', 'libs');
const RULES = ['calendar', 'domain', 'planning'];
/** From the build itself they are compiled already. */
const ENDING = existsSync(join(LIBS, 'domain', 'index.ts')) ? '.ts' : '.js';
const NOT_OURS = /\.test\.[tj]s$|(^|\/)testing\//;

export type DecidersArchive = { readonly hash: string; readonly bytes: Buffer };

let made: DecidersArchive | null = null;

export function decidersArchive(): DecidersArchive {
  made ??= archive();
  return made;
}

function archive(): DecidersArchive {
  const files = RULES.flatMap((rules) =>
    readdirSync(join(LIBS, rules), { recursive: true, encoding: 'utf8' })
      .filter((it) => it.endsWith(ENDING) && !NOT_OURS.test(it))
      .map((it) => `${rules}/${it}`)
      .sort(),
  );
  const sources = files.map((file) => [file.replace(/\.ts$/, '.js'), compiled(join(LIBS, file))]);
  const index = ['index.js', "module.exports = require('./planning/rules');\n"];
  const bytes = Buffer.from(JSON.stringify(Object.fromEntries([...sources, index])), 'utf8');
  return { hash: sha256Hex(bytes), bytes };
}

function compiled(file: string): string {
  if (ENDING === '.js') return readFileSync(file, 'utf8');
  return transformFileSync(file, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'commonjs' },
    swcrc: false,
  }).code;
}
