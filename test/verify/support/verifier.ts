/** The verifier in a process of its own, as the file stands in verify/ or as a test has altered it. */
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const VERIFY = join(__dirname, '..', '..', '..', 'verify', 'verify.mjs');

export type Report = {
  readonly ok: boolean;
  readonly class: string;
  readonly exit: number;
  readonly fault: {
    readonly en: string;
    readonly vi: string;
    readonly sequence: number | null;
    readonly id: string | null;
    readonly file: string | null;
  } | null;
  readonly keys: readonly { readonly key: string; readonly pinned: boolean }[];
  readonly figures: { readonly [name: string]: number };
  readonly notes: readonly { readonly en: string }[];
};

export class Verifier {
  readonly folder = mkdtempSync(join(tmpdir(), 'dondoc-verify-test-'));
  private readonly child: ChildProcess;
  private readonly ready: Promise<unknown>;
  private readonly waiting = new Map<number, (report: Report) => void>();
  private count = 0;

  constructor(path = VERIFY) {
    this.child = fork(join(__dirname, 'serve.mjs'), [path], {
      env: { ...process.env, TMPDIR: this.folder },
      execArgv: [],
    });
    this.ready = new Promise((resolve, reject) => {
      this.child.once('message', resolve);
      this.child.once('exit', (code) => reject(new Error(`the verifier ended with ${code}`)));
    });
    this.child.on('message', ({ id, report }: { id: number; report: Report }) => {
      this.waiting.get(id)?.(report);
      this.waiting.delete(id);
    });
  }

  async verify(zip: Uint8Array, args: readonly string[] = []): Promise<Report> {
    await this.ready;
    const id = (this.count += 1);
    const bundle = join(this.folder, `${id}.zip`);
    writeFileSync(bundle, zip);
    const report = await new Promise<Report>((resolve) => {
      this.waiting.set(id, resolve);
      this.child.send({ id, args: [bundle, ...args] });
    });
    rmSync(bundle);
    return report;
  }

  /** A file that an argument names. */
  file(name: string, text: string): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  close(): void {
    this.child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
