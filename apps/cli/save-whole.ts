/**
 * A file that is there whole or not at all: it is written beside its place under another name, forced to the disk, looked
 * at, and only then named. Invariant: whatever happens on the way, no part of it is left.
 */
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Transform, type Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { cliError, EXIT } from './client';

export type Saving = {
  readonly out: string;
  /** Replaces what is there. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly onBytes?: (bytes: number) => void;
  /** Where it is written to; a file in any case but a test's. */
  readonly open?: (path: string) => Writable;
};

/** Looked at before the work begins, and again before the name is given. */
export function refuseTaken({ out, force }: Pick<Saving, 'out' | 'force'>): void {
  if (!existsSync(dirname(out))) {
    throw cliError(EXIT.usage, `${dirname(out)}: không có thư mục này · there is no such folder`);
  }
  if (force || !existsSync(out)) return;
  throw cliError(
    EXIT.usage,
    `${out}: đã có tệp này · this file is there already; --force: ghi đè · replaces it`,
  );
}

/** @param look throws when what was written is not whole */
export async function saveWhole<Seen>(
  source: Readable,
  saving: Saving,
  look: (path: string) => Seen,
): Promise<Seen> {
  const { out, signal, open = toFile } = saving;
  const part = join(dirname(out), `.${basename(out)}.${process.pid}.part`);
  const discard = (): void => rmSync(part, { force: true });
  // Also when nobody waits for the end any more.
  process.once('exit', discard);
  const sink = open(part);
  try {
    await pipeline(source, counting(saving.onBytes), sink, { signal });
    const seen = look(part);
    refuseTaken(saving);
    renameSync(part, out);
    return seen;
  } catch (thrown) {
    throw saidOf(thrown, out, signal);
  } finally {
    // A file that is still being opened would come after its removal.
    if (!sink.closed) await new Promise((closed) => sink.once('close', closed));
    discard();
    process.removeListener('exit', discard);
  }
}

/** On the disk before it has its name. */
function toFile(path: string): Writable {
  return createWriteStream(path, { flush: true });
}

function counting(onBytes: Saving['onBytes'] = () => undefined): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      onBytes(bytes);
      done(null, chunk);
    },
  });
}

const FAULTS: { readonly [code: string]: string } = {
  ENOSPC: 'ổ đĩa đã đầy · the disk is full',
  EDQUOT: 'hết hạn mức đĩa · the quota is used up',
  EFBIG: 'tệp quá lớn cho ổ này (FAT32: 4 GB) · too large for this disk (FAT32: 4 GB)',
  EACCES: 'không có quyền ghi · it may not be written',
  EROFS: 'ổ đĩa chỉ cho đọc · the disk is read-only',
  EIO: 'ổ đĩa báo lỗi · the disk reports a fault',
};
const BROKEN_OFF = new Set(['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'EPIPE']);

function saidOf(thrown: unknown, out: string, { aborted }: AbortSignal): unknown {
  const { code = '' } = Object(thrown) as { code?: string };
  const nothing = 'không để lại tệp dở · no partial file is left';
  if (aborted) return cliError(EXIT.interrupted, `${out}: đã dừng · stopped; ${nothing}`);
  if (Object.hasOwn(FAULTS, code)) {
    return cliError(EXIT.failed, `${out}: ${FAULTS[code]} [${code}]; ${nothing}`);
  }
  if (!BROKEN_OFF.has(code)) return thrown;
  return cliError(
    EXIT.partDown,
    `API: ngắt giữa chừng, tệp chưa trọn · broke off before the end; ${nothing}\n` +
      'Xem nhật ký của API rồi lấy lại · look into the log of the API, then take it again',
  );
}
