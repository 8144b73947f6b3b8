/**
 * The data folder: one living owner at a time, the ports and secrets of its parts, and what a killed owner left
 * running. Invariant: only a process whose pid and birth stand in this folder is ever ended.
 */
import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { failure, lives, markOf, type ProcessMark } from '../service';
import { endStranger } from './processes';

export type ChildRecord = ProcessMark & { readonly part: string; readonly signal: NodeJS.Signals };

export interface DataFolder {
  readonly path: string;
  inside(...names: string[]): string;
  /** The port this part had before, when it is free; another free one otherwise. Written down. */
  port(name: string): Promise<number>;
  /** A secret made once and kept in a file only the owner reads. */
  secret(name: string): string;
  readonly children: Children;
  release(): void;
}

/** The living children of this process, on disk (for the next start) and in memory (for stopping). */
export interface Children {
  record(child: ChildRecord, stop: () => Promise<void>): void;
  forget(pid: number): void;
  /** The one started last is asked first; resolves when all have ended. */
  stopAll(): Promise<void>;
}

/** Takes the folder: refuses while another Dondoc lives in it, ends what a killed one left running. */
export async function openDataFolder(
  path: string,
  onLeftover: (part: string) => void,
): Promise<DataFolder> {
  try {
    mkdirSync(join(path, 'run'), { recursive: true, mode: 0o755 });
    mkdirSync(join(path, 'log'), { recursive: true, mode: 0o755 });
  } catch (cause) {
    throw failure(
      'data.unwritable',
      `the data folder ${path} cannot be written`,
      'choose another folder with DONDOC_DATA_DIR, or correct its owner',
      cause,
    );
  }
  takeOwnership(path);
  await endLeftovers(path, onLeftover);
  return dataFolder(path);
}

function takeOwnership(path: string): void {
  const file = join(path, 'run', 'owner.json');
  const me = markOf(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, JSON.stringify(me), { flag: 'wx' });
      return;
    } catch {
      const owner = readJson<ProcessMark>(file);
      if (owner !== null && lives(owner)) {
        throw failure(
          'data.inUse',
          `the data folder ${path} is in use by another Dondoc (process ${owner.pid})`,
          'stop that one, or choose another folder with DONDOC_DATA_DIR',
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw failure('data.inUse', `the data folder ${path} is being taken`, 'try again in a moment');
}

async function endLeftovers(path: string, onLeftover: (part: string) => void): Promise<void> {
  const folder = join(path, 'run');
  for (const name of readdirSync(folder).filter((it) => it.startsWith('child-'))) {
    const child = readJson<ChildRecord>(join(folder, name));
    if (child !== null && lives(child)) {
      onLeftover(child.part);
      await endStranger(child, child.signal);
    }
    rmSync(join(folder, name), { force: true });
  }
}

function dataFolder(path: string): DataFolder {
  let ports: Promise<number> = Promise.resolve(0);
  return {
    path,
    inside: (...names) => join(path, ...names),
    port: (name) => (ports = ports.then(() => portFor(path, name))),
    secret: (name) => {
      const file = join(path, 'secrets.json');
      const secrets = readJson<Record<string, string>>(file) ?? {};
      const secret = secrets[name] ?? randomBytes(24).toString('base64url');
      if (secrets[name] === undefined) writeJson(file, { ...secrets, [name]: secret }, 0o600);
      return secret;
    },
    children: childrenOf(path),
    release: () => rmSync(join(path, 'run', 'owner.json'), { force: true }),
  };
}

function childrenOf(path: string): Children {
  const file = (pid: number) => join(path, 'run', `child-${pid}.json`);
  const living = new Map<number, () => Promise<void>>();
  let closed = false;
  return {
    record: (child, stop) => {
      writeJson(file(child.pid), child);
      living.set(child.pid, stop);
      if (closed) void stop();
    },
    forget: (pid) => {
      rmSync(file(pid), { force: true });
      living.delete(pid);
    },
    stopAll: async () => {
      closed = true;
      await Promise.all([...living.values()].reverse().map((stop) => stop()));
    },
  };
}

async function portFor(path: string, name: string): Promise<number> {
  const file = join(path, 'ports.json');
  const ports = readJson<Record<string, number>>(file) ?? {};
  const taken = Object.entries(ports).flatMap(([of, at]) => (of === name ? [] : [at]));
  const port = await freePort(ports[name] ?? 0, taken);
  writeJson(file, { ...ports, [name]: port });
  return port;
}

async function freePort(wanted: number, taken: readonly number[]): Promise<number> {
  const wantedIsFree = wanted !== 0 && !taken.includes(wanted) && (await tryPort(wanted)) !== null;
  if (wantedIsFree) return wanted;
  for (;;) {
    const port = await tryPort(0);
    if (port !== null && !taken.includes(port)) return port;
  }
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(null));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const got = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(got));
    });
  });
}

export function readJson<T>(file: string): T | null {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return null;
  }
}

/** Written beside and renamed, so that an interruption leaves the old or the new text. */
function writeJson(file: string, value: unknown, mode = 0o644): void {
  const beside = `${file}.${process.pid}`;
  writeFileSync(beside, JSON.stringify(value), { mode });
  renameSync(beside, file);
}
