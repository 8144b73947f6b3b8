/**
 * Every rule of the import table bites: a copy of the layout holds one violating file per rule, dependency-cruiser and
 * oxlint run over it once each, and every violation must be named. What the table allows must pass.
 */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FOLDERS, forbidden, IMPURE, permitted, type Mutation } from './mutations.cjs';

const ROOT = join(__dirname, '..', '..');
/** The linter would follow the link to the packages, and report more of them than can be held. */
const LINT = ['-f', 'json', '--ignore-pattern', 'node_modules'];
const PURE = ['libs/domain', 'libs/calendar', 'libs/planning'];

let layout = '';

beforeAll(() => {
  layout = mkdtempSync(join(tmpdir(), 'dondoc-layout-'));
  for (const file of [
    '.dependency-cruiser.cjs',
    '.oxlintrc.json',
    'tsconfig.json',
    'package.json',
  ]) {
    cpSync(join(ROOT, file), join(layout, file));
  }
  cpSync(join(ROOT, 'scripts', 'boundaries.cjs'), join(layout, 'scripts', 'boundaries.cjs'));
  symlinkSync(join(ROOT, 'node_modules'), join(layout, 'node_modules'));
  for (const folder of FOLDERS) {
    write(`${folder}/index.ts`, 'export const it = 1;\nexport type It = number;\n');
    write(`${folder}/within.ts`, 'export const it = 1;\n');
  }
  write('workflows/messages.ts', 'export const it = 1;\n');
  write('libs/domain/cycle-a.ts', "import './cycle-b';\nexport const it = 1;\n");
  write('libs/domain/cycle-b.ts', "import './cycle-a';\nexport const it = 1;\n");
  write('libs/unknown/index.ts', 'export const it = 1;\n');
  write('libs/bus/to-unknown.ts', "import '../unknown/index';\n");
  write('libs/domain/testing/fixture.ts', 'export const it = 1;\n');
  write('libs/domain/uses-fixture.ts', "import './testing/fixture';\n");
  write('libs/bus/nowhere.ts', "import './not-there';\n");
  write(
    'libs/ledger/types-only.ts',
    "import type { It } from '../domain/index';\nexport type A = It;\n",
  );
  forbidden.forEach((it, n) => write(`${it.folder}/forbidden-${n}.ts`, importing(it)));
  permitted.forEach((it, n) => write(`${it.folder}/permitted-${n}.ts`, importing(it)));
});

afterAll(() => rmSync(layout, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(layout, path)), { recursive: true });
  writeFileSync(join(layout, path), text);
}

function importing({ specifier }: Mutation): string {
  return `import * as other from '${specifier}';\nexport const it = other;\n`;
}

/** Runs a checker in the copy; what it prints, whatever its exit code. */
function run(bin: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const command = join(ROOT, 'node_modules', '.bin', bin);
    const options = { cwd: layout, maxBuffer: 64 * 1024 * 1024 };
    execFile(command, args, options, (error, stdout) => {
      if (error && stdout === '') reject(error);
      else resolve(stdout);
    });
  });
}

type Violation = { readonly from: string; readonly rule: { readonly name: string } };

describe('the import table', () => {
  let violations: readonly Violation[] = [];

  beforeAll(async () => {
    const folders = ['apps', 'libs', 'workflows', 'activities', 'samples'];
    const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders];
    const report = JSON.parse(await run('depcruise', args)) as {
      summary: { violations: readonly Violation[] };
    };
    violations = report.summary.violations;
  }, 120_000);

  const rulesBrokenBy = (file: string) =>
    violations.filter(({ from }) => from === file).map(({ rule }) => rule.name);

  test('refuses every import that no row allows', () => {
    const unseen = forbidden.filter(
      (it, n) => !rulesBrokenBy(`${it.folder}/forbidden-${n}.ts`).includes('not-in-allowed'),
    );
    expect(unseen.map(({ what }) => what)).toEqual([]);
    const lost = forbidden.filter((it, n) =>
      rulesBrokenBy(`${it.folder}/forbidden-${n}.ts`).includes('resolvable'),
    );
    expect(lost.map(({ what }) => what)).toEqual([]);
    expect(forbidden.length).toBeGreaterThan(300);
  });

  test('lets every import pass that a row allows', () => {
    const refused = permitted.filter(
      (it, n) => rulesBrokenBy(`${it.folder}/permitted-${n}.ts`).length > 0,
    );
    expect(refused.map(({ what }) => what)).toEqual([]);
    expect(rulesBrokenBy('libs/ledger/types-only.ts')).toEqual([]);
  });

  test('refuses two files that need each other', () => {
    expect(rulesBrokenBy('libs/domain/cycle-a.ts')).toContain('no-cycle');
  });

  test('refuses a folder that nobody entered in the table', () => {
    expect(rulesBrokenBy('libs/bus/to-unknown.ts')).toEqual(
      expect.arrayContaining(['known-folder', 'not-in-allowed']),
    );
  });

  test('refuses code that leans on what is made for tests', () => {
    expect(rulesBrokenBy('libs/domain/uses-fixture.ts')).toContain('not-from-tests');
  });

  test('refuses an import that leads nowhere', () => {
    expect(rulesBrokenBy('libs/bus/nowhere.ts')).toContain('resolvable');
  });
});

describe('the lint', () => {
  let faults: readonly { filename: string; code: string }[] = [];

  beforeAll(async () => {
    for (const folder of PURE) {
      IMPURE.forEach(([, code], n) => write(`${folder}/impure-${n}.ts`, `${code}\n`));
      write(`${folder}/pure.ts`, 'export const it = Math.max(1, 2);\n');
    }
    for (const folder of FOLDERS) {
      write(`${folder}/reads-environment.ts`, 'export const it = process.env.HOME;\n');
    }
    write('workflows/zone.ts', "export const it = new Intl.NumberFormat('vi');\n");
    const report = JSON.parse(await run('oxlint', LINT)) as {
      diagnostics: readonly { filename: string; code: string }[];
    };
    faults = report.diagnostics;
  }, 120_000);

  const codesOf = (file: string) =>
    faults.filter(({ filename }) => filename === file).map(({ code }) => code);

  test.each(PURE)('keeps %s free of clock, chance, zone and world', (folder) => {
    const unseen = IMPURE.filter((_, n) => codesOf(`${folder}/impure-${n}.ts`).length === 0);
    expect(unseen.map(([what]) => what)).toEqual([]);
    expect(codesOf(`${folder}/pure.ts`)).toEqual([]);
  });

  test('lets libs/service alone read the environment', () => {
    const seen = FOLDERS.filter((folder) => codesOf(`${folder}/reads-environment.ts`).length > 0);
    expect(seen).toEqual(FOLDERS.filter((folder) => folder !== 'libs/service'));
  });

  test('keeps zones out of workflow code', () => {
    expect(codesOf('workflows/zone.ts')).not.toEqual([]);
  });
});
