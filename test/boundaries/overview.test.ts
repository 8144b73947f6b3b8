/**
 * docs/overview.md says in one sentence what each folder is for, and names the files on the way of a submission and of a
 * reminder. Both stay true: a folder without its sentence, a sentence without its folder, a file that moved are red.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
/** Whose folders have a sentence each, besides those at the top. */
const OPENED = ['libs', 'apps', 'test'];

const overview = readFileSync(join(ROOT, 'docs', 'overview.md'), 'utf8');
const ignored = new Set(readFileSync(join(ROOT, '.gitignore'), 'utf8').match(/[\w-]+(?=\/$)/gm));

/** The text under a heading, up to the next. */
function section(title: string): string {
  const [, text] = overview.split(`\n## ${title}\n`);
  return text!.split('\n## ')[0]!;
}

function foldersIn(path: string): string[] {
  return readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((it) => it.isDirectory() && !it.name.startsWith('.') && !ignored.has(it.name))
    .map((it) => it.name);
}

function pathsIn(text: string): string[] {
  return [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)+\.\w+)`/g)].map((match) => match[1]!);
}

test('each folder has its sentence in the overview, and each sentence its folder', () => {
  const folders = [
    ...foldersIn('.'),
    ...OPENED.flatMap((path) => foldersIn(path).map((name) => `${path}/${name}`)),
  ];
  const rows = section('Where things are').match(/^- .*$/gm) ?? [];
  const told = rows.map((row) => /^- `([\w/-]+)`: \S.{20,}[^.]\.$/.exec(row)?.[1] ?? row);
  expect(told.toSorted()).toEqual(folders.toSorted());
});

test.each(['The way of one submission', 'The way of one reminder'])(
  '“%s” names files that are there',
  (title) => {
    const paths = pathsIn(section(title));
    expect(paths.length).toBeGreaterThan(10);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  },
);
