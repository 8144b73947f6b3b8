/**
 * One service as the process it is in production, with the same main.ts and environment, under a supervisor that starts
 * it again when it ends by itself. A test may stop it at a named point, or kill it there.
 */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { childEnvironment, failure } from '../../../libs/service';
import {
  PATIENCE_VARIABLE,
  type Arming,
  type FromService,
  type Patience,
  type Point,
  type ToService,
} from './arming';

export const APPS = [
  ...(['api', 'worker', 'relay', 'projector', 'reactor', 'notifier', 'checkpointer'] as const),
] as const;
export type App = (typeof APPS)[number];

/** One line of a service's log. */
export type LogLine = { readonly level: string; readonly msg: string } & Record<string, unknown>;

/** What a process said as it ended. */
export type Ended = { readonly code: string; readonly words: string };

export type ServiceSettings = {
  readonly app: App;
  readonly env: { readonly [name: string]: string };
  readonly patience: Patience;
  readonly logFile: string;
};

const ROOT = join(__dirname, '..', '..', '..').replace(/\/dist$/, '');
const POINTS_FILE = join(ROOT, 'dist', 'test', 'fault', 'support', 'points.process.js');
const RUNS_WITHIN_MS = 60_000;
const PAGE_WITHIN_MS = 20_000;
/** Longer than the grace of a service. */
const INSIST_AFTER_MS = 15_000;
const SUPERVISOR_PAUSE_MS = 300;

let armings = 0;

/** A point that was armed: what the process does there is up to the test. */
export type Moment = {
  /** Resolves with what was at hand when the point was reached, and not yet passed. */
  readonly reached: Promise<string>;
  go(): void;
  disarm(): void;
};

export class ServiceProcess {
  readonly lines: LogLine[] = [];
  /** How it ended each time when nobody wanted that. */
  readonly ended: Ended[] = [];
  private child: ChildProcess | null = null;
  private wanted = false;
  private note: LogLine | null = null;
  /** How many lines there were. */
  private launchedAt = 0;
  private readonly log: WriteStream;
  private readonly reached = new Map<number, (detail: string) => void>();
  private waiting: (() => void)[] = [];

  constructor(private readonly settings: ServiceSettings) {
    this.log = createWriteStream(settings.logFile, { flags: 'a' });
  }

  get app(): App {
    return this.settings.app;
  }

  /** Resolves once it says that it runs. */
  async start(): Promise<void> {
    this.wanted = true;
    this.launch();
    await this.runs();
  }

  /** Resolves at once for one that was stopped or killed and not started again. */
  async runs(): Promise<void> {
    const since = performance.now();
    while (this.wanted && this.note === null) {
      if (performance.now() - since > RUNS_WITHIN_MS) {
        const last = this.lines.slice(-5).map((line) => JSON.stringify(line));
        throw new Error(`the ${this.app} does not run after a minute:\n${last.join('\n')}`);
      }
      await this.heard();
    }
  }

  /** Where the API listens, or the health page. */
  url(of: 'api' | 'health'): string {
    const url = this.note?.[of];
    if (typeof url === 'string') return url;
    throw failure('fault.not-running', `the ${this.app} does not run`, 'start it first');
  }

  /** Resolves with the first line, from now on, of which this holds. */
  says(what: string, holds: (line: LogLine) => boolean): Promise<LogLine> {
    const heard = this.listen(what, holds);
    // A row that has failed elsewhere no longer waits for it.
    heard.catch(() => undefined);
    return heard;
  }

  private async listen(what: string, holds: (line: LogLine) => boolean): Promise<LogLine> {
    for (let seen = this.lines.length, since = performance.now(); ;) {
      for (; seen < this.lines.length; seen += 1) {
        const line = this.lines[seen]!;
        if (holds(line)) return line;
      }
      if (performance.now() - since > RUNS_WITHIN_MS) {
        throw new Error(`the ${this.app} never said ${what}`);
      }
      await this.heard();
    }
  }

