/** What one group of recordings writes, all in the appender's transaction: entries, outcomes, wake-ups, hints. */
import type { PoolClient } from 'pg';
import type { Decided, Instant } from '../domain';
import type { Line } from './assemble';
import type { Recording } from './ledger';
import { CHANNELS } from './listener';

/** A recording that stands on the head of its stream and may be written. */
export type Accepted = {
  readonly recording: Recording;
  readonly lines: readonly Line[];
};

export type Book = { readonly seq: number; readonly at: Instant; readonly deploymentId: string };

/**
 * One statement. The columns of the book come as one text each: none has a line break (a row that had one would break
 * the table's checks), and an array would have each of its quotes escaped.
 */
const WRITE = `
  WITH entries AS (
    INSERT INTO ledger.entries (seq, stream, version, id, type, bytes, hash, recorded_at)
    SELECT $1::bigint + e.place - 1, e.stream, e.version, e.id, e.type, e.bytes, e.hash, $8::timestamptz
    FROM unnest(string_to_array($2, E'\\n'), $3::int[], string_to_array($4, E'\\n'), string_to_array($5, E'\\n'),
                string_to_array($6, E'\\n'), string_to_array($7, E'\\n'))
      WITH ORDINALITY AS e (stream, version, id, type, bytes, hash, place)),
  outcomes AS (
    UPDATE work.command_log AS c
    SET decided_at = $8::timestamptz, accepted = coalesce(o.rejection, '') = '', rejection = nullif(o.rejection, '')::json, seq = o.seq,
        version = o.version, events = string_to_array(coalesce(o.events, ''), ' ')
    FROM unnest($9::text[], string_to_array($10, E'\\n'), $11::bigint[], $12::int[], string_to_array($13, E'\\n'))
      AS o (id, rejection, seq, version, events)
    WHERE c.id = o.id),
  wakeups AS (
    INSERT INTO work.wakeups (stream, next_at, queue, leaving_at)
    SELECT w.stream, w.next_at::timestamptz, w.queue, CASE WHEN w.leaving THEN clock_timestamp() END
    FROM unnest($14::text[], $15::text[], $16::text[], $17::boolean[]) AS w (stream, next_at, queue, leaving)
    ON CONFLICT (stream) DO UPDATE
    SET next_at = excluded.next_at, queue = excluded.queue, leaving_at = excluded.leaving_at)
  SELECT pg_notify(n.channel, n.payload) FROM unnest($18::text[], $19::text[]) AS n (channel, payload)`;

/** PostgreSQL allows 8000 bytes in one notification. */
const PAYLOAD_LIMIT = 7000;

type Written = Line & { readonly stream: string };

type OutcomeRow = {
  readonly id: string;
  readonly seq: number;
  readonly version: number;
  readonly decision: Decided['decision'];
};

export async function writeGroup(
  client: PoolClient,
  group: readonly Accepted[],
  book: Book,
): Promise<void> {
  let { seq } = book;
  const written: Written[] = [];
  const outcomes: OutcomeRow[] = [];
  for (const { recording, lines } of group) {
    const commands = recording.decided.values();
    for (const line of lines) {
      seq += 1;
      written.push({ ...line, stream: recording.stream });
      if (!line.isCommand) continue;
      const { command, decision } = commands.next().value!;
      outcomes.push({ id: command.id, seq, version: line.version, decision });
    }
  }
  const hints = hintsOf(group, { seq: seq > book.seq ? seq : null, outcomes });
  await client.query({
    name: 'ledger-write',
    text: WRITE,
    values: [
      book.seq + 1,
      ...columnsOfEntries(written),
      book.at,
      ...columnsOfOutcomes(outcomes),
      ...columnsOfWakeups(group),
      hints.map(([channel]) => channel),
      hints.map(([, payload]) => payload),
    ],
  });
}

function columnsOfEntries(lines: readonly Written[]): unknown[] {
  const column = (of: (line: Written) => string) => asOneText(lines.map(of));
  return [
    column(({ stream }) => stream),
    lines.map(({ version }) => version),
    column(({ id }) => id),
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

function hintsOf(
  group: readonly Accepted[],
  { seq, outcomes }: { seq: number | null; outcomes: readonly OutcomeRow[] },
): [channel: string, payload: string][] {
  const hints: [channel: string, payload: string][] = [];
  if (seq !== null) hints.push([CHANNELS.entries, String(seq)]);
  for (const payload of chunks(outcomes.map((row) => row.id))) {
    hints.push([CHANNELS.outcomes, payload]);
  }
  for (const { recording } of group) {
    hints.push([CHANNELS.runs, `${recording.leaving ? 'busy' : 'idle'} ${recording.stream}`]);
  }
  return hints;
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
