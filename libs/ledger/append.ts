/**
 * The appender. Concurrent recordings share one transaction: advisory lock, then in a *separate* READ COMMITTED
 * statement the heads of the book and of the streams, then number, chain, insert, commit. So the sequence has no gaps
 * and is visible in its order: whoever reads `seq > cursor` loses nothing.
 */
import type { Pool, PoolClient } from 'pg';
import { CHAIN_START } from '../audit';
import { decidedOf } from '../contracts';
import type { Decided, Instant } from '../domain';
import { assemble, type Line } from './assemble';
import { createBatcher, type Settled } from './batcher';
import { entryOf, type EntryRow } from './entries';
import { checkedInstant } from './checked-instant';
import { Failure } from './failure';
import type { Entry, Recording } from './ledger';
import { writeGroup, type Accepted, type Book } from './append-write';
import { inLedgerTransaction } from './transaction';

export type Appended =
  | { readonly recorded: true; readonly version: number }
  | { readonly recorded: false; readonly version: number; readonly tail: Decided[] };

/** Held from before the heads are read until commit: one appender at a time in the whole deployment. */
const LOCK = 'SELECT pg_advisory_xact_lock(7406000, 1)';
const GROUP_LIMIT = 100;

const BOOK = `
  SELECT coalesce(last.seq, 0) AS seq, d.id AS "deploymentId",
         work.instant(greatest(work.deployment_now(), last.recorded_at)) AS at
  FROM work.deployment AS d
  LEFT JOIN LATERAL (SELECT seq, recorded_at FROM ledger.entries ORDER BY seq DESC LIMIT 1) AS last ON true`;

const HEADS = `
  SELECT s.stream, e.version, e.hash
  FROM unnest($1::text[]) AS s (stream)
  CROSS JOIN LATERAL (
    SELECT version, hash FROM ledger.entries WHERE stream = s.stream ORDER BY version DESC LIMIT 1) AS e`;

const TAILS = `
  SELECT e.seq, e.stream, e.version, e.id, e.type, e.bytes, e.hash
  FROM unnest($1::text[], $2::int[]) AS s (stream, expected)
  JOIN ledger.entries AS e ON e.stream = s.stream AND e.version > s.expected
  ORDER BY e.stream, e.version`;

const LOGGED = `SELECT id, decided_at IS NOT NULL AS decided FROM work.command_log WHERE id = ANY ($1::text[])`;

export function createAppender(pool: Pool): (recording: Recording) => Promise<Appended> {
  return createBatcher<Recording, Appended>({
    limit: GROUP_LIMIT,
    keyOf: (recording) => recording.stream,
    run: (group) => inLedgerTransaction(pool, (client) => append(client, group), LOCK),
  });
}

type Head = { readonly version: number; readonly hash: string };

async function append(
  client: PoolClient,
  group: readonly Recording[],
): Promise<Settled<Appended>[]> {
  const book = await readBook(client);
  const heads = await readHeads(client, group);
  const headOf = ({ stream }: Recording) => heads.get(stream) ?? { version: 0, hash: CHAIN_START };
  const tails = await readTails(
    client,
    group.filter((recording) => headOf(recording).version > recording.expected),
  );
  const logged = await readLogged(client, group);
  const accepted: Accepted[] = [];
  const answers = group.map((recording): Settled<Appended> => {
    try {
      const judged = judge(recording, {
        book,
        head: headOf(recording),
        tail: tails.get(recording.stream) ?? [],
        logged,
      });
      if ('answer' in judged) return { value: judged.answer };
      accepted.push(judged);
      return { value: { recorded: true, version: recording.expected + judged.lines.length } };
    } catch (error) {
      return { error };
    }
  });
  if (accepted.length > 0) await writeGroup(client, accepted, book);
  return answers;
}

type Standing = {
  readonly book: Book;
  readonly head: Head;
  /** What the ledger holds after the expected version. */
  readonly tail: readonly Entry[];
  /** The commands of the group that are in the log, and whether they are decided. */
  readonly logged: ReadonlyMap<string, boolean>;
};

