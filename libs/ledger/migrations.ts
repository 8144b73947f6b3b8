/**
 * Numbered SQL files, each applied once and never changed afterwards. Every library that owns tables has a folder
 * `migrations`: the ledger's numbers start at 0001, the read model's at 0100, the notifier's at 0200.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256Hex } from '../audit';
import { Failure } from './failure';

export type Migration = {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
};

const FILE = /^(\d{4})-[a-z0-9-]+\.sql$/;

/** Every `migrations` folder of the libraries and apps, from source and from `dist` alike. */
export function migrationFolders(): string[] {
  const root = packageRoot(__dirname);
  return ['libs', 'apps'].flatMap((group) => {
    const folder = join(root, group);
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .toSorted()
      .map((name) => join(folder, name, 'migrations'))
      .filter((candidate) => existsSync(candidate));
  });
}

/** SQL files are not compiled: they lie beside package.json's `libs`, also when this runs from `dist`. */
function packageRoot(from: string): string {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) {
    throw new Failure(
      'migrations.missing',
      `no package.json above ${__dirname}: ship package.json and libs/*/migrations with the program`,
    );
  }
  return packageRoot(parent);
}

/** All migrations of the folders in order of number. */
export function readMigrations(folders: readonly string[]): Migration[] {
  const all = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.sql'))
      .map((name) => readMigration(folder, name)),
  );
  all.sort((a, b) => a.number - b.number);
  for (const [index, migration] of all.entries()) {
    const before = all[index - 1];
    if (before?.number === migration.number) {
      throw new Error(`migrations ${before.name} and ${migration.name} have the same number`);
    }
  }
  if (all.length === 0)
    throw new Failure('migrations.missing', `no migrations in ${folders.join(', ')}`);
  return all;
}

function readMigration(folder: string, name: string): Migration {
  const match = FILE.exec(name);
  if (!match) throw new Error(`${join(folder, name)} is not named like 0001-what-it-does.sql`);
  const sql = readFileSync(join(folder, name), 'utf8');
  return { number: Number(match[1]), name, sql, sha256: sha256Hex(sql) };
}
