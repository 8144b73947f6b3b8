/** The tree and its checkpoints as they lie in PostgreSQL: reading for proofs, and what the checkpointer alone writes. */
import type { Pool, PoolClient } from 'pg';
import type { Hash, Head, NewNode, TreeNode } from '../audit';
import { inStreamOrder, readNote, rootOfLeaves, TILE_HEIGHT } from '../audit';
import type { Instant } from '../domain';
import type { AuditTrail, SigningKey, StoredCheckpoint } from './audit-trail';
import { Failure } from './failure';
import { inLedgerTransaction, rowsOf } from './transaction';

const CHECKPOINT = `
  c.size, work.instant(c.recorded_at) AS "recordedAt",
  c.note || coalesce((SELECT string_agg(s.line || E'\\n', '' ORDER BY s.witness)
                      FROM ledger.cosignatures AS s WHERE s.size = c.size), '') AS note`;

const HASH_BYTES = 32;

type CheckpointRow = Omit<StoredCheckpoint, 'size'> & { readonly size: string };

const checkpointOf = (row: CheckpointRow): StoredCheckpoint => ({ ...row, size: Number(row.size) });

export function createAuditTrail(pool: Pool): AuditTrail {
  const one = async (rest: string, values: unknown[] = []) => {
    const text = `SELECT ${CHECKPOINT} FROM ledger.checkpoints AS c ${rest} LIMIT 1`;
    const [row] = await rowsOf<CheckpointRow>(pool, text, values);
    return row === undefined ? null : checkpointOf(row);
  };
  return {
    latestCheckpoint: () => one('ORDER BY c.size DESC'),
    checkpointOver: (size) => one('WHERE c.size >= $1 ORDER BY c.size', [size]),
    checkpointsBefore: (instants) => checkpointsBefore(pool, instants),
    signingKeys: () => signingKeys(pool),
    treeHashes: (nodes) => treeHashes(pool, nodes),
    leafHashes: (from, to) => leafHashes(pool, from, to),
    headsAt: (size) => headsAt(pool, size),
  };
}

async function checkpointsBefore(
  pool: Pool,
  instants: readonly Instant[],
): Promise<StoredCheckpoint[]> {
  const rows = await rowsOf<CheckpointRow>(
    pool,
    `SELECT ${CHECKPOINT} FROM ledger.checkpoints AS c
     WHERE c.size IN (
       SELECT b.size FROM unnest($1::timestamptz[]) AS i (at)
       CROSS JOIN LATERAL (SELECT size FROM ledger.checkpoints WHERE recorded_at < i.at
                           ORDER BY recorded_at DESC, size DESC LIMIT 1) AS b)
     ORDER BY c.size`,
    [instants],
  );
  return rows.map(checkpointOf);
}

type KeyRow = { key: string; from: string; to: string | null; note: string | null };

async function signingKeys(pool: Pool): Promise<SigningKey[]> {
  const rows = await rowsOf<KeyRow>(
    pool,
    `SELECT k.key, k.first_size AS from,
            (SELECT max(c.size) FROM ledger.checkpoints AS c WHERE c.size < k.next) AS to,
            (SELECT c.note FROM ledger.checkpoints AS c WHERE c.size = k.first_size) AS note
     FROM (SELECT key, first_size, lead(first_size) OVER (ORDER BY first_size) AS next
           FROM ledger.signing_keys) AS k
     ORDER BY k.first_size`,
  );
  return rows.map(({ key, from, to, note }, at) => ({
    ...{ key, from: Number(from), to: to === null ? null : Number(to) },
    ...(at > 0 && note !== null && !names(note, rows[at - 1]!.key) ? { beginsAnew: true } : {}),
  }));
}

/** Whether a signature line of the key, which reads name+id+…, stands under the note. */
function names(note: string, key: string): boolean {
  return readNote(note).signatures.some(({ name, id }) => key.startsWith(`${name}+${id}+`));
}

