/**
 * The appender. Concurrent recordings share one transaction: advisory lock, then in a *separate* READ COMMITTED
 * statement the heads of the book and of the streams, then number, chain, insert, commit. So the sequence has no gaps
 * and is visible in its order: whoever reads `seq > cursor` loses nothing.
 */
import type { Pool, PoolClient } from 'pg';
import { CHAIN_START } from '../audit';
import { decidedOf } from '../contracts';
import type { Decided, Instant } from '../domain';
import { assemble, linesOf, type Line } from './assemble';
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

/** What a group is judged by, in one look: the head of the book, of each stream, and the commands nobody may decide. */
const STANDING = `
  SELECT coalesce(last.seq, 0) AS seq, d.id AS "deploymentId",
         work.instant(greatest(work.deployment_now(), last.recorded_at)) AS at,
         (SELECT coalesce(json_object_agg(s.stream, json_build_object('version', e.version, 'hash', e.hash)), '{}')
          FROM unnest($1::text[]) AS s (stream)
          CROSS JOIN LATERAL (
            SELECT version, hash FROM ledger.entries WHERE stream = s.stream ORDER BY version DESC LIMIT 1) AS e) AS heads,
         coalesce(logged.missing, '{}') AS missing, coalesce(logged.already, '{}') AS already
  FROM work.deployment AS d
  LEFT JOIN LATERAL (SELECT seq, recorded_at FROM ledger.entries ORDER BY seq DESC LIMIT 1) AS last ON true
  CROSS JOIN LATERAL (
    SELECT array_agg(i.id) FILTER (WHERE c.id IS NULL) AS missing,
           array_agg(i.id) FILTER (WHERE c.decided_at IS NOT NULL) AS already
    FROM unnest($2::text[]) AS i (id) LEFT JOIN work.command_log AS c ON c.id = i.id) AS logged`;

const TAILS = `
  SELECT e.seq, e.stream, e.version, e.id, e.type, e.bytes, e.hash
  FROM unnest($1::text[], $2::int[]) AS s (stream, expected)
  JOIN ledger.entries AS e ON e.stream = s.stream AND e.version > s.expected
  ORDER BY e.stream, e.version`;

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
  const { book, heads, missing, already } = await readStanding(client, group);
  const headOf = ({ stream }: Recording) => heads[stream] ?? { version: 0, hash: CHAIN_START };
  const tails = await readTails(
    client,
    group.filter((recording) => headOf(recording).version > recording.expected),
  );
  const accepted: Accepted[] = [];
  const answers = group.map((recording): Settled<Appended> => {
    try {
      const judged = judge(recording, {
        book,
        head: headOf(recording),
        tail: tails.get(recording.stream) ?? [],
        missing,
        already,
      });
      if ('answer' in judged) return { value: judged.answer };
      accepted.push(judged);
      const version = recording.expected + linesOf(recording.decided);
      return { value: { recorded: true, version } };
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
  /** Commands of the group that are not in the log. */
  readonly missing: ReadonlySet<string>;
  readonly already: ReadonlySet<string>;
};

function judge(recording: Recording, standing: Standing): Accepted | { answer: Appended } {
  const { stream, expected, decided } = recording;
  const { head, tail, missing, already, book } = standing;
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
    if (missing.has(command.id)) throw notAccepted(command.id, stream);
  }
  if (asked.some(({ command }) => already.has(command.id))) {
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
    const lines = [...linesAt(recording, { book, place, at: first.recordedat })];
    if (lines.every((line, index) => line.bytes === tail[index]?.bytes)) {
      return { recorded: true, version: expected + lines.length };
    }
  }
  return { recorded: false, version: head.version, tail: tailOf(tail) };
}

function linesAt(
  { decided, decidersHash }: Recording,
  { book, place, at }: { book: Book; place: { version: number; prevHash: string }; at: Instant },
): Iterable<Line> {
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

type StandingRow = {
  readonly seq: string;
  readonly at: Instant;
  readonly deploymentId: string;
  readonly heads: { readonly [stream: string]: Head };
  readonly missing: readonly string[];
  readonly already: readonly string[];
};

async function readStanding(client: PoolClient, group: readonly Recording[]) {
  const { rows } = await client.query<StandingRow>({
    name: 'ledger-standing',
    text: STANDING,
    values: [
      group.map(({ stream }) => stream),
      group.flatMap(({ decided }) => decided.map(({ command }) => command.id)),
    ],
  });
  const [row] = rows;
  if (row === undefined) {
    throw new Failure(
      'deployment.unstamped',
      'the database is not stamped: run the migration first',
    );
  }
  const { seq, at, deploymentId, heads } = row;
  return {
    book: { seq: Number(seq), at, deploymentId },
    heads,
    missing: new Set(row.missing),
    already: new Set(row.already),
  };
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
