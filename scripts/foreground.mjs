/**
 * Runs one node program in front: signals go to it once each, its exit code becomes ours, and it ends when we are
 * killed, because it notices that its channel to us has closed.
 */
import { spawn } from 'node:child_process';
import { root } from './bootstrap.mjs';

/** npm and the terminal both pass one Ctrl-C on: what follows within this time is the same one. */
const SAME_PRESS_MS = 1_000;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Room for what lives shortly: with the 16 MiB of node a tenth of a loaded service's time is garbage collection. */
const NODE_FLAGS = ['--max-semi-space-size=32'];

export function runInFront(args, env = {}) {
  const child = spawn(process.execPath, [...NODE_FLAGS, ...args], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, ...env },
  });
  const lastAt = {};
  const pass = (signal) => {
    const now = performance.now();
    if (now - (lastAt[signal] ?? -Infinity) < SAME_PRESS_MS) return;
    lastAt[signal] = now;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  child.once('exit', () => {
    for (const signal of SIGNALS) process.off(signal, pass);
  });
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`node could not be started: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === null ? 1 : 130)));
  });
}
