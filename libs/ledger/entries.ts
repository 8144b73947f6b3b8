/** Reading the book: by sequence, by stream, by prefix. `seq > cursor` loses nothing, since the sequence has no gaps. */
import type { Pool } from 'pg';
import { decidedOf, type Envelope } from '../contracts';
import type { Entry, LoadedRange } from './ledger';
import { rowsOf } from './transaction';

const COLUMNS = `seq, stream, version, id, type, bytes, hash`;

export type EntryRow = Omit<Entry, 'envelope' | 'seq'> & { seq: string };

export function entryOf(row: EntryRow): Entry {
  return { ...row, seq: Number(row.seq), envelope: JSON.parse(row.bytes) as Envelope };
}

export async function entriesAfter(pool: Pool, seq: number, limit: number): Promise<Entry[]> {
  const rows = await rowsOf<EntryRow>(
    pool,
    `SELECT ${COLUMNS} FROM ledger.entries WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [seq, limit],
  );
  return rows.map(entryOf);
}

export async function entriesOfStream(
  pool: Pool,
  stream: string,
  { from = 1, to = 2147483647 }: { from?: number; to?: number } = {},
): Promise<Entry[]> {
  const rows = await rowsOf<EntryRow>(
    pool,
    `SELECT ${COLUMNS} FROM ledger.entries
     WHERE stream = $1 AND version BETWEEN $2 AND $3 ORDER BY version`,
    [stream, from, to],
  );
  return rows.map(entryOf);
}

/** `0` is the character after `/`: the range holds exactly the streams under the prefix. */
function under(prefixes: readonly string[], before: number): string {
  const places = prefixes.map((_prefix, at) => `$${at + before + 1}::text`);
  return places
    .map((p) => `stream = ${p} OR stream >= ${p} || '/' AND stream < ${p} || '0'`)
    .join(' OR ');
}

export async function entriesOfPrefixes(
  pool: Pool,
  prefixes: readonly string[],
  { afterSeq = 0, limit = 1000 }: { afterSeq?: number; limit?: number } = {},
): Promise<Entry[]> {
  const rows = await rowsOf<EntryRow>(
    pool,
    `SELECT ${COLUMNS} FROM ledger.entries
     WHERE seq > $1 AND (${under(prefixes, 2)}) ORDER BY seq LIMIT $2`,
    [afterSeq, limit, ...prefixes],
  );
  return rows.map(entryOf);
}

export async function sequencesUnder(
  pool: Pool,
  prefixes: readonly string[],
  last: number,
): Promise<number[]> {
  const rows = await rowsOf<{ seq: string }>(
    pool,
    `SELECT seq FROM ledger.entries WHERE seq <= $1 AND (${under(prefixes, 1)}) ORDER BY seq`,
    [last, ...prefixes],
  );
  return rows.map(({ seq }) => Number(seq));
}

export async function entriesAt(pool: Pool, sequences: readonly number[]): Promise<Entry[]> {
  const rows = await rowsOf<EntryRow>(
    pool,
    `SELECT ${COLUMNS} FROM ledger.entries WHERE seq = ANY($1::bigint[]) ORDER BY seq`,
    [sequences],
  );
  return rows.map(entryOf);
}

export async function lastSeq(pool: Pool): Promise<number> {
  const [row] = await rowsOf<{ seq: string }>(
    pool,
    `SELECT coalesce(max(seq), 0) AS seq FROM ledger.entries`,
  );
  return Number(row!.seq);
}

/** Ends where a decision ends: at the entry before the first command beyond the limit. */
const LAST_OF_RANGE = `
  SELECT coalesce(
    (SELECT min(version) - 1 FROM ledger.entries
     WHERE stream = $1 AND version > greatest($2::int + $3::int, $2::int + 1) AND type LIKE '%.command.%'),
    (SELECT max(version) FROM ledger.entries WHERE stream = $1), 0) AS last,
    (SELECT coalesce(max(version), 0) FROM ledger.entries WHERE stream = $1) AS head`;

export async function loadRange(
  pool: Pool,
  stream: string,
  { afterVersion, limit }: { afterVersion: number; limit: number },
): Promise<LoadedRange> {
  const [range] = await rowsOf<{ last: number; head: number }>(pool, LAST_OF_RANGE, [
    stream,
    afterVersion,
    limit,
  ]);
  const { last, head } = range!;
  const entries = await entriesOfStream(pool, stream, { from: afterVersion + 1, to: last });
  return {
    decided: decidedOf(entries.map((entry) => entry.envelope)),
    version: entries.at(-1)?.version ?? Math.min(afterVersion, head),
    more: last < head,
  };
}

/** Directives on which a legal hold was ever placed, standing or not. */
export async function streamsEverHeld(pool: Pool): Promise<readonly string[]> {
  const rows = await rowsOf<{ stream: string }>(
    pool,
    `SELECT DISTINCT stream FROM ledger.entries WHERE type = 'dondoc.directive.LegalHoldPlaced.v1' ORDER BY 1`,
  );
  return rows.map(({ stream }) => stream);
}

/** Whether an entry of the stream, or of one under it, names the personal value: whose mail is told of too. */
export async function isNamedUnder(pool: Pool, stream: string, token: string): Promise<boolean> {
  const [found] = await rowsOf(
    pool,
    `SELECT 1 FROM ledger.entries
     WHERE (stream = $1 OR stream >= $1 || '/' AND stream < $1 || '0') AND position('"' || $2 || '"' IN bytes) > 0
     LIMIT 1`,
    [stream, token],
  );
  return found !== undefined;
}

/** Personal values stand in commendations and in contacts of units, and nowhere else. */
export async function streamsNaming(pool: Pool, token: string): Promise<readonly string[]> {
  const rows = await rowsOf<{ stream: string }>(
    pool,
    `SELECT DISTINCT stream FROM ledger.entries
     WHERE (stream = 'org' OR stream > 'commendation/' AND stream < 'commendation0')
       AND type NOT LIKE '%.command.%' AND position('"' || $1 || '"' IN bytes) > 0 ORDER BY 1`,
    [token],
  );
  return rows.map(({ stream }) => stream);
}
