/**
 * What a bundle is about, settled before its first byte: the checkpoint it stands on, and the entries in scope in pages.
 * Nothing behind that checkpoint is ever read, so the same bundle is made of the same entries for ever.
 */
import { readCheckpoint, readNote, type Checkpoint } from '../audit';
import { directiveStream, ORG_STREAM } from '../domain';
import type { Deployment, Entry, StoredCheckpoint } from '../ledger';
import { failure } from '../service';
import type { EvidenceScope, EvidenceSource } from './source';

export type Settled = {
  readonly source: EvidenceSource;
  readonly scope: EvidenceScope;
  readonly deployment: Deployment;
  readonly stored: StoredCheckpoint;
  readonly checkpoint: Checkpoint;
  /** Prefixes whose streams are all in the bundle; `['']` of everything, none of a range. */
  readonly streams: readonly string[];
};

/** Whose entries a directive's decisions rest on. */
const GROUNDS = ['calendar', ORG_STREAM, 'policy'];

/** Entries read at once: of the largest they are 30 MB. */
const PAGE = 500;

/** @throws Failure `evidence.no-checkpoint`, `evidence.beyond`, `evidence.nothing` */
export async function settle(
  source: EvidenceSource,
  scope: EvidenceScope,
  at?: number,
): Promise<Settled> {
  const deployment = await source.deployment();
  const stored = await checkpointFor(source, scope, at);
  const checkpoint = readCheckpoint(readNote(stored.note).text);
  const settled = { source, scope, deployment, stored, checkpoint, streams: streamsOf(scope) };
  if (scope.kind === 'directive') await refuseEmpty(settled, scope.directive);
  return settled;
}

async function checkpointFor(
  source: EvidenceSource,
  scope: EvidenceScope,
  at?: number,
): Promise<StoredCheckpoint> {
  const latest = await source.latestCheckpoint();
  if (latest === null) throw noCheckpoint();
  const to = scope.kind === 'range' ? scope.to : 0;
  const least = Math.max(at ?? 0, to);
  if (least > latest.size) throw beyond(least, latest.size);
  if (least === 0) return latest;
  return (await source.checkpointOver(least)) ?? latest;
}

function noCheckpoint() {
  return failure(
    'evidence.no-checkpoint',
    'no checkpoint was signed yet, so nothing can be proven to anybody',
    'wait a second after the first entry; if there is none then, look at the checkpointer and its key (docs/audit.md)',
  );
}

function beyond(asked: number, size: number) {
  const error = failure(
    'evidence.beyond',
    `entry ${asked} is not under a checkpoint: the last one holds ${size} entries`,
    `ask for at most ${size}, or wait for the next checkpoint (at most a second after an entry)`,
  );
  return Object.assign(error, { params: { asked, size } });
}

function streamsOf(scope: EvidenceScope): string[] {
  if (scope.kind === 'range') return [];
  return scope.kind === 'all' ? [''] : [directiveStream(scope.directive), ...GROUNDS];
}

async function refuseEmpty({ source, checkpoint }: Settled, directive: string): Promise<void> {
  const page = { afterSeq: 0, limit: 1 };
  const [first] = await source.entriesOfPrefixes([directiveStream(directive)], page);
  if (first !== undefined && first.seq <= checkpoint.size) return;
  const error = failure(
    'evidence.nothing',
    `no entry of directive ${directive} is under the checkpoint of ${checkpoint.size} entries`,
    'check its id; if it was registered this very second, wait for the next checkpoint; or ask with a larger --at',
  );
  throw Object.assign(error, { params: { directive, size: checkpoint.size } });
}

/** Everything in scope, by sequence. */
export async function* pagesOf(settled: Settled): AsyncGenerator<readonly Entry[]> {
  const { scope, checkpoint } = settled;
  const last = scope.kind === 'range' ? scope.to : checkpoint.size;
  let after = scope.kind === 'range' ? scope.from - 1 : 0;
  while (after < last) {
    const page = await pageAfter(settled, after);
    const inScope = page.filter(({ seq }) => seq <= last);
    if (inScope.length > 0) yield inScope;
    if (page.length < PAGE) return;
    after = page.at(-1)!.seq;
  }
}

function pageAfter({ source, scope, streams }: Settled, after: number): Promise<Entry[]> {
  return scope.kind === 'directive'
    ? source.entriesOfPrefixes(streams, { afterSeq: after, limit: PAGE })
    : source.entriesAfter(after, PAGE);
}
