/**
 * The parts a deployment stands on, each a server of its own in a folder of its own: stopped, killed, frozen and found
 * again at the same address, with what it remembers or without.
 */
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { provision, type Provisioned } from '../../../libs/embedded';
import { environment, userFolders } from '../../../libs/service';

export type PartName = 'postgres' | 'temporal' | 'kafka';

type Child = { readonly pid: number; readonly part: string };

export class Part {
  wasEmptied = false;
  /** Stopped, killed or frozen, however it is now. */
  wasTaken = false;
  private provisioned: Provisioned | null = null;
  private readonly folder: string;

  constructor(
    readonly name: PartName,
    folder: string,
  ) {
    this.folder = join(folder, name);
    mkdirSync(this.folder, { recursive: true });
    chmodSync(this.folder, 0o755);
  }

  /** At the address it had before. */
  async start(): Promise<void> {
    const need = { postgres: false, temporal: false, kafka: false, [this.name]: true };
    const cacheDir = environment().DONDOC_CACHE_DIR ?? userFolders().cacheDir;
    this.provisioned = await provision({ dataDir: this.folder, cacheDir, need, log: () => {} });
    if (this.provisioned[this.name] === null) {
      throw new Error(`${this.name} is not to be had on this machine: the fault suite needs it`);
    }
  }

  get found(): Provisioned {
    if (this.provisioned === null) throw new Error(`${this.name} was not started`);
    return this.provisioned;
  }

  /** In order: it says goodbye to whoever is connected. */
  async stop(): Promise<void> {
    this.wasTaken = true;
    await this.provisioned?.stop();
  }

  async kill(): Promise<void> {
    this.wasTaken = true;
    for (const { pid } of this.children()) process.kill(pid, 'SIGKILL');
    await this.provisioned?.stop();
  }

  /** It keeps its connections and answers nobody: a host that hangs, or a network that swallows. */
  freeze(): void {
    this.wasTaken = true;
    for (const pid of this.processes()) process.kill(pid, 'SIGSTOP');
  }

  thaw(): void {
    for (const pid of this.processes()) process.kill(pid, 'SIGCONT');
  }

  /** What it remembered is gone; only while it is stopped. */
  forget(): void {
    this.wasEmptied = true;
    const kept = new Set(['ports.json', 'secrets.json']);
    for (const name of readdirSync(this.folder)) {
      if (!kept.has(name)) rmSync(join(this.folder, name), { recursive: true, force: true });
    }
  }

  /** A file or folder of it. */
  inside(...names: string[]): string {
    return join(this.folder, ...names);
  }

  private children(): Child[] {
    const run = join(this.folder, 'run');
    return readdirSync(run)
      .filter((name) => name.startsWith('child-'))
      .map((name) => JSON.parse(readFileSync(join(run, name), 'utf8')) as Child);
  }

  /** A server and the processes it has made of itself. */
  private processes(): number[] {
    return this.children().flatMap(({ pid }) => [pid, ...childrenOf(pid)]);
  }
}

function childrenOf(pid: number): number[] {
  const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  return text === '' ? [] : text.split(' ').map(Number);
}
