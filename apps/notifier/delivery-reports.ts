/**
 * Has the outcome of every message recorded beside each stream it speaks of, many to a command. A report's command is fixed
 * in the database before it is asked: asked again after a crash, it is the same one and changes nothing.
 * The column `round` of items and reports holds any stream whose events are mailed, not a round's alone.
 */
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { Asked } from '../../libs/commands';
import {
  deliveryStreamOf,
  isMailedStream,
  type Actor,
  type DeliveryRecord,
} from '../../libs/domain';

const NOTIFIER: Actor = { id: 'notifier', role: 'system', unit: null };

/** An entry may have 60 KiB; what a record and each of its causes weigh is reckoned on the safe side. */
const COMMAND_BYTES = 45_000;
const RECORD_BYTES = 450;
const CAUSE_BYTES = 150;
const REPORTS_PER_LOOK = 3000;

type Unasked = { readonly messageId: string; readonly stream: string; readonly causes: number };

/** Asks for the recording of all outcomes that are final; answers how many reports were asked. */
export async function reportDeliveries(
  pool: Pool,
  ask: (commands: readonly Asked[]) => Promise<unknown>,
): Promise<number> {
  await fixCommands(pool);
  const commands = await unaskedCommands(pool);
  if (commands.length === 0) return 0;
  await ask(commands);
  const { rowCount } = await pool.query(
    `UPDATE work.mail_reports SET asked_at = clock_timestamp()
     WHERE asked_at IS NULL AND command_id = ANY ($1::text[])`,
    [commands.map(({ id }) => id)],
  );
  return rowCount ?? 0;
}

async function fixCommands(pool: Pool): Promise<void> {
  const { rows } = await pool.query<Unasked>(
    `SELECT r.message_id AS "messageId", r.round AS stream,
            (SELECT count(*) FROM work.mail_items AS i
             WHERE i.message_id = r.message_id AND i.round = r.round)::int AS causes
     FROM work.mail_reports AS r
     WHERE r.asked_at IS NULL AND r.command_id IS NULL ORDER BY r.round, r.message_id LIMIT $1`,
    [REPORTS_PER_LOOK],
  );
  if (rows.length === 0) return;
  const fixed = batches(rows).flatMap((batch) => {
    const id = commandIdOf(batch);
    return batch.map((row) => ({ ...row, id }));
  });
  await pool.query(
    `UPDATE work.mail_reports AS r SET command_id = f.id
     FROM unnest($1::text[], $2::text[], $3::text[]) AS f (message_id, stream, id)
     WHERE (r.message_id, r.round) = (f.message_id, f.stream) AND r.command_id IS NULL`,
    [fixed.map((it) => it.messageId), fixed.map((it) => it.stream), fixed.map((it) => it.id)],
  );
}

/** Reports of one stream, as many together as an entry holds. */
function batches(rows: readonly Unasked[]): Unasked[][] {
  const all: Unasked[][] = [];
  let bytes = 0;
  for (const row of rows) {
    const more = RECORD_BYTES + row.causes * CAUSE_BYTES;
    const batch = all.at(-1);
    bytes += more;
    if (batch && batch[0]?.stream === row.stream && bytes <= COMMAND_BYTES) {
      batch.push(row);
    } else {
      all.push([row]);
      bytes = more;
    }
  }
  return all;
}

function commandIdOf(batch: readonly Unasked[]): string {
  const content = JSON.stringify([batch[0]?.stream, ...batch.map((it) => it.messageId)]);
  return `n-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`;
}

type ReportRow = {
  readonly commandId: string;
  readonly stream: string;
  readonly messageId: string;
  readonly recipient: string;
  readonly outcome: DeliveryRecord['outcome'];
  readonly attempts: number;
  readonly at: string;
  readonly detail: string | null;
  readonly units: readonly string[];
  readonly abouts: readonly string[];
  readonly causes: readonly string[];
};

const UNASKED = `
  SELECT r.command_id AS "commandId", r.round AS stream, r.message_id AS "messageId", m.recipient, m.state AS outcome,
         m.attempts, work.instant(m.outcome_at) AS at, m.detail,
         array_agg(DISTINCT i.unit) AS units, array_agg(DISTINCT i.about) AS abouts,
         array_agg(DISTINCT i.entry) AS causes
  FROM work.mail_reports AS r
  JOIN work.mail_messages AS m ON m.message_id = r.message_id
  JOIN work.mail_items AS i ON i.message_id = r.message_id AND i.round = r.round
  WHERE r.asked_at IS NULL AND r.command_id IS NOT NULL
  GROUP BY r.command_id, r.round, r.message_id, m.message_id
  ORDER BY r.round, r.command_id, r.message_id`;

async function unaskedCommands(pool: Pool): Promise<Asked[]> {
  const { rows } = await pool.query<ReportRow>(UNASKED);
  const byCommand = new Map<string, ReportRow[]>();
  for (const row of rows) {
    const batch = byCommand.get(row.commandId);
    if (batch) batch.push(row);
    else byCommand.set(row.commandId, [row]);
  }
  return [...byCommand].map(([id, reports]) => ({
    id,
    stream: streamOf(reports[0]!.stream),
    type: 'RecordDeliveries',
    data: { deliveries: reports.map(recordOf) },
    actor: NOTIFIER,
    effectiveAt: reports.reduce((latest, { at }) => (at > latest ? at : latest), ''),
    causedBy: null,
  }));
}

function streamOf(subject: string): string {
  if (!isMailedStream(subject))
    throw new Error(`${subject} is a stream of which nobody hears by mail`);
  return deliveryStreamOf(subject);
}

function recordOf(row: ReportRow): DeliveryRecord {
  return {
    messageId: row.messageId,
    unit: row.units.join(','),
    recipient: row.recipient,
    channel: 'mail',
    about: row.abouts.join(','),
    causes: row.causes,
    outcome: row.outcome,
    attempts: row.attempts,
    at: row.at,
    detail: row.detail,
  };
}
