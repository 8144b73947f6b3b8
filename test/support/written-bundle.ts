/** A bundle written into memory, and its files. */
import { Writable } from 'node:stream';
import type { Evidence, EvidenceOptions, EvidenceScope, EvidenceSource } from '../../libs/evidence';
import { unzip, type Zipped } from './unzip';
import { writeEvidence } from './write-evidence';

/** Takes all that is written to it. */
export class MemorySink extends Writable {
  readonly chunks: Buffer[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get bytes(): Buffer {
    return Buffer.concat(this.chunks);
  }
}

export type WrittenBundle = {
  readonly zip: Buffer;
  readonly evidence: Evidence;
  readonly files: readonly Zipped[];
  file(path: string): Buffer;
  text(path: string): string;
  lines(path: string): unknown[];
};

export async function writtenBundle(
  source: EvidenceSource,
  scope: EvidenceScope,
  options?: EvidenceOptions,
): Promise<WrittenBundle> {
  const sink = new MemorySink();
  const evidence = await writeEvidence(source, scope, sink, options);
  const files = unzip(sink.bytes);
  const file = (path: string) => {
    const found = files.find((it) => it.path === path);
    if (found === undefined) throw new Error(`no file ${path} in the bundle`);
    return found.bytes;
  };
  const text = (path: string) => file(path).toString('utf8');
  return {
    ...{ zip: sink.bytes, evidence, files, file, text },
    lines: (path) =>
      text(path)
        .split('\n')
        .slice(0, -1)
        .map((line): unknown => JSON.parse(line)),
  };
}
