/** A service of the build as the process it is in production: started, measured by its pid, ended or killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { childEnvironment } from '../../../libs/service';
import { DIST } from './dist';

export type ServiceProcess = {
  readonly pid: number;
  /** Everything it logged. */
  said(): string;
  /** Resolves when it has ended. */
  end(signal?: NodeJS.Signals): Promise<void>;
};

export type ServiceSettings = {
  readonly name: string;
  /** Below dist/: `apps/worker/main.js`. */
  readonly program: string;
  readonly args?: readonly string[];
  /** Another build than this one. */
  readonly dist?: string;
  readonly env: { readonly [name: string]: string };
  /** The line that says it is up. */
  readonly ready: RegExp;
};

export async function startService(settings: ServiceSettings): Promise<ServiceProcess> {
  const { name, program, args = [], dist = DIST, env, ready } = settings;
  // With the flags of node that we were started with, as the image has them.
  const child = spawn(process.execPath, [...process.execArgv, join(dist, program), ...args], {
    cwd: join(dist, '..'),
    env: childEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const said: Buffer[] = [];
  const all = () => Buffer.concat(said).toString('utf8');
  await new Promise<void>((resolve, reject) => {
    let up = false;
    const hear = (chunk: Buffer) => {
      said.push(chunk);
      // A log of a hundred thousand lines is not read again for every line.
      up ||= ready.test(all());
      if (up) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`the ${name} ended with ${code}:\n${all()}`)));
  });
  return {
    pid: child.pid!,
    said: all,
    end: (signal = 'SIGTERM') => end(child, signal),
  };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
