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
  readonly held: readonly number[];
  readonly losses: readonly object[];
};

export class Verifier {
  readonly folder = mkdtempSync(join(tmpdir(), 'dondoc-verify-test-'));
  private readonly child: ChildProcess;
  private readonly ready: Promise<unknown>;
  private readonly waiting = new Map<number, (answer: unknown) => void>();
  private count = 0;

  /** @param temporary where it puts what memory has no room for */
  constructor(path = VERIFY, temporary?: string) {
    this.child = fork(join(__dirname, 'serve.mjs'), [path], {
      env: { ...process.env, TMPDIR: temporary ?? this.folder },
      execArgv: [],
    });
    this.ready = new Promise((resolve, reject) => {
      this.child.once('message', resolve);
      this.child.once('exit', (code) => reject(new Error(`the verifier ended with ${code}`)));
    });
    this.child.on('message', ({ id, report }: { id: number; report: unknown }) => {
      this.waiting.get(id)?.(report);
      this.waiting.delete(id);
    });
  }

  async verify(zip: Uint8Array, args: readonly string[] = []): Promise<Report> {
    const bundle = this.file(`${(this.count += 1)}.zip`, zip);
    const report = await this.asked<Report>({ args: [bundle, ...args] });
    rmSync(bundle);
    return report;
  }

  /** What the verifier's own hashing makes otherwise than a file of golden vectors. */
  golden(path: string): Promise<string[]> {
    return this.asked<string[]>({ golden: path });
  }

  private async asked<Answer>(question: object): Promise<Answer> {
    await this.ready;
    const id = (this.count += 1);
    return new Promise((resolve) => {
      this.waiting.set(id, (answer) => resolve(answer as Answer));
      this.child.send({ id, ...question });
    });
  }

  /** A file that an argument names. */
  file(name: string, text: string | Uint8Array): string {
    const path = join(this.folder, name);
    writeFileSync(path, text);
    return path;
  }

  close(): void {
    this.child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
