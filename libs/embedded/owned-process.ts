/**
 * A child process that ends with us: stopped in order when we stop, ended by its guardian when we are killed (a shell
 * that waits for our end of a pipe to close), and by the next start when even the guardian is gone.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  renameSync,
  statSync,
  type WriteStream,
} from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import { childEnvironment, failure, markOf } from '../service';
import type { DataFolder } from './data-folder';

export type Account = { readonly uid: number; readonly gid: number };

export type OwnedSettings = {
  readonly part: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: Pick<DataFolder, 'children'>;
  readonly logFile: string;
  /** The line that says the part is ready; absent for a command that runs to its end. */
  readonly ready?: RegExp;
  readonly readyWithinMs?: number;
  readonly stopSignal?: NodeJS.Signals;
  readonly account?: Account | undefined;
  readonly env?: { readonly [name: string]: string };
  readonly cwd?: string;
  readonly onLost?: ((detail: string) => void) | undefined;
};

export interface OwnedProcess {
  readonly pid: number;
  /** Resolves with the exit code, or the signal's name. */
  readonly ended: Promise<number | string>;
  stop(): Promise<void>;
}

/** Starts a part and waits for its line of readiness. */
export async function startOwned(settings: OwnedSettings): Promise<OwnedProcess> {
  const started = launch(settings);
  try {
    await readiness(settings, started);
  } catch (thrown) {
    await started.stop();
    throw thrown;
  }
  void started.ended.then((how) => {
    if (!started.stopping) {
      settings.onLost?.(`${settings.part} ended by itself (${how}); see ${settings.logFile}`);
    }
  });
  return started;
}

/** Runs a command to its end; refuses when it fails, with the last lines it said. */
export async function runOwned(settings: OwnedSettings): Promise<readonly string[]> {
  const started = launch(settings);
  const how = await started.ended;
  if (how === 0) return started.lines;
  throw new Error(
    `${settings.command} ended with ${how}${started.lines.length > 0 ? `: ${started.lines.slice(-8).join(' | ')}` : ''}`,
  );
}

type Started = {
  readonly child: ChildProcess;
  readonly pid: number;
  readonly ended: Promise<number | string>;
  readonly lines: string[];
  onLine: (line: string) => void;
  stopping: boolean;
  stop(): Promise<void>;
};

const KEPT_LINES = 40;

function launch(settings: OwnedSettings): Started {
  prepareLog(settings.logFile);
  const log = createWriteStream(settings.logFile, { flags: 'a' });
  // A full disk must not end whoever owns the part: the last lines are at hand all the same.
  log.on('error', () => undefined);
  const signal = settings.stopSignal ?? 'SIGTERM';
  const child = spawn(settings.command, settings.args, {
    ...settings.account,
    cwd: settings.cwd,
    env: childEnvironment(settings.env),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const started: Started = {
    child,
    pid: child.pid ?? 0,
    lines: [],
    onLine: () => {},
    ended: endOf(child, log),
    stopping: false,
    stop: () => endChild(started, signal),
  };
  for (const stream of [child.stdout, child.stderr]) {
    if (stream) createInterface({ input: stream }).on('line', (line) => keep(started, log, line));
  }
  if (child.pid !== undefined) {
    const mark = markOf(child.pid);
    if (mark)
      settings.folder.children.record({ ...mark, part: settings.part, signal }, started.stop);
    const dismiss = postGuardian(child.pid, signal);
    void started.ended.then(() => {
      settings.folder.children.forget(started.pid);
      dismiss();
    });
  }
  return started;
}

const LARGEST_LOG_BYTES = 10 * 1024 * 1024;

/** A log that has grown large is set aside, so that the folder does not grow from start to start. */
function prepareLog(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file) && statSync(file).size > LARGEST_LOG_BYTES)
    renameSync(file, `${file}.before`);
}

function keep(started: Started, log: WriteStream, line: string): void {
  log.write(`${line}\n`);
  started.lines.push(line);
  if (started.lines.length > KEPT_LINES) started.lines.shift();
  started.onLine(line);
}

function endOf(child: ChildProcess, log: WriteStream): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => {
      log.end();
      resolve(code ?? signal ?? 'unknown');
    });
  });
}

/** When our end of the pipe closes, however we end, the guardian asks the child to end and insists after 10 s. */
function postGuardian(pid: number, signal: NodeJS.Signals): () => void {
  const script =
    'cat >/dev/null; kill -s "$1" "$2" 2>/dev/null; n=0; ' +
    'while [ $n -lt 10 ] && kill -0 "$2" 2>/dev/null; do sleep 1; n=$((n+1)); done; kill -9 "$2" 2>/dev/null';
  const guardian = spawn('/bin/sh', ['-c', script, 'guardian', signal.slice(3), String(pid)], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guardian.unref();
  guardian.on('error', () => {});
  (guardian.stdin as unknown as { unref?: () => void }).unref?.();
  return () => {
    if (guardian.pid !== undefined && guardian.exitCode === null)
      process.kill(-guardian.pid, 'SIGKILL');
  };
}

async function readiness(settings: OwnedSettings, started: Started): Promise<void> {
  const { ready, readyWithinMs = 60_000 } = settings;
  if (ready === undefined) return;
  let timer: NodeJS.Timeout | undefined;
  const problem = await Promise.race([
    new Promise<null>((resolve) => {
      started.onLine = (line) => ready.test(line) && resolve(null);
    }),
    started.ended.then((how) => `it ended at once (${how})`),
    new Promise<string>((resolve) => {
      timer = setTimeout(
        () => resolve(`it was not ready within ${readyWithinMs / 1000} s`),
        readyWithinMs,
      );
    }),
  ]);
  clearTimeout(timer);
  if (problem === null) return;
  throw failure(
    `${settings.part}.start`,
    `${settings.part} did not start: ${problem}`,
    `read ${settings.logFile}; the data folder may be damaged or the disk full`,
    new Error(started.lines.slice(-8).join(' | ') || 'it said nothing'),
  );
}

const INSIST_AFTER_MS = 8_000;

async function endChild(started: Started, signal: NodeJS.Signals): Promise<void> {
  started.stopping = true;
  if (started.pid === 0 || started.child.exitCode !== null || started.child.signalCode !== null)
    return;
  started.child.kill(signal);
  const insist = setTimeout(() => started.child.kill('SIGKILL'), INSIST_AFTER_MS);
  await started.ended;
  clearTimeout(insist);
}
