/**
 * An entry as a line of a backup, `[12,"HASH",{…}]` with the recorded bytes at the end, and what must hold of line after
 * line: a dense sequence, each hash over its bytes, each stream's chain, instants that do not go back.
 */
import { CHAIN_START, entryHash } from '../audit';
import type { Instant } from '../domain';

export type EntryRow = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
  readonly recordedAt: Instant;
};

export function entryLine({ seq, hash, bytes }: Pick<EntryRow, 'seq' | 'hash' | 'bytes'>): string {
  return `[${seq},"${hash}",${bytes}]`;
}

const LINE = /^\[(\d+),"([0-9a-f]{64})",(\{.*\})\]$/s;

type Read = {
  readonly subject?: unknown;
  readonly streamversion?: unknown;
  readonly type?: unknown;
  readonly prevhash?: unknown;
  readonly recordedat?: unknown;
};

export class EntryCheck {
  private readonly heads = new Map<string, { readonly version: number; readonly hash: string }>();
  private seq = 0;
  private recordedAt: Instant = '';
  private hash = CHAIN_START;

  /** The last good one. */
  get last(): { readonly seq: number; readonly hash: string; readonly recordedAt: Instant } {
    return { seq: this.seq, hash: this.hash, recordedAt: this.recordedAt };
  }

  /** The entry, or in words why it is not the next one. */
  next(line: string): EntryRow | string {
    const match = LINE.exec(line);
    if (match === null) return 'the line is no entry';
    const [, number, hash, bytes] = match as unknown as [string, string, string, string];
    const seq = Number(number);
    if (seq !== this.seq + 1) return `entry ${this.seq + 1} is missing, entry ${seq} follows`;
    if (entryHash(bytes) !== hash) return 'its bytes do not have its hash';
    const read = parsed(bytes);
    const { subject: stream, streamversion: version, type, recordedat } = read ?? {};
    if (typeof stream !== 'string' || typeof version !== 'number' || typeof type !== 'string') {
      return 'its bytes are no entry';
    }
    if (typeof recordedat !== 'string') return 'its bytes are no entry';
    const head = this.heads.get(stream) ?? { version: 0, hash: CHAIN_START };
    if (version !== head.version + 1 || read?.prevhash !== head.hash) {
      return `it does not follow version ${head.version} of ${stream}`;
    }
    if (recordedat < this.recordedAt) return 'it was recorded before the entry before it';
    this.heads.set(stream, { version, hash });
    [this.seq, this.hash, this.recordedAt] = [seq, hash, recordedat];
    return { seq, stream, version, type, bytes, hash, recordedAt: recordedat };
  }
}

function parsed(bytes: string): Read | null {
  try {
    return JSON.parse(bytes) as Read;
  } catch {
    return null;
  }
}
