/** What one group of recordings writes, all in the appender's transaction: entries, outcomes, wake-ups, hints. */
import type { PoolClient } from 'pg';
import type { Decided, Instant } from '../domain';
import type { Line } from './assemble';
import type { Recording } from './ledger';
import { CHANNELS } from './listener';
import { inARow, type Statement } from './transaction';

/** A recording that stands on the head of its stream and may be written. */
export type Accepted = {
  readonly recording: Recording;
  /** Made as they are written. */
  readonly lines: Iterable<Line>;
};

export type Book = { readonly seq: number; readonly at: Instant; readonly deploymentId: string };

/**
 * One statement. The columns of the book come as one text each: none has a line break (a row that had one would break
 * the table's checks), and an array would have each of its quotes escaped.
 */
const WRITE = `
  WITH entries AS (
    INSERT INTO ledger.entries (seq, stream, version, id, type, bytes, hash, recorded_at)
    SELECT $1::bigint + e.place - 1, e.stream, e.version, e.stream || '@' || e.version, e.type, e.bytes, e.hash,
           $7::timestamptz
    FROM unnest(string_to_array($2, E'\\n'), $3::int[], string_to_array($4, E'\\n'), string_to_array($5, E'\\n'),
                string_to_array($6, E'\\n'))
      WITH ORDINALITY AS e (stream, version, type, bytes, hash, place)),
  outcomes AS (
    UPDATE work.command_log AS c
    SET decided_at = $7::timestamptz, accepted = coalesce(o.rejection, '') = '', rejection = nullif(o.rejection, '')::json, seq = o.seq,
        version = o.version, events = string_to_array(coalesce(o.events, ''), ' ')
    FROM unnest($8::text[], string_to_array($9, E'\\n'), $10::bigint[], $11::int[], string_to_array($12, E'\\n'))
      AS o (id, rejection, seq, version, events)
    WHERE c.id = o.id),
  wakeups AS (
    INSERT INTO work.wakeups (stream, next_at, queue, leaving_at)
    SELECT w.stream, w.next_at::timestamptz, w.queue, CASE WHEN w.leaving THEN clock_timestamp() END
    FROM unnest($13::text[], $14::text[], $15::text[], $16::boolean[]) AS w (stream, next_at, queue, leaving)
    ON CONFLICT (stream) DO UPDATE
    SET next_at = excluded.next_at, queue = excluded.queue, leaving_at = excluded.leaving_at)
  SELECT pg_notify(n.channel, n.payload) FROM unnest($17::text[], $18::text[]) AS n (channel, payload)`;

/** PostgreSQL allows 8000 bytes in one notification. */
const PAYLOAD_LIMIT = 7000;

/** While PostgreSQL writes a piece, the next is made; it waits for the first, so that is a small one. */
const FIRST_PIECE = 64;
const LARGEST_PIECE = 256;

type Written = Line & { readonly stream: string };

type OutcomeRow = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly decision: Decided['decision'];
};

type Piece = {
  /** Of its first line. */
  readonly seq: number;
  readonly written: readonly Written[];
  readonly outcomes: readonly OutcomeRow[];
  /** With the last go the wake-ups, and that something was written. */
  readonly isLast: boolean;
};

export async function writeGroup(
  client: PoolClient,
  group: readonly Accepted[],
  book: Book,
): Promise<void> {
  await inARow(client, statementsOf(group, book));
}

function* statementsOf(group: readonly Accepted[], book: Book): Generator<Statement, void> {
  for (const piece of piecesOf(group, book.seq + 1)) yield statementOf(piece, { group, book });
}

function* piecesOf(group: readonly Accepted[], from: number): Generator<Piece, void> {
  let seq = from;
  let size = FIRST_PIECE;
  let written: Written[] = [];
  let outcomes: OutcomeRow[] = [];
  const piece = (isLast: boolean) => ({ seq: seq - written.length, written, outcomes, isLast });
  for (const { recording, lines } of group) {
    const commands = recording.decided.values();
    for (const line of lines) {
      if (written.length === size) {
        yield piece(false);
        [written, outcomes] = [[], []];
        size = Math.min(2 * size, LARGEST_PIECE);
      }
      written.push({ ...line, stream: recording.stream });
      if (line.isCommand) {
        const { command, decision } = commands.next().value!;
        outcomes.push({ id: command.id, seq, version: line.version, decision });
      }
      seq += 1;
    }
  }
  yield piece(true);
}

function statementOf(
  { seq, written, outcomes, isLast }: Piece,
  { group, book }: { group: readonly Accepted[]; book: Book },
): Statement {
  const lastSeq = seq + written.length - 1;
  const hints = [
    ...chunks(outcomes.map(({ id }) => id)).map((ids) => [CHANNELS.outcomes, ids]),
    ...(isLast ? hintsOf(group, lastSeq > book.seq ? lastSeq : null) : []),
  ];
  return {
    name: 'ledger-write',
    text: WRITE,
    values: [
      seq,
      ...columnsOfEntries(written),
      book.at,
      ...columnsOfOutcomes(outcomes),
      ...columnsOfWakeups(isLast ? group : []),
      hints.map(([channel]) => channel),
      hints.map(([, payload]) => payload),
    ],
  };
}

function columnsOfEntries(lines: readonly Written[]): unknown[] {
  const column = (of: (line: Written) => string) => asOneText(lines.map(of));
  return [
    column(({ stream }) => stream),
    lines.map(({ version }) => version),
    column(({ type }) => type),
    column(({ bytes }) => bytes),
    column(({ hash }) => hash),
  ];
}

function columnsOfOutcomes(outcomes: readonly OutcomeRow[]): unknown[] {
  return [
    outcomes.map(({ id }) => id),
    asOneText(
      outcomes.map(({ decision }) => (decision.ok ? '' : JSON.stringify(decision.rejection))),
    ),
    outcomes.map(({ seq }) => seq),
    outcomes.map(({ version }) => version),
    asOneText(
      outcomes.map(({ decision }) =>
        decision.ok ? decision.events.map(({ type }) => type).join(' ') : '',
      ),
    ),
  ];
}

function columnsOfWakeups(group: readonly Accepted[]): unknown[] {
  return [
    group.map(({ recording }) => recording.stream),
    group.map(({ recording }) => recording.nextAt),
    group.map(({ recording }) => recording.queue),
    group.map(({ recording }) => recording.leaving === true),
  ];
}

/** Null is no row at all. */
function asOneText(values: readonly string[]): string | null {
  return values.length === 0 ? null : values.join('\n');
}

function hintsOf(group: readonly Accepted[], lastSeq: number | null): string[][] {
  const runs = group.map(({ recording: { leaving, stream } }) => [
    CHANNELS.runs,
    `${leaving ? 'busy' : 'idle'} ${stream}`,
  ]);
  return lastSeq === null ? runs : [[CHANNELS.entries, String(lastSeq)], ...runs];
}

function chunks(ids: readonly string[]): string[] {
  const all: string[] = [];
  let chunk = '';
  for (const id of ids) {
    if (chunk !== '' && Buffer.byteLength(chunk) + Buffer.byteLength(id) + 1 > PAYLOAD_LIMIT) {
      all.push(chunk);
      chunk = '';
    }
    chunk = chunk === '' ? id : `${chunk}\n${id}`;
  }
  if (chunk !== '') all.push(chunk);
  return all;
}
