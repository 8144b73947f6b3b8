/** Whatever fails on the way, the sink never comes to its end, and nothing more is read. */
import { Writable } from 'node:stream';
import type { EvidenceProgress, EvidenceSource } from '../../libs/evidence';
import { memoryEvidence } from '../support/memory-evidence';
import { playedLedger } from '../support/played-entries';
import { writeEvidence } from '../support/write-evidence';
import { MemorySink } from '../support/written-bundle';

const ALL = { kind: 'all' } as const;
const source = memoryEvidence(playedLedger());

/** Takes so many bytes, then has no room. */
class FullDisk extends Writable {
  ended = false;

  constructor(private room: number) {
    super();
  }

  override _write(chunk: Buffer, _encoding: string, done: (error?: Error) => void): void {
    this.room -= chunk.length;
    if (this.room >= 0) done();
    else done(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  }

  override _final(done: () => void): void {
    this.ended = true;
    done();
  }
}

/** Counts what is read of it. */
function counted(of: EvidenceSource): EvidenceSource & { reads: number } {
  const counting = {
    ...of,
    reads: 0,
    entriesAfter(seq: number, limit: number) {
      counting.reads += 1;
      return of.entriesAfter(seq, limit);
    },
  };
  return counting;
}

test.each([10, 30_000, 190_000])('a disk that is full after %d bytes', async (room) => {
  const disk = new FullDisk(room);
  await expect(writeEvidence(source, ALL, disk)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(disk.destroyed).toBe(true);
  expect(disk.ended).toBe(false);
});

test.each([
  ['the tree', { treeHashes: () => Promise.reject(new Error('away')) }],
  ['the heads', { headsAt: () => Promise.reject(new Error('away')) }],
  ['a content', { getContent: () => Promise.reject(new Error('away')) }],
])('%s that cannot be read', async (_what, changes) => {
  const sink = new MemorySink();
  const ended = jest.fn();
  sink.once('finish', ended);
  const range = { kind: 'range', from: 3, to: 20 } as const;
  await expect(writeEvidence({ ...source, ...changes }, range, sink)).rejects.toThrow('away');
  expect(sink.destroyed).toBe(true);
  expect(ended).not.toHaveBeenCalled();
});

test.each(['reading', 'index', 'entries', 'contents'])(
  'a signal that comes at the stage “%s” stops the work',
  async (stage) => {
    const stopping = new AbortController();
    const read = counted(source);
    const sink = new MemorySink();
    let readsThen = 0;
    const onProgress = (progress: EvidenceProgress): void => {
      if (progress.stage !== stage) return;
      readsThen = read.reads;
      stopping.abort();
    };
    const { signal } = stopping;
    const writing = writeEvidence(read, ALL, sink, { onProgress, signal });
    await expect(writing).rejects.toMatchObject({ name: 'AbortError' });
    expect(read.reads).toBe(readsThen);
    expect(sink.writableFinished).toBe(false);
    expect(sink.destroyed).toBe(true);
  },
);

test('each stage tells how far it is', async () => {
  const stages = new Map<string, EvidenceProgress>();
  const onProgress = (it: EvidenceProgress) => void stages.set(it.stage, it);
  await writeEvidence(source, ALL, new MemorySink(), { onProgress });
  expect([...stages.values()]).toEqual([
    { stage: 'reading', done: 62, of: null },
    { stage: 'index', done: 62, of: 62 },
    { stage: 'entries', done: 62, of: 62 },
    { stage: 'contents', done: 3, of: 3 },
  ]);
});
