/**
 * A real S3 server for tests: Versity's gateway (Apache-2.0) over a folder, built once with Go and kept in the cache. It
 * checks signatures, regions, keys and checksums as AWS does; it has one account, so no rights of one bucket are tried.
 */
import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cached, inCache } from '../../libs/embedded/cache-folder';
import { openDataFolder, type DataFolder } from '../../libs/embedded/data-folder';
import { runOwned, startOwned } from '../../libs/embedded/owned-process';

/** Needs Go 1.25, which an older Go fetches by itself. */
const VERSION = '1.8.0';
const NAME = `versitygw-${VERSION}`;
const MODULE = `github.com/versity/versitygw/cmd/versitygw@v${VERSION}`;
const KEY_ID = 'dondoc-test';
const ANSWERS_WITHIN_MS = 20_000;

export type S3Server = {
  readonly endpoint: string;
  readonly region: string;
  readonly keyId: string;
  readonly secret: string;
  /** A bucket is a folder here, an object a file in it. */
  readonly root: string;
};

export type S3Settings = {
  readonly dataDir: string;
  readonly cacheDir: string;
  readonly say: (text: string) => void;
};

export type RunningS3 = { readonly server: S3Server; stop(): Promise<void> };

/** Null, said aloud, where there is no Go to build it with. */
export async function startS3(settings: S3Settings): Promise<RunningS3 | null> {
  const folder = await openDataFolder(settings.dataDir, () => undefined);
  const stop = async () => {
    await folder.children.stopAll();
    folder.release();
  };
  try {
    const binary = await findGateway(settings, folder);
    return { server: await start(folder, binary), stop };
  } catch (thrown) {
    await stop();
    settings.say(`there is no S3 server: ${thrown instanceof Error ? thrown.message : thrown}`);
    return null;
  }
}

async function findGateway({ cacheDir, say }: S3Settings, folder: DataFolder): Promise<string> {
  const kept = inCache(cacheDir, NAME);
  if (kept) return join(kept, 'versitygw');
  say(`building an S3 server for the tests (${NAME}) with Go: about a minute, once`);
  const built = await cached(cacheDir, NAME, (into) => build(folder, into));
  return join(built, 'versitygw');
}

async function build(folder: DataFolder, into: string): Promise<void> {
  await runOwned({
    part: 's3-build',
    command: 'go',
    args: ['install', MODULE],
    folder,
    logFile: folder.inside('log', 's3-build.log'),
    env: { GOBIN: into, GOFLAGS: '-trimpath -ldflags=-s', CGO_ENABLED: '0' },
  });
  const binary = join(into, 'versitygw');
  if (!existsSync(binary)) throw new Error('Go built no versitygw');
  chmodSync(binary, 0o755);
}

async function start(folder: DataFolder, binary: string): Promise<S3Server> {
  const [root, meta] = ['buckets', 'meta'].map((name) => folder.inside(name)) as [string, string];
  for (const path of [root, meta]) mkdirSync(path, { recursive: true });
  const port = await folder.port('s3');
  const secret = folder.secret('s3');
  await startOwned({
    part: 's3',
    command: binary,
    args: ['--port', `127.0.0.1:${port}`, '--keep-alive', 'posix', '--sidecar', meta, root],
    folder,
    logFile: folder.inside('log', 's3.log'),
    env: { ROOT_ACCESS_KEY: KEY_ID, ROOT_SECRET_KEY: secret },
    ready: /service listening on/,
  });
  const endpoint = `http://127.0.0.1:${port}`;
  await answers(endpoint);
  return { endpoint, region: 'us-east-1', keyId: KEY_ID, secret, root };
}

/** It says that it listens a moment before it does. */
async function answers(endpoint: string): Promise<void> {
  const until = performance.now() + ANSWERS_WITHIN_MS;
  for (;;) {
    try {
      await fetch(endpoint);
      return;
    } catch (thrown) {
      if (performance.now() > until) throw thrown;
      await pause(50);
    }
  }
}
