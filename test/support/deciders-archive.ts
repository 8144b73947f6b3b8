/**
 * The archive of the present deciders, made from their sources in the form in which the build makes it: tests need no
 * build, and never meet a stale one.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { sha256Hex } from '../../libs/audit';

const DOMAIN = join(__dirname, '..', '..', 'libs', 'domain');
/** From the build itself they are compiled already. */
const ENDING = existsSync(join(DOMAIN, 'index.ts')) ? '.ts' : '.js';
const NOT_OURS = /\.test\.[tj]s$|(^|\/)testing\//;

export type DecidersArchive = { readonly hash: string; readonly bytes: Buffer };

let made: DecidersArchive | null = null;

export function decidersArchive(): DecidersArchive {
  made ??= archive();
  return made;
}

function archive(): DecidersArchive {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((it) => it.endsWith(ENDING) && !NOT_OURS.test(it))
    .sort();
  const sources = files.map((file) => [file.replace(/\.ts$/, '.js'), compiled(join(DOMAIN, file))]);
  const bytes = Buffer.from(JSON.stringify(Object.fromEntries(sources)), 'utf8');
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