  /** Resolves when /readyz says these words, or the service has ended and they were its last. */
  async pageSays(words: string): Promise<void> {
    let last = 'nothing';
    const from = this.lines.length;
    for (const since = performance.now(); ; await pause(200)) {
      try {
        last = await (await fetch(`${this.url('health')}/readyz`)).text();
        if (last.includes(words)) return;
      } catch (thrown) {
        last = String(thrown);
      }
      if (
        this.lines
          .slice(from)
          .some(({ level, msg }) => level === 'fatal' && String(msg).includes(words))
      )
        return;
      if (performance.now() - since > PAGE_WITHIN_MS) {
        throw new Error(`/readyz of the ${this.app} never said "${words}", but ${last}`);
      }
    }
  }

  /** From now on the point is stopped at, when it is reached with all of `where` at hand. */
  at(point: Point, where: readonly string[] = [], act: Arming['act'] = 'hold'): Moment {
    armings += 1;
    const id = armings;
    const reached = new Promise<string>((resolve) => this.reached.set(id, resolve));
    this.tell({ arm: { id, point, where, act } });
    return {
      reached,
      go: () => this.tell({ go: id }),
      disarm: () => this.tell({ disarm: id }),
    };
  }

  /** Nobody is asked, nothing is stopped in order; the supervisor leaves it lying until it is started. */
  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.end('SIGTERM');
  }

  /** The process lives and does nothing: a host that hangs. */
  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child?.kill(signal);
  }

  close(): void {
    this.log.end();
  }

  /** Resolves at the next line, or a little later. */
  private async heard(): Promise<void> {
    await Promise.race([new Promise<void>((heard) => this.waiting.push(heard)), pause(500)]);
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    this.wanted = false;
    const { child } = this;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'close');
    child.kill(signal);
    const insist = setTimeout(() => child.kill('SIGKILL'), INSIST_AFTER_MS);
    await ended;
    clearTimeout(insist);
  }

  private tell(message: ToService): void {
    if (this.child?.connected) this.child.send(message);
  }

  private launch(): void {
    const { app, env, patience } = this.settings;
    this.note = null;
    this.launchedAt = this.lines.length;
    const child = fork(join(ROOT, 'dist', 'apps', app, 'main.js'), {
      cwd: ROOT,
      execArgv: ['--require', POINTS_FILE],
      env: childEnvironment({ ...env, [PATIENCE_VARIABLE]: JSON.stringify(patience) }),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.child = child;
    let rest = '';
    const hear = (chunk: Buffer): void => {
      this.log.write(chunk);
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) this.hear(line);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.on('message', ({ reached, detail }: FromService) => this.reached.get(reached)?.(detail));
    child.once('exit', () => void this.supervise(child));
  }

  /** As `restart: unless-stopped` does. */
  private async supervise(ended: ChildProcess): Promise<void> {
    if (this.child === ended) this.note = null;
    if (!this.wanted) return;
    await pause(SUPERVISOR_PAUSE_MS);
    if (!this.wanted || this.child !== ended) return;
    this.ended.push(endOf(this.lines.slice(this.launchedAt)));
    this.launch();
  }

  private hear(text: string): void {
    const line = parsed(text);
    this.lines.push(line);
    if (line.msg === `the ${this.app} runs`) this.note = line;
    for (const heard of this.waiting.splice(0)) heard();
  }
}

/** The fatal line, or the last one. */
function endOf(lines: readonly LogLine[]): Ended {
  const last = lines.findLast(({ level }) => level === 'fatal') ?? lines.at(-1);
  const { code = 'unknown' } = Object(last?.err) as { code?: string };
  return { code, words: String(last?.msg ?? 'it said nothing') };
}

function parsed(text: string): LogLine {
  try {
    return JSON.parse(text) as LogLine;
  } catch {
    return { level: 'raw', msg: text };
  }
}
