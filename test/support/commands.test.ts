/** The commands as a stranger runs them: usage without a build, one Ctrl-C, no orphan, and the last line of a test run. */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-commands-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('npm start', () => {
  /** A checkout without packages and without a build. */
  const start = (...args: string[]) => {
    cpSync(join(ROOT, 'scripts'), join(folder, 'scripts'), { recursive: true });
    return spawnSync(process.execPath, ['scripts/start.mjs', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  };

  test('--help says what it does, without packages and without a build', () => {
    const { status, stdout } = start('--help');
    expect(status).toBe(0);
    for (const option of ['--once', '--fresh', '--live']) expect(stdout).toContain(option);
  });

  test('an option it does not know is refused before anything is done', () => {
    const { status, stderr } = start('--onec');
    expect([status, stderr]).toEqual([2, expect.stringContaining('does not know --onec')]);
  });
});

describe('a program in front', () => {
  /** Runs `program` in front of a wrapper; `act` gets the pids of both when the program is up. */
  function inFront(program: string, act: (pids: { wrapper: number; program: number }) => void) {
    writeFileSync(join(folder, 'program.js'), program);
    const wrapper = `
      import { runInFront } from ${JSON.stringify(join(ROOT, 'scripts', 'foreground.mjs'))};
      process.exitCode = await runInFront([${JSON.stringify(join(folder, 'program.js'))}]);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', wrapper], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    return new Promise<{ code: number | null; said: string }>((resolve) => {
      child.stdout.on('data', (chunk: Buffer) => {
        const before = said;
        said += chunk.toString();
        const up = /up (\d+)\n/.exec(said);
        if (up && !/up (\d+)\n/.test(before))
          act({ wrapper: child.pid ?? 0, program: Number(up[1]) });
      });
      child.once('close', (code) => resolve({ code, said }));
    });
  }

  const counting = `
    let signals = 0;
    process.on('SIGINT', () => { signals += 1; });
    process.on('SIGTERM', () => { console.log('signals ' + signals); process.exit(7); });
    process.on('disconnect', () => process.exit(8));
    setInterval(() => {}, 1000);
    console.log('up ' + process.pid);`;

  test('gets one Ctrl-C once, though npm and the terminal both pass it on', async () => {
    const { code, said } = await inFront(counting, ({ wrapper }) => {
      process.kill(wrapper, 'SIGINT');
      process.kill(wrapper, 'SIGINT');
      setTimeout(() => process.kill(wrapper, 'SIGTERM'), 300);
    });
    expect([code, said]).toEqual([7, expect.stringContaining('signals 1')]);
  });

  test('ends when what started it is killed outright', async () => {
    let program = 0;
    await inFront(counting, (pids) => {
      program = pids.program;
      process.kill(pids.wrapper, 'SIGKILL');
    });
    for (let tries = 0; tries < 50 && isAlive(program); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(isAlive(program)).toBe(false);
  });

  function isAlive(pid: number): boolean {
    return (
      spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).stdout.match(
        /^[^Z\s]/,
      ) !== null
    );
  }
});

describe('the last line of a test run', () => {
  function lastLineOf(test: string | null): { status: number | null; last: string | undefined } {
    writeFileSync(
      join(folder, 'jest.config.js'),
      `module.exports = { reporters: ['default', ${JSON.stringify(join(__dirname, 'summary-reporter.js'))}] };`,
    );
    writeFileSync(join(folder, 'package.json'), '{}');
    if (test !== null) writeFileSync(join(folder, 'one.test.js'), test);
    const jest = join(ROOT, 'node_modules', 'jest', 'bin', 'jest.js');
    const { status, stdout } = spawnSync(process.execPath, [jest, '--rootDir', folder], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, CI: 'true' },
    });
    return { status, last: stdout.trimEnd().split('\n').at(-1) };
  }

  test('counts what passed and what failed', () => {
    const tests = `test('a', () => {}); test('b', () => {}); test('c', () => { throw new Error('x'); });`;
    expect(lastLineOf(tests)).toEqual({ status: 1, last: '2 passed, 1 failed' });
    expect(lastLineOf(`test('a', () => {});`)).toEqual({ status: 0, last: '1 passed, 0 failed' });
  });

  test('a file that cannot run counts as failed', () => {
    expect(lastLineOf(`throw new Error('x');`)).toEqual({ status: 1, last: '0 passed, 1 failed' });
  });

  test('a run without a single test is red', () => {
    expect(lastLineOf(null).status).toBe(1);
    expect(lastLineOf(`describe('empty', () => { test.skip('a', () => {}); });`)).toEqual({
      status: 1,
      last: '0 passed, 0 failed',
    });
  });

  test('a skipped test is red where CI runs', () => {
    expect(lastLineOf(`test('a', () => {}); test.skip('b', () => {});`)).toEqual({
      status: 1,
      last: '1 passed, 0 failed',
    });
  });
});