async function acceptedLoss(pool: Pool): Promise<number | null> {
  const [row] = await rowsOf<{ seq: string }>(
    pool,
    `SELECT seq FROM ledger.restores WHERE kind = 'loss-accepted' ORDER BY id DESC LIMIT 1`,
  );
  return row === undefined ? null : Number(row.seq);
}

/** A node between two kept levels is hashed again, from at most 128 of the level below it that is kept. */
async function treeHashes(pool: Pool, nodes: readonly TreeNode[]): Promise<Hash[]> {
  const widths = nodes.map(({ level }) => 2 ** (level % TILE_HEIGHT));
  const rows = await rowsOf<{ hashes: Buffer | null }>(
    pool,
    `SELECT (SELECT string_agg(t.hash, '' ORDER BY t.place) FROM ledger.tree AS t
             WHERE t.level = n.level AND t.place >= n.place AND t.place < n.place + n.width) AS hashes
     FROM unnest($1::smallint[], $2::bigint[], $3::bigint[]) WITH ORDINALITY AS n (level, place, width, nth)
     ORDER BY n.nth`,
    [
      nodes.map(({ level }) => level - (level % TILE_HEIGHT)),
      nodes.map(({ index }, at) => index * widths[at]!),
      widths,
    ],
  );
  return rows.map(({ hashes }, at) => {
    if (hashes?.length !== widths[at]! * HASH_BYTES) incomplete(nodes[at]!);
    return rootOfLeaves(cut(hashes));
  });
}

function cut(hashes: Buffer): Hash[] {
  const count = hashes.length / HASH_BYTES;
  return Array.from({ length: count }, (_, at) =>
    hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES),
  );
}

async function leafHashes(pool: Pool, from: number, to: number): Promise<Hash[]> {
  const rows = await rowsOf<{ place: string; hash: Buffer }>(
    pool,
    `SELECT place, hash FROM ledger.tree WHERE level = 0 AND place >= $1 AND place < $2 ORDER BY place`,
    [from, to],
  );
  for (let at = 0; at < to - from; at += 1) {
    if (Number(rows[at]?.place) !== from + at) incomplete({ level: 0, index: from + at });
  }
  return rows.map(({ hash }) => hash);
}

function incomplete({ level, index }: TreeNode): never {
  throw new Failure(
    'tree.incomplete',
    `the tree has no node ${index} of level ${level}: the checkpointer has not come so far, or it was removed`,
    {
      nextStep:
        'look whether the checkpointer runs; if it has signed beyond that place, somebody removed it: ' +
        'compare with a backup and with a checkpoint kept elsewhere (docs/audit.md)',
    },
  );
}

/** The leaf of a head is the one that was put into the tree when the entry was new. */
async function headsAt(pool: Pool, size: number): Promise<Head[]> {
  const rows = await rowsOf<Head>(
    pool,
    `SELECT h.stream, h.version, t.hash AS leaf
     FROM (SELECT DISTINCT ON (stream) stream, version, seq FROM ledger.entries
           WHERE seq <= $1 ORDER BY stream, version DESC) AS h
     JOIN ledger.tree AS t ON t.level = 0 AND t.place = h.seq - 1`,
    [size],
  );
  return rows.toSorted((a, b) => inStreamOrder(a.stream, b.stream));
}

/** An entry as the tree takes it: the hash of its bytes, made where they lie. */
export type TreeEntry = {
  readonly seq: number;
  readonly stream: string;
  readonly version: number;
  readonly leaf: Hash;
  readonly recordedAt: Instant;
};

export type NewCheckpoint = StoredCheckpoint & {
  /** Given with the first checkpoint that is signed with it. */
  readonly newKey: string | null;
  /** Who holds the lease {@link CHECKPOINTER_LEASE}: asked and locked in the same transaction. */
  readonly holder: string;
};

/** One checkpointer writes at a time. */
export const CHECKPOINTER_LEASE = 'checkpointer';

