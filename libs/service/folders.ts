/**
 * The user's folders by the XDG rules, and the environment a child process is given: what it needs to run and
 * nothing of our configuration.
 */
import { homedir } from 'node:os';
import { existsSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { environment, type Environment } from './environment';

export type Folders = { readonly dataDir: string; readonly cacheDir: string };

/**
 * Where data and cached parts live. PostgreSQL refuses to run as root, so for root a home that other accounts cannot
 * enter is no place for its data: then it is /var/lib/dondoc.
 */
export function userFolders(env: Environment = environment()): Folders {
  const home = env.HOME || homedir();
  const shut = process.getuid?.() === 0 && !othersMayEnter(home);
  return {
    dataDir: env.XDG_DATA_HOME
      ? join(env.XDG_DATA_HOME, 'dondoc')
      : shut
        ? '/var/lib/dondoc'
        : join(home, '.local', 'share', 'dondoc'),
    cacheDir: join(env.XDG_CACHE_HOME || join(home, '.cache'), 'dondoc'),
  };
}

/** Whether every folder on the way lets other accounts through. */
function othersMayEnter(path: string): boolean {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (!existsSync(folder) || (statSync(folder).mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

const OURS = /^(DONDOC_|DATABASE_URL$|SMTP_URL$|npm_)/;

/** TZ is UTC in every process. */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), TZ: 'UTC', ...more };
}
