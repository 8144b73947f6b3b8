/**
 * The life of a message in the database: planned -> sending -> sent | failed | suppressed, and back to planned when a
 * try may be repeated. Invariant: a message is `sending` before the mail server hears of it, so a crash in between is
 * repeated under the same Message-ID and never forgotten.
 */
import type { Pool, PoolClient } from 'pg';
import { inTransaction } from '../../libs/ledger';
import type { AnyNotice, Language } from '../../libs/notify';

export type PlannedMessage = {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: Language;
  readonly instant: string;
  /** The items it is made of. */
  readonly items: readonly {
    readonly entry: string;
    readonly unit: string;
    readonly recipient: string;
  }[];
  /** Why it is not sent at all; null when it is to be sent. */
  readonly suppressed: string | null;
};

const INSERT_MESSAGES = `
  INSERT INTO work.mail_messages (message_id, recipient, language, instant, dated, state, outcome_at, detail)
  SELECT message_id, recipient, language, instant::timestamptz, now.at,
         CASE WHEN suppressed IS NULL THEN 'planned' ELSE 'suppressed' END,
         CASE WHEN suppressed IS NULL THEN NULL ELSE now.at END, suppressed
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])
         AS m (message_id, recipient, language, instant, suppressed),
       (SELECT work.deployment_now() AS at) AS now
  ON CONFLICT DO NOTHING`;

const ATTACH_ITEMS = `
  UPDATE work.mail_items AS i SET message_id = a.message_id
  FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS a (entry, unit, recipient, message_id)
  WHERE (i.entry, i.unit, i.recipient) = (a.entry, a.unit, a.recipient) AND i.message_id IS NULL`;

export async function planMessages(pool: Pool, messages: readonly PlannedMessage[]): Promise<void> {
  await inTransaction(pool, async (tx) => {
    await tx.query(INSERT_MESSAGES, [
      messages.map((it) => it.messageId),
      messages.map((it) => it.recipient),
      messages.map((it) => it.language),
      messages.map((it) => it.instant),
      messages.map((it) => it.suppressed),
    ]);
    const items = messages.flatMap(({ messageId, items: own }) =>
      own.map((item) => ({ ...item, messageId })),
    );
    await tx.query(ATTACH_ITEMS, [
      items.map((it) => it.entry),
      items.map((it) => it.unit),
      items.map((it) => it.recipient),
      items.map((it) => it.messageId),
    ]);
    await openReports(
      tx,
      messages.filter((it) => it.suppressed !== null).map((it) => it.messageId),
    );
  });
}

/** A message whose outcome is final is reported to each stream it speaks of, which the column `round` names. */
async function openReports(tx: PoolClient, messageIds: readonly string[]): Promise<void> {
  if (messageIds.length === 0) return;
  await tx.query(
    `INSERT INTO work.mail_reports (message_id, round)
     SELECT DISTINCT message_id, round FROM work.mail_items WHERE message_id = ANY ($1::text[])
     ON CONFLICT DO NOTHING`,
    [messageIds],
  );
}

export type ClaimedMessage = {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: Language;
  /** The deployment's instant, for the Date header. */
  readonly dated: string;
  /** This try included. */
  readonly attempts: number;
  readonly notices: readonly AnyNotice[];
};

/** `$2`: the longest pause. A try that falls due later was put off before the clock was set back: it is due now. */
const DUE = `next_try_at NOT BETWEEN clock_timestamp() AND clock_timestamp() + $2::int * interval '1 millisecond'`;

const CLAIM = `
  WITH claimed AS (
    UPDATE work.mail_messages SET state = 'sending', attempts = attempts + 1
    WHERE message_id IN (
      SELECT message_id FROM work.mail_messages
      WHERE state = 'planned' AND ${DUE}
      ORDER BY instant, message_id LIMIT $1 FOR UPDATE SKIP LOCKED)
    RETURNING message_id, recipient, language, dated, attempts, instant)
  SELECT c.message_id AS "messageId", c.recipient, c.language, work.instant(c.dated) AS dated, c.attempts,
         (SELECT json_agg(i.notice ORDER BY i.entry, i.unit, i.recipient) FROM work.mail_items AS i
          WHERE i.message_id = c.message_id) AS notices
  FROM claimed AS c ORDER BY c.instant, c.message_id`;

