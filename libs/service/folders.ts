/**
 * The user's folders by the XDG rules, and the environment a child process is given: what it needs to run and
 * nothing of our configuration.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { environment, type Environment } from './environment';

export type Folders = { readonly dataDir: string; readonly cacheDir: string };

/**
 * Where data and cached parts live. For root the data folder is /var/lib/dondoc: PostgreSQL refuses to run as root
 * and the account it runs as cannot enter root's home.
 */
export function userFolders(env: Environment = environment()): Folders {
  const home = env.HOME || homedir();
  const asRoot = process.getuid?.() === 0;
  return {
    dataDir: env.XDG_DATA_HOME
      ? join(env.XDG_DATA_HOME, 'dondoc')
      : asRoot
        ? '/var/lib/dondoc'
        : join(home, '.local', 'share', 'dondoc'),
    cacheDir: join(env.XDG_CACHE_HOME || join(home, '.cache'), 'dondoc'),
  };
}

const OURS = /^(DONDOC_|DATABASE_URL$|SMTP_URL$|npm_)/;

/** TZ is UTC in every process. */
export function childEnvironment(more: Environment = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(kept), TZ: 'UTC', ...more };
}
