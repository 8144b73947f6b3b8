/**
 * From decisions to the lines of the book: envelope, canonical bytes, hash and chain. The same decisions on the same
 * place at the same instant have the same bytes, so a repeat can be told from another decision.
 */
import { canonicalize, entryHash } from '../audit';
import {
  commandEnvelope,
  entryId,
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
  readonly id: string;
  readonly type: string;
  readonly bytes: string;
  readonly hash: string;
  readonly isCommand: boolean;
};

/** @param place where the first line stands */
export function assemble(decided: readonly Decided[], place: Place, by: Recorder): Line[] {
  const lines: Line[] = [];
  let { version, prevHash } = place;
  const push = (envelope: Envelope, isCommand: boolean) => {
    const bytes = canonicalize(envelope);
    refuseTooLarge(bytes, envelope);
    const hash = entryHash(bytes);
    const { subject, type } = envelope;
    lines.push({ version, id: entryId(subject, version), type, bytes, hash, isCommand });
    version += 1;
    prevHash = hash;
  };
  for (const one of decided) {
    const cause = version;
    push(commandEnvelope(one, { version, prevHash }, by), true);
    for (const event of one.decision.ok ? one.decision.events : []) {
      push(eventEnvelope(event, one.command, { place: { version, prevHash }, cause, by }), false);
    }
  }
  return lines;
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
