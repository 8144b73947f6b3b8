/** Starts the door of the API as a process of its own, as it stands built in dist/, and asks it over HTTP. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = join(__dirname, '..', '..', '..', 'dist');

export type Door = {
  readonly url: string;
  /** Everything it printed: its log. */
  readonly printed: () => string;
  /** Resolves when it has printed this: a log may come after the answer it tells of. */
  prints(text: string): Promise<void>;
  stop(): Promise<void>;
};

export type Answer = {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
};

export function built(file: string): string {
  const path = join(BUILT, file);
  if (!existsSync(path)) throw new Error(`${file} is not built: npm run build`);
  return path;
}

export function startDoor(...manners: string[]): Promise<Door> {
  return startBuilt('api-door.process.js', manners);
}

/** A process of ours beside this file that says where it listens. */
export async function startBuilt(file: string, given: readonly string[]): Promise<Door> {
  const child = spawn(process.execPath, [built(`test/integration/support/${file}`), ...given]);
  let printed = '';
  const watchers = new Set<() => void>();
  const listening = new Promise<string>((resolve, reject) => {
    const collect = (chunk: Buffer): void => {
      printed += chunk.toString('utf8');
      for (const look of watchers) look();
      const match = /"listening":"([^"]+)"/.exec(printed);
      if (match) resolve(match[1]!);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('exit', (code) => reject(new Error(`the door ended with ${code}:\n${printed}`)));
  });
  const prints = (text: string): Promise<void> =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!printed.includes(text)) return;
        watchers.delete(look);
        resolve();
      };
      watchers.add(look);
      look();
    });
  return { url: await listening, printed: () => printed, prints, stop: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

export const CLERK = { 'x-dondoc-actor': 'can-bo-1;clerk;ubnd-thanh-hoa' };

export async function ask(
  url: string,
  path: string,
  { body, headers = {}, method = 'POST' }: Asking = {},
): Promise<Answer> {
  const raw = typeof body === 'string' || body instanceof Uint8Array;
  const response = await fetch(new URL(path, url), {
    method,
    headers: { 'content-type': 'application/json', ...CLERK, ...headers },
    ...(body === undefined ? {} : { body: raw ? Buffer.from(body) : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    headers: response.headers,
    body: text === '' ? {} : JSON.parse(text),
  };
}

type Asking = {
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
  readonly method?: 'GET' | 'POST';
};

export const read = (url: string, path: string, headers: Record<string, string> = {}) =>
  ask(url, path, { method: 'GET', headers });