function judge(recording: Recording, standing: Standing): Accepted | { answer: Appended } {
  const { stream, expected, decided } = recording;
  const { head, tail, logged, book } = standing;
  if (recording.nextAt !== null) checkedInstant(recording.nextAt, `the next wake-up of ${stream}`);
  for (const { command } of decided) {
    if (command.stream !== stream) {
      throw new Error(`command ${command.id} of ${command.stream} was recorded in ${stream}`);
    }
  }
  if (head.version < expected) {
    return { answer: { recorded: false, version: head.version, tail: [] } };
  }
  if (head.version > expected) return { answer: afterTheFact(recording, standing) };
  const asked = decided.filter(({ command }) => command.type !== 'WakeUp');
  for (const { command } of asked) {
    if (!logged.has(command.id)) throw notAccepted(command.id, stream);
  }
  if (asked.some(({ command }) => logged.get(command.id) === true)) {
    return { answer: { recorded: false, version: head.version, tail: tailOf(tail) } };
  }
  const place = { version: expected + 1, prevHash: head.hash };
  return { recording, lines: linesAt(recording, { book, place, at: book.at }) };
}

/** The stream has moved on: either by this very recording (its answer was lost), or by another. */
function afterTheFact(recording: Recording, { tail, head, book }: Standing): Appended {
  const { expected, decided } = recording;
  const first = tail[0]?.envelope;
  if (first !== undefined && decided.length > 0) {
    const place = { version: expected + 1, prevHash: first.prevhash };
    const lines = linesAt(recording, { book, place, at: first.recordedat });
    if (lines.every((line, index) => line.bytes === tail[index]?.bytes)) {
      return { recorded: true, version: expected + lines.length };
    }
  }
  return { recorded: false, version: head.version, tail: tailOf(tail) };
}

function linesAt(
  { decided, decidersHash }: Recording,
  { book, place, at }: { book: Book; place: { version: number; prevHash: string }; at: Instant },
): Line[] {
  return assemble(decided, place, {
    deploymentId: book.deploymentId,
    recordedAt: at,
    decidersHash,
  });
}

function tailOf(entries: readonly Entry[]): Decided[] {
  return decidedOf(entries.map((entry) => entry.envelope));
}

function notAccepted(id: string, stream: string): Failure {
  return new Failure(
    'command.not-accepted',
    `command ${id} of ${stream} is not in the command log: a command is accepted before it is decided; ` +
      `after a restore, start all runs again from the ledger`,
  );
}

async function readBook(client: PoolClient): Promise<Book> {
  const { rows } = await client.query<{ seq: string; at: Instant; deploymentId: string }>(BOOK);
  const [row] = rows;
  if (row === undefined) {
    throw new Failure(
      'deployment.unstamped',
      'the database is not stamped: run the migration first',
    );
  }
  return { ...row, seq: Number(row.seq) };
}

async function readHeads(
  client: PoolClient,
  group: readonly Recording[],
): Promise<Map<string, Head>> {
  const { rows } = await client.query<Head & { stream: string }>(HEADS, [
    group.map((recording) => recording.stream),
  ]);
  return new Map(rows.map((row) => [row.stream, row]));
}

async function readTails(
  client: PoolClient,
  moved: readonly Recording[],
): Promise<Map<string, Entry[]>> {
  const tails = new Map<string, Entry[]>();
  if (moved.length === 0) return tails;
  const { rows } = await client.query<EntryRow>(TAILS, [
    moved.map((recording) => recording.stream),
    moved.map((recording) => recording.expected),
  ]);
  for (const row of rows) {
    tails.set(row.stream, [...(tails.get(row.stream) ?? []), entryOf(row)]);
  }
  return tails;
}

async function readLogged(
  client: PoolClient,
  group: readonly Recording[],
): Promise<Map<string, boolean>> {
  const ids = group.flatMap(({ decided }) => decided.map(({ command }) => command.id));
  const { rows } = await client.query<{ id: string; decided: boolean }>(LOGGED, [ids]);
  return new Map(rows.map((row) => [row.id, row.decided]));
}
