/**
 * The way into the tray: commands are written down, with the time of receipt, before anybody decides them. Callers of
 * the same moment share one insert. The same key and body, or the same id and content, is a repeat and changes nothing.
 * Invariant: the personal values that a command names are kept in its transaction, and no others ever are.
 */
import type { ClientBase, Pool } from 'pg';
import { canonicalize, sha256Hex } from '../audit';
import { knownKind } from '../contracts';
import type { Instant } from '../domain';
import { createBatcher, type Settled } from './batcher';
import { checkedInstant } from './checked-instant';
import { Failure } from './failure';
import { ENTRY_LIMIT_BYTES, type AcceptResult, type NewCommand } from './ledger';
import { RECORD_COLUMNS, recordOf, type RecordRow } from './outcomes';
import { inLedgerStatement, inLedgerTransaction } from './transaction';

const GROUP_LIMIT = 2000;
/** Room for what an entry holds beside its command: attributes, times, a rejection. */
const ENVELOPE_BYTES = 4 * 1024;

type Prepared = {
  readonly command: NewCommand;
  readonly columns: readonly (string | null)[];
  readonly contentHash: string;
};

const RECEIVE = `
  SELECT id, work.instant(received_at) AS "receivedAt", work.instant(effective_at) AS "effectiveAt"
  FROM work.receive($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;

/** As one statement, so that whoever may keep nothing is not asked for the right to. */
const RECEIVE_WITH_PERSONAL = `
  WITH received AS MATERIALIZED (${RECEIVE}),
  kept AS (
    INSERT INTO work.erasable (token, salt, value)
    SELECT p.token, p.salt, p.value
    FROM unnest($13::text[], $14::text[], $15::bytea[], $16::text[]) AS p (command, token, salt, value)
    JOIN received AS r ON r.id = p.command
    ORDER BY p.token
    ON CONFLICT (token) DO NOTHING)
  SELECT id, "receivedAt", "effectiveAt" FROM received`;

const EARLIER = `
  SELECT ${RECORD_COLUMNS}, content_hash AS "contentHash", actor_id AS "actorId", idempotency_key AS key,
         body_hash AS "bodyHash"
  FROM work.command_log
  WHERE id = ANY ($1::text[])
     OR (actor_id, idempotency_key) IN (SELECT * FROM unnest($2::text[], $3::text[]))`;

type EarlierRow = RecordRow & {
  contentHash: string;
  actorId: string;
  key: string | null;
  bodyHash: string | null;
};
type Received = { id: string; receivedAt: Instant; effectiveAt: Instant };

export function createAcceptor(
  pool: Pool,
): (rows: readonly NewCommand[]) => Promise<AcceptResult[]> {
  const submit = createBatcher<readonly Prepared[], AcceptResult[]>({
    limit: GROUP_LIMIT,
    weigh: (rows) => rows.length,
    lanes: 2,
    run: (groups) => insertGroups(pool, groups),
  });
  return async (rows) => {
    const prepared = rows.map(prepare);
    const results: AcceptResult[] = [];
    for (let start = 0; start < prepared.length; start += GROUP_LIMIT) {
      results.push(...(await submit(prepared.slice(start, start + GROUP_LIMIT))));
    }
    return results;
  };
}

/** In one transaction: nothing due at `instant` can be decided before what arrives at it lies in its tray. */
export async function acceptAt(
  pool: Pool,
  instant: Instant,
  rows: readonly NewCommand[],
): Promise<AcceptResult[]> {
  const prepared = rows.map(prepare);
  return inLedgerTransaction(pool, async (client) => {
    await client.query('SELECT work.tell_clock($1::timestamptz)', [
      checkedInstant(instant, 'the told instant'),
    ]);
    return prepared.length === 0 ? [] : receive(client, prepared);
  });
}

/** In a transaction of the caller's, who settles what else is true when the command is there. */
export async function acceptWithin(
  client: Pick<ClientBase, 'query'>,
  command: NewCommand,
): Promise<void> {
  await receive(client, [prepare(command)]);
}

/** The plan is left out of the content: it is derived, and a policy may have changed since the first time. */
function prepare(command: NewCommand): Prepared {
  const { id, stream, type, data, plan, actor, causedBy, effectiveAt, idempotency } = command;
  knownKind(stream);
  if (effectiveAt !== undefined) checkedInstant(effectiveAt, `effectiveAt of command ${id}`);
  const content = {
    stream,
    type,
    data,
    actor,
    ...(causedBy === undefined ? {} : { causedBy }),
    ...(effectiveAt === undefined ? {} : { effectiveAt }),
  };
  const canonical = canonicalize(content);
  const contentHash = sha256Hex(canonical);
  const canonicalPlan = plan === undefined ? null : canonicalize(plan);
  refuseTooLarge(command, canonical + (canonicalPlan ?? ''));
  return {
    command,
    contentHash,
    columns: [
      id,
      stream,
      type,
      canonicalize(data),
      canonicalPlan,
      canonicalize(actor),
      causedBy ?? null,
      effectiveAt ?? null,
      contentHash,
      actor.id,
      idempotency?.key ?? null,
      idempotency?.bodyHash ?? null,
    ],
  };
}

/** What could be accepted and never recorded would block its stream for ever. */
function refuseTooLarge({ id, stream, type }: NewCommand, text: string): void {
  const size = Buffer.byteLength(text, 'utf8');
  if (size <= ENTRY_LIMIT_BYTES - ENVELOPE_BYTES) return;
  throw new Failure(
    'entry.too-large',
    `command ${id} (${type} to ${stream}) has ${size} bytes, its entry could not be recorded: ` +
      `put texts and files into the content store and name them by SHA-256`,
  );
}

async function insertGroups(
  pool: Pool,
  groups: readonly (readonly Prepared[])[],
): Promise<Settled<AcceptResult[]>[]> {
  const rows = groups.flat();
  const results = await inLedgerStatement(() => receive(pool, rows));
  let start = 0;
  return groups.map((group) => {
    start += group.length;
    return { value: results.slice(start - group.length, start) };
  });
}

async function receive(
  db: Pick<ClientBase, 'query'>,
  rows: readonly Prepared[],
): Promise<AcceptResult[]> {
  const values = rows[0]!.columns.map((_, column) => rows.map((row) => row.columns[column]));
  const personal = personalOf(rows);
  const { rows: inserted } = await db.query<Received>(
    personal === null
      ? { name: 'ledger-receive', text: RECEIVE, values }
      : {
          name: 'ledger-receive-personal',
          text: RECEIVE_WITH_PERSONAL,
          values: [...values, ...personal],
        },
  );
  const received = new Map(inserted.map((row) => [row.id, row]));
  const results = rows.map(({ command }): AcceptResult | null => {
    const first = received.get(command.id);
    received.delete(command.id);
    if (first === undefined) return null;
    const { id, receivedAt, effectiveAt } = first;
    return { result: 'accepted', commandId: id, receivedAt, effectiveAt };
  });
  const repeats = rows.filter((_, index) => results[index] === null);
  const earlier = repeats.length > 0 ? await earlierRows(db, repeats) : [];
  return rows.map((row, index) => results[index] ?? compare(row, earlier));
}

/** By column; of several with one id those of the first, which alone is written down. */
function personalOf(rows: readonly Prepared[]): unknown[][] | null {
  const first = new Map(rows.toReversed().map(({ command }) => [command.id, command]));
  const kept = [...first.values()].flatMap(({ id, personal = [] }) =>
    personal.map(({ token, salt, value }) => [id, token, salt, value]),
  );
  return kept.length === 0 ? null : [0, 1, 2, 3].map((column) => kept.map((row) => row[column]));
}

async function earlierRows(
  db: Pick<ClientBase, 'query'>,
  repeats: readonly Prepared[],
): Promise<EarlierRow[]> {
  const keyed = repeats.filter((row) => row.command.idempotency !== undefined);
  const { rows } = await db.query<EarlierRow>(EARLIER, [
    repeats.map((row) => row.command.id),
    keyed.map((row) => row.command.actor.id),
    keyed.map((row) => row.command.idempotency?.key),
  ]);
  return rows;
}

/** A key speaks before an id: the sender chose it to say "this again". */
function compare({ command, contentHash }: Prepared, earlier: readonly EarlierRow[]): AcceptResult {
  const { id, actor, idempotency } = command;
  const byKey =
    idempotency && earlier.find((row) => row.actorId === actor.id && row.key === idempotency.key);
  const first = byKey ?? earlier.find((row) => row.id === id);
  if (first === undefined) throw new Error(`command ${id} was neither inserted nor there before`);
  const same = byKey ? byKey.bodyHash === idempotency?.bodyHash : first.contentHash === contentHash;
  const { receivedAt, effectiveAt } = first;
  const answer = { commandId: first.id, receivedAt, effectiveAt };
  return same
    ? { result: 'repeat', ...answer, record: recordOf(first) }
    : { result: 'conflict', ...answer };
}
