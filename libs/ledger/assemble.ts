/**
 * From decisions to the lines of the book: envelope, canonical bytes, hash and chain. The same decisions on the same
 * place at the same instant have the same bytes, so a repeat can be told from another decision.
 */
import { canonicalize, entryHash } from '../audit';
import {
  commandEnvelope,
  eventEnvelope,
  type Envelope,
  type Place,
  type Recorder,
} from '../contracts';
import type { Decided } from '../domain';
import { Failure } from './failure';
import { ENTRY_LIMIT_BYTES } from './ledger';

export type Line = {
  readonly version: number;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
  readonly isCommand: boolean;
};

/**
 * Line after line, so that the first are on their way while the next are made.
 * @param place where the first line stands
 */
export function* assemble(
  decided: readonly Decided[],
  place: Place,
  by: Recorder,
): Generator<Line, void> {
  let { version, prevHash } = place;
  const line = (envelope: Envelope, isCommand: boolean): Line => {
    const bytes = canonicalize(envelope);
    refuseTooLarge(bytes, envelope);
    const hash = entryHash(bytes);
    const made = { version, type: envelope.type, bytes, hash, isCommand };
    version += 1;
    prevHash = hash;
    return made;
  };
  for (const one of decided) {
    const cause = version;
    yield line(commandEnvelope(one, { version, prevHash }, by), true);
    for (const event of one.decision.ok ? one.decision.events : []) {
      const standing = { place: { version, prevHash }, cause, by };
      yield line(eventEnvelope(event, one.command, standing), false);
    }
  }
}

/** How many lines they become. */
export function linesOf(decided: readonly Decided[]): number {
  return decided.reduce(
    (sum, { decision }) => sum + (decision.ok ? decision.events.length : 0),
    decided.length,
  );
}

function refuseTooLarge(bytes: string, { subject, type }: Envelope): void {
  const size = Buffer.byteLength(bytes, 'utf8');
  if (size <= ENTRY_LIMIT_BYTES) return;
  throw new Failure(
    'entry.too-large',
    `an entry of ${subject} (${type}) has ${size} bytes, ${ENTRY_LIMIT_BYTES} are allowed: ` +
      `put texts and files into the content store and name them by SHA-256, or split the set into shards`,
  );
}