export async function claimMessages(
  pool: Pool,
  { limit, longestPauseMs }: { limit: number; longestPauseMs: number },
): Promise<ClaimedMessage[]> {
  const { rows } = await pool.query<ClaimedMessage>(CLAIM, [limit, longestPauseMs]);
  return rows;
}

/** What became of one try. `again` waits for `pauseMs`; `released` was no try at all: the server was away. */
export type TryOutcome =
  | {
      readonly messageId: string;
      readonly state: 'sent' | 'failed' | 'suppressed';
      readonly detail: string | null;
    }
  | {
      readonly messageId: string;
      readonly state: 'again';
      readonly detail: string;
      readonly pauseMs: number;
    }
  | { readonly messageId: string; readonly state: 'released' };

/** In one statement, and so in one transaction: the outcome, and the reports of those that are final. */
const SETTLE = `
  WITH settled AS (
    UPDATE work.mail_messages AS m
    SET state = CASE WHEN o.state IN ('again', 'released') THEN 'planned' ELSE o.state END,
        attempts = m.attempts - CASE WHEN o.state IN ('released', 'suppressed') THEN 1 ELSE 0 END,
        outcome_at = CASE WHEN o.state IN ('again', 'released') THEN NULL ELSE now.at END,
        next_try_at = clock_timestamp() + o.pause_ms * interval '1 millisecond',
        detail = coalesce(o.detail, m.detail)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::int[]) AS o (message_id, state, detail, pause_ms),
         (SELECT work.deployment_now() AS at) AS now
    WHERE m.message_id = o.message_id AND m.state = 'sending'
    RETURNING m.message_id, m.state)
  INSERT INTO work.mail_reports (message_id, round)
  SELECT DISTINCT i.message_id, i.round FROM settled AS s
  JOIN work.mail_items AS i ON i.message_id = s.message_id
  WHERE s.state IN ('sent', 'failed', 'suppressed')
  ON CONFLICT DO NOTHING`;

export async function settleTries(pool: Pool, outcomes: readonly TryOutcome[]): Promise<void> {
  if (outcomes.length === 0) return;
  await pool.query(SETTLE, [
    outcomes.map((it) => it.messageId),
    outcomes.map((it) => it.state),
    outcomes.map((it) => (it.state === 'released' ? null : it.detail)),
    outcomes.map((it) => (it.state === 'again' ? it.pauseMs : 0)),
  ]);
}

/** A try that never came back, from a process that ended: it is made again. */
export async function takeBackTries(pool: Pool): Promise<number> {
  const { rowCount } = await pool.query(
    `UPDATE work.mail_messages SET state = 'planned', next_try_at = clock_timestamp()
     WHERE state = 'sending'`,
  );
  return rowCount ?? 0;
}

/** Milliseconds until the next try falls due; null when none is waiting. */
export async function nextTryInMs(pool: Pool): Promise<number | null> {
  const { rows } = await pool.query<{ ms: number | null }>(
    `SELECT (extract(epoch FROM min(next_try_at) - clock_timestamp()) * 1000)::int AS ms
     FROM work.mail_messages WHERE state = 'planned'`,
  );
  const ms = rows[0]?.ms ?? null;
  return ms === null ? null : Math.max(0, ms);
}

export type MailCounts = { readonly waiting: number; readonly neverAttempted: number };

export async function countMail(pool: Pool): Promise<MailCounts> {
  const { rows } = await pool.query<MailCounts>(
    `SELECT (SELECT count(*) FROM work.mail_messages WHERE state IN ('planned', 'sending'))::int AS waiting,
            work.mail_never_attempted()::int AS "neverAttempted"`,
  );
  return rows[0]!;
}
