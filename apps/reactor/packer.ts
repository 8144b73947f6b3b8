/**
 * Makes the pack of a review when its cut-off is reached: from the ledger alone, everything of the directive that was
 * recorded by the instant at which the cut-off was. Invariant: the same entries give the same bytes, so a repeat puts the
 * same content and asks the same command. Its cursor moves after the command is durable.
 *
 * On a wall clock an instant is over before its pack is made. On a told clock the instant lasts until somebody tells the
 * next: so it waits until nothing is undecided, no wake-up is due and every reaction has been asked.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isSettled, type BatchHandler, type BusLog } from '../../libs/bus';
import { canonicalize } from '../../libs/audit';
import { reactionId, type WayIn } from '../../libs/commands';
import { shortType, storedEvent } from '../../libs/contracts';
import {
  addToSources,
  directiveStream,
  NO_SOURCES,
  parseReviewStream,
  REACTOR,
  reviewPack,
  type Event,
  type PackRef,
  type PackSources,
  type Stored,
} from '../../libs/domain';
import type { Entry, Ledger } from '../../libs/ledger';
import { isFailure } from '../../libs/service';

export const PACKER_CONSUMER = 'packer';

const REVIEW_PACK = 'application/json';
const NAME = 'freezes-review-pack';
const PAGE = 2_000;
/** No recording takes so long between reading the clock and its commit: what bears this instant is in the book by then. */
const RECORDING_MS = 2_000;
/** Between two looks whether the instant is over. */
const LOOK_MS = 20;
const LONGEST_PAUSE_MS = 10_000;

export type PackerDeps = {
  readonly ledger: Ledger;
  readonly wayIn: Pick<WayIn, 'ask'>;
  readonly logger: BusLog;
  /** The consumer whose reactions belong to the same instant. */
  readonly reactor: string;
  readonly signal: AbortSignal;
};

export function createPacker(deps: PackerDeps): BatchHandler {
  const { ledger, wayIn, logger } = deps;
  return async (entries) => {
    const last = entries.at(-1);
    if (last === undefined) return;
    const cursor = await ledger.cursor(PACKER_CONSUMER);
    for (const entry of entries) {
      if (entry.seq <= cursor || shortType(entry.type) !== 'ReviewCutOffReached') continue;
      if (!(await instantIsOver(deps, entry))) return;
      const pack = await makePack(deps, entry);
      if (pack === null) return;
      await wayIn.ask([freezing(entry, pack)]);
      logger.info({ stream: entry.stream, ...pack }, 'a review pack was made');
    }
    await ledger.moveCursor(null, PACKER_CONSUMER, last.seq);
  };
}

function freezing({ id, stream, envelope }: Entry, pack: PackRef) {
  return {
    id: reactionId(id, NAME, stream, 0),
    stream,
    type: 'FreezeReviewPack',
    data: pack,
    actor: REACTOR,
    effectiveAt: envelope.time,
    causedBy: id,
  };
}

/** Null when it was stopped meanwhile. */
async function makePack(deps: PackerDeps, entry: Entry): Promise<PackRef | null> {
  const { ledger } = deps;
  const { stream, envelope } = entry;
  const { directive, review } = parseReviewStream(stream)!;
  const asOf = envelope.recordedat;
  const sources = await sourcesOf(ledger, directiveStream(directive), entry);
  const pack = reviewPack(sources, review, asOf);
  if (pack === null)
    throw new Error(`${stream} reached its cut-off and the ledger holds no such review`);
  const bytes = new TextEncoder().encode(canonicalize(pack));
  const kept = await keep(deps, bytes);
  return kept && { sha256: kept.sha256, size: kept.size, asOf };
}

/** A store of the bytes that is away, or refuses us, holds up the packs and nothing else. */
async function keep({ ledger, logger, signal }: PackerDeps, bytes: Uint8Array) {
  for (let pauseMs = 500; !signal.aborted; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await ledger.putContent(bytes, REVIEW_PACK);
    } catch (err) {
      if (!isOfObjectStore(err)) throw err;
      logger.warn({ err, pauseMs }, 'a review pack cannot be kept: trying again');
      await pause(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }
  return null;
}

function isOfObjectStore(thrown: unknown): boolean {
  return isFailure(thrown) && thrown.code.startsWith('s3.');
}

type History = { version: number; readonly events: Stored<Event>[] };

/** Instants of recording never fall along the book: what lies behind the first later entry is later, too. */
async function sourcesOf(ledger: Ledger, prefix: string, cutOff: Entry): Promise<PackSources> {
  const histories = new Map<string, History>();
  let afterSeq = 0;
  for (;;) {
    const page = await ledger.entriesOfPrefixes([prefix], { afterSeq, limit: PAGE });
    const known = page.filter(({ envelope }) => envelope.recordedat <= cutOff.envelope.recordedat);
    for (const entry of known) if (!isOfFreezing(entry, cutOff)) add(histories, entry);
    afterSeq = page.at(-1)?.seq ?? afterSeq;
    if (page.length < PAGE || known.length < page.length) break;
  }
  return [...histories].reduce(
    (sources, [stream, history]) => addToSources(sources, { stream, ...history }),
    NO_SOURCES,
  );
}

/** What the freezing of this very pack has left in the review's stream, when the pack is made a second time. */
function isOfFreezing({ stream, version }: Entry, cutOff: Entry): boolean {
  return stream === cutOff.stream && version > cutOff.version;
}

function add(histories: Map<string, History>, { stream, version, envelope }: Entry): void {
  const history = histories.get(stream) ?? { version, events: [] };
  history.version = version;
  const event = storedEvent(envelope);
  if (event !== null) history.events.push(event);
  histories.set(stream, history);
}

/** False when it was stopped meanwhile: the cursor stays, and the next start makes the pack. */
async function instantIsOver(
  { ledger, reactor, signal }: PackerDeps,
  { envelope }: Entry,
): Promise<boolean> {
  const { clock } = await ledger.deployment();
  const isOver = async () => {
    const now = await ledger.now();
    if (clock === 'wall') return Date.parse(now) - Date.parse(envelope.recordedat) > RECORDING_MS;
    if (now > envelope.recordedat) return true;
    const counts = await ledger.pendingCounts();
    return isSettled(counts) && counts.lag[reactor] === 0;
  };
  while (!signal.aborted) {
    if (await isOver()) return true;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  return false;
}
