/**
 * The life of a message in the database: planned -> sending -> sent | failed | suppressed, and back to planned when a
 * try may be repeated. Invariant: a message is `sending` before the mail server hears of it, so a crash in between is
 * repeated under the same Message-ID and never forgotten.
 */
import type { Pool } from 'pg';
import type { AnyNotice, Language } from '../../libs/notify';
import { underLease, WITH_LEASE } from './sender-lease';

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

/**
 * In one statement, and so in one transaction. A message exists only with items of its own; one that is not sent at all
 * is reported to each stream it speaks of, which the column `round` names.
 */
const PLAN = `${WITH_LEASE},
  planned AS (
    SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
      AS m (message_id, recipient, language, instant, suppressed)),
  attached AS (
    UPDATE work.mail_items AS i SET message_id = a.message_id
    FROM unnest($7::text[], $8::text[], $9::text[], $10::text[]) AS a (entry, unit, recipient, message_id), lease
    WHERE (i.entry, i.unit, i.recipient) = (a.entry, a.unit, a.recipient) AND i.message_id IS NULL
    RETURNING i.message_id, i.round),
  inserted AS (
    INSERT INTO work.mail_messages (message_id, recipient, language, instant, dated, state, outcome_at, detail)
    SELECT message_id, recipient, language, instant::timestamptz, now.at,
           CASE WHEN suppressed IS NULL THEN 'planned' ELSE 'suppressed' END,
           CASE WHEN suppressed IS NULL THEN NULL ELSE now.at END, suppressed
    FROM planned, (SELECT work.deployment_now() AS at) AS now
    WHERE message_id IN (SELECT message_id FROM attached)
    ON CONFLICT DO NOTHING),
  reported AS (
    INSERT INTO work.mail_reports (message_id, round)
    SELECT DISTINCT message_id, round FROM attached JOIN planned USING (message_id)
    WHERE suppressed IS NOT NULL
    ON CONFLICT DO NOTHING)
  SELECT FROM lease`;

export async function planMessages(
  pool: Pool,
  holder: string,
  messages: readonly PlannedMessage[],
): Promise<void> {
  const items = messages.flatMap(({ messageId, items: own }) =>
    own.map((item) => ({ ...item, messageId })),
  );
  const values = [
    messages.map((it) => it.messageId),
    messages.map((it) => it.recipient),
    messages.map((it) => it.language),
    messages.map((it) => it.instant),
    messages.map((it) => it.suppressed),
    items.map((it) => it.entry),
    items.map((it) => it.unit),
    items.map((it) => it.recipient),
    items.map((it) => it.messageId),
  ];
  await underLease(pool, holder, { text: PLAN, values });
}

export type ClaimedMessage = {
  readonly messageId: string;
  readonly recipient: string;
  readonly language: Language;
  /** The deployment's instant, for the Date header. */
  readonly dated: string;
  /** This try included. */
  readonly attempts: number;
  /** None of a message that an earlier version planned beside another notifier. */
  readonly notices: readonly AnyNotice[];
};

/** A try that falls due later than after the longest pause was put off before the clock was set back: it is due now. */
const due = (longestPauseMs: string) =>
  `next_try_at NOT BETWEEN clock_timestamp() AND clock_timestamp() + ${longestPauseMs}::int * interval '1 millisecond'`;

/** Asked first: the claim locks the lease, which is written to disk, and mostly nothing is due. */
const ANY_DUE = `SELECT FROM work.mail_messages WHERE state = 'planned' AND ${due('$1')} LIMIT 1`;

const CLAIM = `${WITH_LEASE},
  claimed AS (
    UPDATE work.mail_messages SET state = 'sending', attempts = attempts + 1
    WHERE EXISTS (SELECT FROM lease) AND message_id IN (
      SELECT message_id FROM work.mail_messages
      WHERE state = 'planned' AND ${due('$3')}
      ORDER BY instant, message_id LIMIT $2 FOR UPDATE SKIP LOCKED)
    RETURNING message_id, recipient, language, dated, attempts, instant)
  SELECT c.message_id AS "messageId", c.recipient, c.language, work.instant(c.dated) AS dated, c.attempts,
         (SELECT coalesce(json_agg(i.notice ORDER BY i.entry, i.unit, i.recipient), '[]') FROM work.mail_items AS i
          WHERE i.message_id = c.message_id) AS notices
  FROM lease LEFT JOIN claimed AS c ON true ORDER BY c.instant, c.message_id`;

export async function claimMessages(
  pool: Pool,
  holder: string,
  { limit, longestPauseMs }: { limit: number; longestPauseMs: number },
): Promise<ClaimedMessage[]> {
  const { rowCount } = await pool.query(ANY_DUE, [longestPauseMs]);
  if (rowCount === 0) return [];
  const rows = await underLease<ClaimedMessage | Nothing>(pool, holder, {
    text: CLAIM,
    values: [limit, longestPauseMs],
  });
  return rows.filter((row) => row.messageId !== null);
}

/** The lease is held, and nothing is due. */
type Nothing = { readonly messageId: null };

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
const SETTLE = `${WITH_LEASE},
  settled AS (
    UPDATE work.mail_messages AS m
    SET state = CASE WHEN o.state IN ('again', 'released') THEN 'planned' ELSE o.state END,
        attempts = m.attempts - CASE WHEN o.state IN ('released', 'suppressed') THEN 1 ELSE 0 END,
        outcome_at = CASE WHEN o.state IN ('again', 'released') THEN NULL ELSE now.at END,
        next_try_at = clock_timestamp() + o.pause_ms * interval '1 millisecond',
        detail = coalesce(o.detail, m.detail)
    FROM unnest($2::text[], $3::text[], $4::text[], $5::int[]) AS o (message_id, state, detail, pause_ms),
         (SELECT work.deployment_now() AS at) AS now, lease
    WHERE m.message_id = o.message_id AND m.state = 'sending'
    RETURNING m.message_id, m.state),
  reported AS (
    INSERT INTO work.mail_reports (message_id, round)
    SELECT DISTINCT i.message_id, i.round FROM settled AS s
    JOIN work.mail_items AS i ON i.message_id = s.message_id
    WHERE s.state IN ('sent', 'failed', 'suppressed')
    ON CONFLICT DO NOTHING)
  SELECT FROM lease`;

export async function settleTries(
  pool: Pool,
  holder: string,
  outcomes: readonly TryOutcome[],
): Promise<void> {
  if (outcomes.length === 0) return;
  const values = [
    outcomes.map((it) => it.messageId),
    outcomes.map((it) => it.state),
    outcomes.map((it) => (it.state === 'released' ? null : it.detail)),
    outcomes.map((it) => (it.state === 'again' ? it.pauseMs : 0)),
  ];
  await underLease(pool, holder, { text: SETTLE, values });
}

/** A try that never came back, from a process that ended, is made again and counts no more than the server answered. */
const TAKE_BACK = `${WITH_LEASE},
  taken AS (
    UPDATE work.mail_messages
    SET state = 'planned', attempts = attempts - 1, next_try_at = clock_timestamp()
    WHERE state = 'sending' AND EXISTS (SELECT FROM lease)
    RETURNING message_id)
  SELECT (SELECT count(*)::int FROM taken) AS taken FROM lease`;

export async function takeBackTries(pool: Pool, holder: string): Promise<number> {
  const [row] = await underLease<{ taken: number }>(pool, holder, { text: TAKE_BACK, values: [] });
  return row!.taken;
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
