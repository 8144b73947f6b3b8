/** A bundle in the form of docs/evidence-format.md, straight into a sink. */
import type { Writable } from 'node:stream';
import { partsOf, rootText, type Bundle } from './bundle-parts';
import { coverOf } from './cover';
import type { Settled } from './settle';
import type { EvidenceOptions } from './source';
import { survey } from './survey';
import { writeZip, type WrittenFile } from './zip';

/** What a bundle holds, for whoever wrote it. */
export type Evidence = {
  readonly deployment: string;
  readonly keys: readonly string[];
  readonly checkpoint: { readonly size: number; readonly root: string };
  readonly entries: { readonly count: number; readonly first: number; readonly last: number };
  readonly files: readonly WrittenFile[];
};

/**
 * Ends the sink when all is written. What `settle` refuses is known before the first byte, so that its caller can still say so;
 * what fails while the entries are surveyed leaves the sink as it is.
 */
export async function writeSettled(
  settled: Settled,
  sink: Writable,
  { onProgress = () => undefined, signal }: EvidenceOptions = {},
): Promise<Evidence> {
  const found = await survey(settled, (done) => {
    signal?.throwIfAborted();
    onProgress({ stage: 'reading', done, of: null });
  });
  const { checkpoint, deployment, keys } = settled;
  const bundle: Bundle = { settled, found, cover: coverOf(settled, found), onProgress };
  const { recordedAt, count, first, last } = found;
  const files = await writeZip((written) => partsOf(bundle, written), sink, { recordedAt, signal });
  return {
    ...{ deployment: deployment.id, keys: keys.map(({ key }) => key), files },
    checkpoint: { size: checkpoint.size, root: rootText(checkpoint.root) },
    entries: { count, first, last },
  };
}
