/**
 * Finds the `temporal` command: on PATH, in our cache, by the download the SDK itself would make, or built once from
 * the Go module proxy. What was fetched or built is pinned to one version and kept in the cache.
 */
import { chmodSync, createWriteStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { failure } from '../service';
import { cached, inCache } from './cache-folder';
import type { DataFolder } from './data-folder';
import { runOwned } from './owned-process';

/** The last tag without a `replace` in its go.mod: `go install` refuses later ones. */
const VERSION = '1.5.1';
const NAME = `temporal-${VERSION}`;
const DOWNLOAD_WITHIN_MS = 60_000;
const ANSWER_WITHIN_MS = 4_000;

export type Search = {
  readonly folder: DataFolder;
  readonly cacheDir: string;
  readonly say: (text: string) => void;
  /** Where the SDK's download is asked for, and the commands that are tried: others in tests. */
  readonly downloadFrom?: string;
  readonly onPath?: string;
  readonly go?: string;
};

export async function findTemporal(search: Search): Promise<string> {
  const onPath = search.onPath ?? 'temporal';
  if (await answers(search, onPath, '--version')) return onPath;
  const kept = inCache(search.cacheDir, NAME);
  if (kept) return join(kept, 'temporal');
  const attempts: unknown[] = [];
  for (const way of [download, build]) {
    try {
      return join(await cached(search.cacheDir, NAME, (into) => way(search, into)), 'temporal');
    } catch (thrown) {
      attempts.push(thrown);
      search.say(`not by ${way === download ? 'download' : 'Go'}: ${messageOf(thrown)}`);
    }
  }
  throw failure(
    'temporal.missing',
    `there is no Temporal: no TEMPORAL_ADDRESS, no \`temporal\` on PATH, none in ${search.cacheDir}; ` +
      `its download failed (${messageOf(attempts[0])}) and it could not be built (${messageOf(attempts[1])})`,
    'either install Go 1.23 or later (https://go.dev/dl) so that it can be built once (about 3 minutes), or install ' +
      'the Temporal CLI (https://docs.temporal.io/cli) or set TEMPORAL_ADDRESS=host:port of a running server',
    attempts[1],
  );
}

/** Whether there is such a command. */
async function answers(search: Search, command: string, question: string): Promise<boolean> {
  try {
    await run(search, command, [question]);
    return true;
  } catch {
    return false;
  }
}

/** The download the SDK makes: an address is asked for, then an archive fetched and unpacked. */
async function download(search: Search, into: string): Promise<void> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const from = search.downloadFrom ?? 'https://temporal.download';
  const url = `${from}/cli/v${VERSION}?platform=${platform}&arch=${arch}&sdk-name=sdk-typescript`;
  const answer = await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  if (!answer.ok) throw new Error(`the download answered ${answer.status}`);
  const { archiveUrl, fileToExtract } = (await answer.json()) as Record<string, string>;
  if (!archiveUrl || !fileToExtract) throw new Error('the download named no archive');
  search.say(`downloading Temporal ${VERSION}`);
  const archive = await fetch(archiveUrl, { signal: AbortSignal.timeout(DOWNLOAD_WITHIN_MS) });
  if (!archive.ok || !archive.body) throw new Error(`the archive answered ${archive.status}`);
  const file = join(into, 'archive.tar.gz');
  await pipeline(Readable.fromWeb(archive.body as never), createWriteStream(file));
  await run(search, 'tar', ['-xzf', file, '-C', into, fileToExtract]);
  await settle(search, into);
}

/** Built from source; the Go tool checks every module against its public checksums. */
async function build(search: Search, into: string): Promise<void> {
  const go = search.go ?? 'go';
  if (!(await answers(search, go, 'version'))) throw new Error('Go is not installed');
  search.say(`building Temporal ${VERSION} from source with Go: about 3 minutes, once`);
  const startedAt = performance.now();
  const beat = setInterval(
    () =>
      search.say(
        `still building Temporal (${Math.round((performance.now() - startedAt) / 1000)} s)`,
      ),
    20_000,
  );
  try {
    await run(search, go, ['install', `github.com/temporalio/cli/cmd/temporal@v${VERSION}`], {
      GOBIN: into,
      GOFLAGS: '-trimpath -ldflags=-s',
      CGO_ENABLED: '0',
    });
  } finally {
    clearInterval(beat);
  }
  await settle(search, into);
}

async function settle(search: Search, into: string): Promise<void> {
  const binary = join(into, 'temporal');
  if (!existsSync(binary)) throw new Error('what came holds no temporal command');
  chmodSync(binary, 0o755);
  await run(search, binary, ['--version']);
}

function run(
  search: Search,
  command: string,
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<readonly string[]> {
  const { folder } = search;
  const logFile = folder.inside('log', 'temporal-setup.log');
  return runOwned({ part: 'temporal-setup', command, args, folder, logFile, env });
}

function messageOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.cause instanceof Error
    ? `${thrown.message}: ${thrown.cause.message}`
    : thrown.message;
}
