/**
 * The workflow bundle and the archive of deciders, built once to files: their hashes name the task queue and stand on
 * every entry. Invariant: a worker refuses a bundle whose bytes do not match the hash it was built with.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { failure } from '../../libs/service';

export type BuiltBundle = {
  readonly codePath: string;
  readonly bundleHash: string;
  /** Canonical listing of the compiled rules (path → source): what an auditor re-performs plans and decisions with. */
  readonly decidersArchive: string;
  readonly decidersHash: string;
};

const ROOT = join(__dirname, '..', '..');
const FOLDER = join(ROOT, 'generated');
const CODE = join(FOLDER, 'workflow-bundle.js');
const DECIDERS = join(FOLDER, 'deciders.json');
const HASHES = join(FOLDER, 'hashes.json');

export const workflowsPath = join(ROOT, 'workflows', 'index.js');

/** Writes what `readBundle` reads; called by the build and nowhere else. */
export function writeBundle(code: string): BuiltBundle {
  mkdirSync(FOLDER, { recursive: true });
  const archive = archiveDeciders();
  const hashes = { bundleHash: sha256(code), decidersHash: sha256(archive) };
  writeFileSync(CODE, code);
  writeFileSync(DECIDERS, archive);
  writeFileSync(HASHES, JSON.stringify(hashes));
  return { codePath: CODE, decidersArchive: archive, ...hashes };
}

export function readBundle(): BuiltBundle {
  if (!existsSync(HASHES)) {
    throw failure('bundle.missing', 'the workflow bundle was not built', 'run: npm run build');
  }
  const { bundleHash, decidersHash } = JSON.parse(readFileSync(HASHES, 'utf8')) as {
    bundleHash: string;
    decidersHash: string;
  };
  const decidersArchive = readFileSync(DECIDERS, 'utf8');
  const built = {
    bundleHash: sha256(readFileSync(CODE, 'utf8')),
    decidersHash: sha256(decidersArchive),
  };
  const current = sha256(archiveDeciders());
  if (
    built.bundleHash !== bundleHash ||
    built.decidersHash !== decidersHash ||
    current !== decidersHash
  ) {
    throw failure(
      'bundle.stale',
      'the workflow bundle does not match the code it stands beside',
      'run: npm run build',
    );
  }
  return { codePath: CODE, bundleHash, decidersArchive, decidersHash };
}

/** All that a plan and a decision come from: the three import nothing but one another. */
const RULES = ['calendar', 'domain', 'planning'] as const;
const INDEX = "module.exports = require('./planning/rules');\n";

/** The compiled rules without their tests and maps, files in order of name. */
function archiveDeciders(): string {
  const folder = join(ROOT, 'libs');
  const files = RULES.flatMap((rules) =>
    readdirSync(join(folder, rules), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.js') && !/\.test\.js$|(^|[\\/])testing[\\/]/.test(file))
      .map((file) => join(folder, rules, file))
      .sort(),
  );
  const sources = files.map((file) => [relative(folder, file).replaceAll('\\', '/'), source(file)]);
  return JSON.stringify(Object.fromEntries([...sources, ['index.js', INDEX]]));
}

function source(file: string): string {
  return readFileSync(file, 'utf8').replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