/** The pen of the checkpointer: everything is added once and never changed. */
export interface TreeBook {
  /** Leaves that are there. */
  size(): Promise<number>;
  entriesAfter(seq: number, limit: number): Promise<TreeEntry[]>;
  /** Keeps those of every eighth level. */
  grow(nodes: readonly NewNode[]): Promise<void>;
  /** The last entry that was there when an operator last accepted the loss of those behind it; null when none ever did. */
  acceptedLoss(): Promise<number | null>;
  /** @throws Failure `checkpoint.lease-lost`, `checkpoint.another` when another one of that size is there */
  keepCheckpoint(checkpoint: NewCheckpoint): Promise<void>;
  /** The first line of a witness for a size stays. */
  keepCosignature(size: number, witness: string, line: string): Promise<void>;
}

export function createTreeBook(pool: Pool): TreeBook {
  return {
    async size() {
      const [row] = await rowsOf<{ size: string }>(
        pool,
        `SELECT coalesce(max(place) + 1, 0) AS size FROM ledger.tree WHERE level = 0`,
      );
      return Number(row!.size);
    },
    async entriesAfter(seq, limit) {
      const rows = await rowsOf<Omit<TreeEntry, 'seq'> & { seq: string }>(
        pool,
        `SELECT seq, stream, version, work.instant(recorded_at) AS "recordedAt",
                pg_catalog.sha256('\\x00'::bytea || convert_to(bytes, 'UTF8')) AS leaf
         FROM ledger.entries WHERE seq > $1 ORDER BY seq LIMIT $2`,
        [seq, limit],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
    async grow(nodes) {
      const kept = nodes.filter(({ level }) => level % TILE_HEIGHT === 0);
      await rowsOf(
        pool,
        `INSERT INTO ledger.tree (level, place, hash)
         SELECT level, place, substr($3::bytea, nth::int * ${HASH_BYTES} - ${HASH_BYTES - 1}, ${HASH_BYTES})
         FROM unnest($1::smallint[], $2::bigint[]) WITH ORDINALITY AS n (level, place, nth)`,
        [
          kept.map(({ level }) => level),
          kept.map(({ index }) => index),
          Buffer.concat(kept.map(({ hash }) => hash)),
        ],
      );
    },
    acceptedLoss: () => acceptedLoss(pool),
    keepCheckpoint: (checkpoint) =>
      inLedgerTransaction(pool, (client) => keepCheckpoint(client, checkpoint)),
    async keepCosignature(size, witness, line) {
      await rowsOf(
        pool,
        `INSERT INTO ledger.cosignatures (size, witness, line) VALUES ($1, $2, $3)
         ON CONFLICT (size, witness) DO NOTHING`,
        [size, witness, line],
      );
    },
  };
}

async function keepCheckpoint(
  client: PoolClient,
  { size, note, recordedAt, newKey, holder }: NewCheckpoint,
): Promise<void> {
  const { rowCount: held } = await client.query(
    `SELECT 1 FROM work.leases WHERE name = $1 AND holder = $2 AND until > clock_timestamp() FOR UPDATE`,
    [CHECKPOINTER_LEASE, holder],
  );
  if (held === 0) {
    throw new Failure('checkpoint.lease-lost', 'another checkpointer has taken over meanwhile', {
      nextStep: 'nothing: that one signs',
    });
  }
  if (newKey !== null) {
    await client.query(
      `INSERT INTO ledger.signing_keys (key, first_size) VALUES ($1, $2) ON CONFLICT (key) DO NOTHING`,
      [newKey, size],
    );
  }
  await client.query(
    `INSERT INTO ledger.checkpoints (size, note, recorded_at) VALUES ($1, $2, $3)
     ON CONFLICT (size) DO NOTHING`,
    [size, note, recordedAt],
  );
  const { rows } = await client.query<{ note: string }>(
    `SELECT note FROM ledger.checkpoints WHERE size = $1`,
    [size],
  );
  if (rows[0]?.note === note) return;
  throw new Failure('checkpoint.another', `there is another checkpoint of ${size} entries`, {
    nextStep: 'let one checkpointer run, with one key: it goes on with the next entries',
  });
}
