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

/** The bytes come as one text: canonical JSON has no line break, and an array would escape each of its quotes. */
const INSERT_ENTRIES = `
  INSERT INTO ledger.entries (seq, stream, version, id, type, bytes, hash, recorded_at)
  SELECT *, $8::timestamptz
  FROM unnest($1::bigint[], $2::text[], $3::int[], $4::text[], $5::text[], string_to_array($6, E'\\n'), $7::text[])`;

const UPDATE_OUTCOMES = `
  UPDATE work.command_log AS c
  SET decided_at = $7::timestamptz, accepted = o.accepted, rejection = o.rejection::json, seq = o.seq,
      version = o.version, events = ARRAY (SELECT json_array_elements_text(o.events::json))
  FROM unnest($1::text[], $2::boolean[], $3::text[], $4::bigint[], $5::int[], $6::text[])
    AS o (id, accepted, rejection, seq, version, events)
  WHERE c.id = o.id`;

const UPSERT_WAKEUPS = `
  INSERT INTO work.wakeups (stream, next_at, queue, leaving_at)
  SELECT w.stream, w.next_at::timestamptz, w.queue, CASE WHEN w.leaving THEN clock_timestamp() END
  FROM unnest($1::text[], $2::text[], $3::text[], $4::boolean[]) AS w (stream, next_at, queue, leaving)
  ON CONFLICT (stream) DO UPDATE
  SET next_at = excluded.next_at, queue = excluded.queue, leaving_at = excluded.leaving_at`;

const NOTIFY = `SELECT pg_notify(n.channel, n.payload) FROM unnest($1::text[], $2::text[]) AS n (channel, payload)`;

/** PostgreSQL allows 8000 bytes in one notification. */
const PAYLOAD_LIMIT = 7000;

type Written = Line & { readonly stream: string; readonly seq: number };

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
      written.push({ ...line, stream: recording.stream, seq });
      if (!line.isCommand) continue;
      const { command, decision } = commands.next().value!;
      outcomes.push({ id: command.id, seq, version: line.version, decision });
    }
  }
  if (written.length > 0) {
    await insertEntries(client, written, book.at);
    await updateOutcomes(client, outcomes, book.at);
  }
  await upsertWakeups(client, group);
  await notify(client, group, { seq: seq > book.seq ? seq : null, outcomes });
}

async function insertEntries(
  client: PoolClient,
  lines: readonly Written[],
  at: string,
): Promise<void> {
  await client.query(INSERT_ENTRIES, [
    lines.map((line) => line.seq),
    lines.map((line) => line.stream),
    lines.map((line) => line.version),
    lines.map((line) => line.id),
    lines.map((line) => line.type),
    lines.map((line) => line.bytes).join('\n'),
    lines.map((line) => line.hash),
    at,
  ]);
}

async function updateOutcomes(
  client: PoolClient,
  outcomes: readonly OutcomeRow[],
  at: string,
): Promise<void> {
  await client.query(UPDATE_OUTCOMES, [
    outcomes.map((row) => row.id),
    outcomes.map((row) => row.decision.ok),
    outcomes.map(({ decision }) => (decision.ok ? null : JSON.stringify(decision.rejection))),
    outcomes.map((row) => row.seq),
    outcomes.map((row) => row.version),
    outcomes.map(({ decision }) =>
      JSON.stringify(decision.ok ? decision.events.map((event) => event.type) : []),
    ),
    at,
  ]);
}

async function upsertWakeups(client: PoolClient, group: readonly Accepted[]): Promise<void> {
  await client.query(UPSERT_WAKEUPS, [
    group.map(({ recording }) => recording.stream),
    group.map(({ recording }) => recording.nextAt),
    group.map(({ recording }) => recording.queue),
    group.map(({ recording }) => recording.leaving === true),
  ]);
}

async function notify(
  client: PoolClient,
  group: readonly Accepted[],
  { seq, outcomes }: { seq: number | null; outcomes: readonly OutcomeRow[] },
): Promise<void> {
  const hints: [channel: string, payload: string][] = [];
  if (seq !== null) hints.push([CHANNELS.entries, String(seq)]);
  for (const payload of chunks(outcomes.map((row) => row.id))) {
    hints.push([CHANNELS.outcomes, payload]);
  }
  for (const { recording } of group) {
    hints.push([CHANNELS.runs, `${recording.leaving ? 'busy' : 'idle'} ${recording.stream}`]);
  }
  await client.query(NOTIFY, [hints.map(([name]) => name), hints.map(([, payload]) => payload)]);
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
