/** Every case runs in a process of its own: signals and exits cannot be shared with the test runner. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { transformFileSync } from '@swc/core';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dondoc-shutdown-'));
  for (const name of ['shutdown', 'failure']) {
    const { code } = transformFileSync(join(__dirname, `${name}.ts`), {
      jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { readonly code: number | null; readonly said: string[] };

/** Runs a script that owns a shutdown; `act` is called once it says `up`. */
function run(script: string, act: (pid: number) => void, graceMs = 300): Promise<Ended> {
  const text = `
    const { ownShutdown } = require('./shutdown.js');
    const say = (line) => require('node:fs').writeSync(1, line + '\\n');
    const it = ownShutdown({ log: say, graceMs: ${graceMs} });
    const keepAlive = setInterval(() => {}, 1000);
    ${script}
    say('up');`;
  const child = spawn(process.execPath, ['-e', text], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  let acted = false;
  return new Promise((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (acted || !said.includes('up\n')) return;
      acted = true;
      act(child.pid ?? 0);
    });
    child.once('close', (code) => resolve({ code, said: said.trim().split('\n') }));
  });
}

test('parts are stopped in the reverse order of their start', async () => {
  const ended = await run(
    `for (const name of ['database', 'bus', 'api']) it.onShutdown(name, async () => say(name));`,
    (pid) => process.kill(pid, 'SIGTERM'),
  );
  expect(ended).toEqual({ code: 0, said: ['up', 'stopping: SIGTERM', 'api', 'bus', 'database'] });
});

test('one Ctrl-C that arrives twice, from npm and from the terminal, is one', async () => {
  const ended = await run(
    `it.onShutdown('api', () => new Promise((done) => setTimeout(() => { say('stopped'); done(); }, 100)));`,
    (pid) => {
      process.kill(pid, 'SIGINT');
      process.kill(pid, 'SIGINT');
    },
  );
  expect(ended).toEqual({ code: 0, said: ['up', 'stopping: SIGINT', 'stopped'] });
});

test('a part that does not stop within the grace is named and left behind', async () => {
  const ended = await run(`it.onShutdown('bus', () => new Promise(() => {}));`, (pid) =>
    process.kill(pid, 'SIGTERM'),
  );
  expect(ended.code).toBe(1);
  expect(ended.said).toContain('bus did not stop within 0.3 s: ending without it');
});

test('a part that fails to stop does not keep the others from stopping', async () => {
  const ended = await run(
    `it.onShutdown('database', () => say('database'));
     it.onShutdown('bus', () => { throw new Error('broken'); });`,
    (pid) => process.kill(pid, 'SIGTERM'),
  );
  expect(ended).toEqual({
    code: 1,
    said: ['up', 'stopping: SIGTERM', 'bus did not stop cleanly: broken', 'database'],
  });
});

test('an error nobody handled stops everything in order and ends with code 1', async () => {
  const ended = await run(
    `it.onShutdown('database', () => say('database'));
     setImmediate(() => { throw new Error('unforeseen'); });`,
    () => {},
  );
  expect(ended.code).toBe(1);
  expect(ended.said.at(-1)).toBe('database');
});

test('a second Ctrl-C ends at once', async () => {
  const ended = await run(
    `it.onShutdown('bus', () => new Promise(() => {}));`,
    (pid) => {
      process.kill(pid, 'SIGINT');
      setTimeout(() => process.kill(pid, 'SIGINT'), 1_100);
    },
    60_000,
  );
  expect(ended.code).toBe(130);
  expect(ended.said).toContain('SIGINT again: ending at once');
});
