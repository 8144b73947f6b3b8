/** Ledgers as somebody could write them who holds the database and every key: chained anew and signed anew. */
import { canonicalize, CHAIN_START, entryHash, type NoteSigner } from '../../../libs/audit';
import type { EvidenceScope } from '../../../libs/evidence';
import { memoryEvidence, type MemoryLedger } from '../../support/memory-evidence';
import { playedLedger } from '../../support/played-entries';
import { writtenBundle } from '../../support/written-bundle';

/** An entry as JSON, to be altered at will. */
export type Loose = {
  id: string;
  type: string;
  subject: string;
  streamversion: number;
  prevhash: string;
  correlationid: string;
  causationid?: string;
  recordedat: string;
  time: string;
  source: string;
  deciders: string;
  // What stands in it is every row's own business.
  // oxlint-disable-next-line typescript/no-explicit-any
  data: any;
};

export const ALL: EvidenceScope = { kind: 'all' };
export const D07: EvidenceScope = { kind: 'directive', directive: 'd-07' };

export const played = playedLedger();

export const loose = (ledger: MemoryLedger = played): Loose[] =>
  ledger.entries.map((bytes) => JSON.parse(bytes) as Loose);

export const isCommand = (entry: Loose): boolean => entry.type.includes('.command.');

/** Every entry names the hash of the one before it in its stream. */
export function chained(entries: readonly Loose[]): string[] {
  const last = new Map<string, string>();
  return entries.map((entry) => {
    const bytes = canonicalize({ ...entry, prevhash: last.get(entry.subject) ?? CHAIN_START });
    last.set(entry.subject, entryHash(bytes));
    return bytes;
  });
}

/** Versions and ids from 1 again, in every stream; events lead to the command before them. */
export function renumbered(entries: readonly Loose[]): Loose[] {
  const versions = new Map<string, number>();
  const commands = new Map<string, string>();
  return entries.map((entry) => {
    const { subject } = entry;
    const streamversion = (versions.get(subject) ?? 0) + 1;
    versions.set(subject, streamversion);
    const id = `${subject}@${streamversion}`;
    if (isCommand(entry)) commands.set(subject, id);
    const cause = isCommand(entry) ? {} : { causationid: commands.get(subject) ?? id };
    return { ...entry, ...cause, id, streamversion };
  });
}

export async function bundleOf(ledger: MemoryLedger, scope: EvidenceScope = ALL): Promise<Buffer> {
  return (await writtenBundle(memoryEvidence(ledger), scope)).zip;
}

/** Whatever it says, signed with the right keys; checkpoints where they were, the last over all of it. */
export async function signed(
  entries: readonly string[],
  scope: EvidenceScope = ALL,
  more: Partial<MemoryLedger> = {},
): Promise<Buffer> {
  const before = (played.checkpoints ?? []).filter((it) => it < entries.length);
  return bundleOf({ ...played, entries, checkpoints: [...before, entries.length], ...more }, scope);
}

export const keyOf = (signer: NoteSigner): string => signer.key.text;
