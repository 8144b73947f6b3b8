/**
 * A ledger in memory, as the writer of evidence sees it: canonical entries in order of sequence, the checkpoints that
 * were signed over them, contents by hash. What is odd about the entries stays odd: a test of the verifier wants it so.
 */
import {
  checkpointText,
  cosignatureLine,
  headHash,
  inStreamOrder,
  leafHash,
  noteOf,
  originOf,
  rootOfLeaves,
  sha256Hex,
  signatureLine,
  type Hash,
  type Head,
  type NoteSigner,
} from '../../libs/audit';
import type { Envelope } from '../../libs/contracts';
import type { EvidenceSource } from '../../libs/evidence';
import type { Entry, StoredCheckpoint } from '../../libs/ledger';

export type MemoryContent = { readonly mediaType: string; readonly bytes: Buffer };

export type MemoryLedger = {
  readonly deployment: string;
  readonly mode?: 'drill' | 'live';
  /** Canonical texts: entry N is `entries[N - 1]`. */
  readonly entries: readonly string[];
  /** In order of their use: each signs from the checkpoint of that size on, the first of a later one names it and is signed by both. */
  readonly keys: readonly { readonly signer: NoteSigner; readonly from: number }[];
  /** Sizes of the checkpoints, rising; one over everything when not said. */
  readonly checkpoints?: readonly number[];
  readonly witnesses?: readonly NoteSigner[];
  /** By SHA-256. */
  readonly contents?: ReadonlyMap<string, MemoryContent>;
};

export function memoryEvidence(ledger: MemoryLedger): EvidenceSource {
  const entries = ledger.entries.map(entryOf);
  const leaves = ledger.entries.map((bytes) => leafHash(bytes));
  const contents = ledger.contents ?? new Map<string, MemoryContent>();
  const headsAt = (size: number) => headsOf(entries.slice(0, size), leaves);
  const sizes = ledger.checkpoints ?? [entries.length];
  const signed = Promise.all(sizes.map((size) => checkpoint(ledger, { size, leaves, entries })));
  return {
    latestCheckpoint: async () => (await signed).at(-1) ?? null,
    checkpointOver: async (seq) => (await signed).find(({ size }) => size >= seq) ?? null,
    checkpointsBefore: async (instants) => {
      const all = await signed;
      const found = instants.map((at) => all.findLast(({ recordedAt }) => recordedAt < at));
      return all.filter((it) => found.includes(it));
    },
    signingKeys: async () =>
      ledger.keys.map(({ signer, from }, at) => ({
        key: signer.key.text,
        from,
        to: sizes.findLast((size) => size < (ledger.keys[at + 1]?.from ?? 0)) ?? null,
      })),
    treeHashes: async (nodes) =>
      nodes.map(({ level, index }) =>
        rootOfLeaves(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)),
      ),
    leafHashes: async (from, to) => leaves.slice(from, to),
    headsAt: async (size) => headsAt(size),
    entriesAfter: async (seq, limit) => entries.slice(seq, seq + limit),
    entriesAt: async (sequences) => sequences.map((seq) => entries[seq - 1]!),
    sequencesUnder: async (prefixes, last) =>
      entries
        .filter(({ seq, stream }) => seq <= last && prefixes.some((it) => isUnder(stream, it)))
        .map(({ seq }) => seq),
    getContent: async (sha256) => contents.get(sha256) ?? null,
    describeContent: async (sha256) => {
      const held = contents.get(sha256);
      return held === undefined ? null : { mediaType: held.mediaType, size: held.bytes.length };
    },
    deployment: async () => ({
      id: ledger.deployment,
      mode: ledger.mode ?? 'drill',
      clock: 'told',
      seed: null,
    }),
  };
}

function isUnder(stream: string, prefix: string): boolean {
  return stream === prefix || stream.startsWith(`${prefix}/`);
}

function entryOf(bytes: string, at: number): Entry {
  const envelope = JSON.parse(bytes) as Envelope;
  const { subject: stream, streamversion: version, id, type } = envelope;
  return { seq: at + 1, stream, version, id, type, bytes, envelope, hash: sha256Hex(bytes) };
}

function headsOf(entries: readonly Entry[], leaves: readonly Hash[]): Head[] {
  const last = new Map<string, Head>();
  for (const { stream, version, seq } of entries) {
    last.set(stream, { stream, version, leaf: leaves[seq - 1]! });
  }
  return [...last.values()].sort((a, b) => inStreamOrder(a.stream, b.stream));
}

async function checkpoint(
  { deployment, keys, witnesses = [] }: MemoryLedger,
  of: { size: number; leaves: readonly Hash[]; entries: readonly Entry[] },
): Promise<StoredCheckpoint> {
  const entries = of.entries.slice(0, of.size);
  const heads = headsOf(entries, of.leaves);
  const later = keys.find(({ from }, at) => at > 0 && from === of.size);
  const text = checkpointText({
    origin: originOf(deployment),
    size: of.size,
    root: rootOfLeaves(of.leaves.slice(0, of.size)),
    heads: { size: heads.length, root: rootOfLeaves(heads.map(headHash)) },
    ...(later === undefined ? {} : { nextKey: later.signer.key.text }),
  });
  const recordedAt = entries.at(-1)!.envelope.recordedat;
  const seconds = Math.floor(Date.parse(recordedAt) / 1000);
  const signing = keys.filter(
    ({ from }, at) => from <= of.size && (keys[at + 1]?.from ?? Infinity) >= of.size,
  );
  const lines = [
    ...(await Promise.all(signing.map(({ signer }) => signatureLine(text, signer)))),
    ...(await Promise.all(witnesses.map((it) => cosignatureLine(text, it, seconds)))),
  ];
  return { size: of.size, note: noteOf(text, lines), recordedAt };
}
