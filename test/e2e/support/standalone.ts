/**
 * `npm start` as it stands built in dist/: a child process with a data folder and parts of its own. Whatever a test
 * leaves running is ended with it, since the child ends when its channel to us closes.
 */
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment, environment } from '../../../libs/service';

export const ROOT = join(__dirname, '..', '..', '..');
const MAIN = join(ROOT, 'dist', 'apps', 'standalone', 'main.js');

export type Addresses = {
  readonly api: string;
  readonly temporal: string;
  readonly kafka: readonly string[] | null;
  readonly mail: string;
  readonly log: string;
};

export type Ended = { readonly code: number | null; readonly signal: string | null };

export interface Standalone {
  readonly startedAt: number;
  /** Everything on its screen so far. */
  said(): string;
  /** Resolves when the screen shows it; refuses when the process ends before. */
  shows(text: RegExp): Promise<RegExpExecArray>;
  addresses(): Addresses;
  signal(name: NodeJS.Signals): void;
  readonly ended: Promise<Ended>;
}

/** The account `postgres` must be able to enter it. */
export function newDataDir(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dondoc-e2e-'));
  chmodSync(folder, 0o755);
  return folder;
}

export function startStandalone(dataDir: string, ...args: string[]): Standalone {
  return startStandaloneWith({}, dataDir, args);
}

/** With variables of its own besides. */
export function startStandaloneWith(
  variables: { readonly [name: string]: string },
  dataDir: string,
  args: readonly string[],
): Standalone {
  if (!existsSync(join(ROOT, 'dist', '.built'))) throw new Error('run npm run build first');
  const child = spawn(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    env: { ...environmentFor(dataDir), ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let said = '';
  const watchers = new Set<() => void>();
  const hear = (chunk: Buffer) => {
    said += chunk.toString('utf8');
    for (const look of watchers) look();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<Ended>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return {
    startedAt: performance.now(),
    said: () => said,
    ended,
    signal: (name) => void child.kill(name),
    addresses: () => JSON.parse(readFileSync(join(dataDir, 'addresses.json'), 'utf8')) as Addresses,
    shows: (text) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const match = text.exec(said);
          if (match === null) return;
          watchers.delete(look);
          resolve(match);
        };
        watchers.add(look);
        look();
        void ended.then((how) =>
          reject(new Error(`ended (${JSON.stringify(how)}) before it showed ${text}:\n${said}`)),
        );
      }),
  };
}

/** Its own parts, whatever parts the test run was given. */
function environmentFor(dataDir: string): NodeJS.ProcessEnv {
  const cache = environment().DONDOC_CACHE_DIR;
  return childEnvironment({
    DONDOC_DATA_DIR: dataDir,
    DONDOC_API_PORT: '0',
    TEMPORAL_ADDRESS: '',
    KAFKA_BROKERS: '',
    ...(cache === undefined ? {} : { DONDOC_CACHE_DIR: cache }),
  });
}

/** The processes that name the folder in their command line: PostgreSQL, Temporal and Kafka of a start. */
export function processesOf(dataDir: string): string[] {
  const { stdout } = spawnSync('pgrep', ['-f', '-a', dataDir], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line !== '');
}

/** Ends whatever still runs and removes the folder. */
export async function discard(dataDir: string, started: Standalone | undefined): Promise<void> {
  started?.signal('SIGTERM');
  await started?.ended;
  rmSync(dataDir, { recursive: true, force: true });
}

/** The database of a standalone system, as its owner. */
export function ownerUrl(dataDir: string, mode: 'drill' | 'live' = 'drill'): string {
  const read = (file: string) =>
    JSON.parse(readFileSync(join(dataDir, mode, file), 'utf8')) as Record<string, string | number>;
  const { postgres: password } = read('secrets.json');
  const { postgres: port } = read('ports.json');
  return `postgres://postgres:${password}@127.0.0.1:${port}/dondoc_${mode}`;
}
