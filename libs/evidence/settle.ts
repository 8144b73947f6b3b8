/**
 * What a bundle is about, settled before its first byte: the checkpoint it stands on, and the entries in scope in pages.
 * Nothing behind that checkpoint is ever read, so the same bundle is made of the same entries for ever.
 */
import { readCheckpoint, readNote, type Checkpoint } from '../audit';
import { directiveStream, LOSSES_STREAM, ORG_STREAM } from '../domain';
import type { Deployment, Entry, SigningKey, StoredCheckpoint } from '../ledger';
import { failure } from '../service';
import { heldCheckpoints, readHeld, type Held, type HeldCheckpoint } from './held';
import { keysUnder, reachingTo } from './keys-under';
import type { EvidenceOptions, EvidenceScope, EvidenceSource } from './source';

export type Settled = {
  readonly source: EvidenceSource;
  readonly scope: EvidenceScope;
  readonly deployment: Deployment;
  readonly stored: StoredCheckpoint;
  readonly checkpoint: Checkpoint;
  readonly keys: readonly SigningKey[];
  /** Those that the asker holds. */
  readonly held: readonly HeldCheckpoint[];
  /** Prefixes whose streams are all in the bundle; `['']` of everything, none of a range. */
  readonly streams: readonly string[];
  /** Of a directive: its entries and those of its grounds, rising. Null where all of a span are meant. */
  readonly sequences: readonly number[] | null;
};

/** Whose entries a directive's decisions rest on, and what was lost of the ledger: some of it may have been the directive's. */
const GROUNDS = ['calendar', ORG_STREAM, 'policy', LOSSES_STREAM];

/** Entries read at once: of the largest they are 60 MB. */
const PAGE = 1_000;

/** @throws Failure `evidence.no-checkpoint`, `evidence.beyond`, `evidence.nothing`, `evidence.checkpoint-…` */
export async function settle(
  source: EvidenceSource,
  scope: EvidenceScope,
  { at, checkpoints = [] }: Pick<EvidenceOptions, 'at' | 'checkpoints'> = {},
): Promise<Settled> {
  const deployment = await source.deployment();
  const allKeys = await source.signingKeys();
  const given = checkpoints.map((note) => readHeld(note, deployment.id, allKeys));
  const stored = await checkpointFor(source, scope, { at, given });
  const checkpoint = readCheckpoint(readNote(stored.note).text);
  const used = keysUnder(checkpoint.size, allKeys);
  const held = await heldCheckpoints(source, given, used);
  const keys = reachingTo(held, used);
  const streams = streamsOf(scope);
  const sequences =
    scope.kind === 'directive' ? await source.sequencesUnder(streams, checkpoint.size) : null;
  const found = { stored, checkpoint, keys, held, streams, sequences };
  const settled = { source, scope, deployment, ...found };
  if (scope.kind === 'directive') await refuseEmpty(settled, scope.directive);
  return settled;
}

async function checkpointFor(
  source: EvidenceSource,
  scope: EvidenceScope,
  { at, given }: { readonly at: number | undefined; readonly given: readonly Held[] },
): Promise<StoredCheckpoint> {
  const latest = await source.latestCheckpoint();
  if (latest === null) throw noCheckpoint();
  const longest = Math.max(0, ...given.map((it) => it.checkpoint.size));
  if (longest > latest.size) throw newer(longest, latest.size);
  const to = scope.kind === 'range' ? scope.to : 0;
  const least = Math.max(at ?? 0, to);
  if (least > latest.size) throw beyond(least, latest.size);
  if (least === 0) return latest;
  return (await source.checkpointOver(Math.max(least, longest))) ?? latest;
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

function newer(held: number, size: number) {
  const error = failure(
    'evidence.checkpoint-newer',
    `the checkpoint you hold has ${held} entries, the last one here ${size}: ${held - size} are missing`,
    'ask again in a second; if it stays so, entries were removed: the checkpoint you hold proves it, keep it (docs/audit.md)',
  );
  return Object.assign(error, { params: { held, size } });
}

function streamsOf(scope: EvidenceScope): string[] {
  if (scope.kind === 'range') return [];
  return scope.kind === 'all' ? [''] : [directiveStream(scope.directive), ...GROUNDS];
}

async function refuseEmpty({ source, checkpoint }: Settled, directive: string): Promise<void> {
  const own = await source.sequencesUnder([directiveStream(directive)], checkpoint.size);
  // Behind a slash stands a part of a directive, which would pass for the whole.
  if (own.length > 0 && !directive.includes('/')) return;
  const error = failure(
    'evidence.nothing',
    `no entry of directive ${directive} is under the checkpoint of ${checkpoint.size} entries`,
    'check its id; if it was registered this very second, wait for the next checkpoint; or ask with a larger --at',
  );
  throw Object.assign(error, { params: { directive, size: checkpoint.size } });
}

/** Everything in scope, by sequence. While a page is worked on, the next one is on its way. */
export async function* pagesOf(settled: Settled): AsyncGenerator<readonly Entry[]> {
  const asked = settled.sequences === null ? pagesOfSpan(settled) : pagesAt(settled);
  let coming = asked.next();
  for (let page = await coming; !page.done; page = await coming) {
    coming = asked.next();
    // Whoever stops in between does not wait for it.
    coming.catch(() => undefined);
    if (page.value.length > 0) yield page.value;
  }
}

async function* pagesAt({ source, sequences }: Settled): AsyncGenerator<readonly Entry[]> {
  const all = sequences!;
  for (let from = 0; from < all.length; from += PAGE) {
    yield await source.entriesAt(all.slice(from, from + PAGE));
  }
}

async function* pagesOfSpan({
  source,
  scope,
  checkpoint,
}: Settled): AsyncGenerator<readonly Entry[]> {
  const last = scope.kind === 'range' ? scope.to : checkpoint.size;
  for (let after = scope.kind === 'range' ? scope.from - 1 : 0; after < last;) {
    const page = await source.entriesAfter(after, Math.min(PAGE, last - after));
    yield page.filter(({ seq }) => seq <= last);
    // Where an entry is missing, others came for it: go on behind the last of them.
    after = page.at(-1)?.seq ?? last;
  }
}
