/** Writes one segment: lines through gzip into a file that gets its name only when it is whole and on the disk. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { folderFault } from './folder-fault';
import type { Segment } from './format';

type About = Pick<Segment, 'file' | 'table' | 'from'>;

const LEVEL = 4;

export class SegmentWriter {
  private readonly hash = createHash('sha256');
  private readonly gzip = createGzip({ level: LEVEL });
  private readonly beside: string;
  private readonly written: Promise<unknown>;
  private bytes = 0;
  private rows = 0;

  constructor(
    private readonly folder: string,
    private readonly about: About,
  ) {
    this.beside = join(folder, `${about.file}.new`);
    const seen = new Transform({
      transform: (chunk: Buffer, _encoding, done) => {
        this.hash.update(chunk);
        this.bytes += chunk.length;
        done(null, chunk);
      },
    });
    this.written = pipeline(this.gzip, seen, createWriteStream(this.beside, { mode: 0o600 })).then(
      () => null,
      (cause: unknown) => folderFault(folder, cause),
    );
  }

  get count(): number {
    return this.rows;
  }

  async write(lines: readonly string[]): Promise<void> {
    if (lines.length === 0) return;
    this.rows += lines.length;
    if (this.gzip.write(`${lines.join('\n')}\n`)) return;
    const drained = once(this.gzip, 'drain').then(
      () => null,
      () => this.written,
    );
    const fault = await Promise.race([drained, this.written]);
    if (fault !== null) throw fault as Error;
  }

  /** @param to the last sequence in it, where it has sequences */
  async finish(to?: number): Promise<Segment> {
    this.gzip.end();
    const fault = await this.written;
    if (fault !== null) throw fault as Error;
    try {
      const handle = await open(this.beside, 'r+');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(this.beside, join(this.folder, this.about.file));
    } catch (cause) {
      throw folderFault(this.folder, cause);
    }
    const { rows, bytes } = this;
    return { ...this.about, ...(to === undefined ? {} : { to }), rows, bytes, sha256: this.sum() };
  }

  async discard(): Promise<void> {
    this.gzip.destroy();
    await this.written;
    await rm(this.beside, { force: true }).catch(() => undefined);
  }

  private sum(): string {
    return this.hash.digest('hex');
  }
}
