/**
 * What lies in a stream's tray. The clock is read first; then the shares of whoever was accepting are awaited; then
 * the tray is read: so no command received by `now` is missing, and time never overtakes a command. What lies there and
 * is effective later than the clock shows was stamped before the clock was set back: it has come, and is effective now.
 */
import type { Pool } from 'pg';
import type { Actor, Command, Instant } from '../domain';
import { createBatcher, type Settled } from './batcher';
import { TRAY_LIMIT, type Tray } from './ledger';
import { rowsOf } from './transaction';

const CLOCK_FIRST = `SELECT work.instant(work.instant_before_trays($1)) AS now`;

const WAITING = `
  SELECT c.id, c.stream, c.type, c.data, c.plan, c.actor, c.caused_by AS "causedBy",
         work.instant(c.received_at) AS "receivedAt", work.instant(CASE WHEN c.effective_at > work.deployment_now() THEN $3::timestamptz ELSE c.effective_at END)
           AS "effectiveAt"
  FROM unnest($1::text[]) AS s (stream)
  CROSS JOIN LATERAL (
    SELECT * FROM work.command_log
    WHERE stream = s.stream AND decided_at IS NULL
    ORDER BY effective_at, received_at, id
    LIMIT $2) AS c
  ORDER BY c.stream, c.effective_at, c.received_at, c.id`;

type WaitingRow = {
  id: string;
  stream: string;
  type: string;
  data: unknown;
  plan: unknown;
  actor: Actor;
  causedBy: string | null;
  receivedAt: Instant;
  effectiveAt: Instant;
};

/** Looks into trays; callers of the same moment share one look. */
export function createTrays(pool: Pool): (stream: string) => Promise<Tray> {
  return createBatcher<string, Tray>({
    limit: 200,
    lanes: 3,
    run: async (streams) => {
      const distinct = [...new Set(streams)];
      const [clock] = await rowsOf<{ now: Instant }>(pool, CLOCK_FIRST, [distinct]);
      const rows = await rowsOf<WaitingRow>(pool, WAITING, [distinct, TRAY_LIMIT, clock!.now]);
      const waiting = new Map<string, Command[]>(distinct.map((stream) => [stream, []]));
      for (const row of rows) waiting.get(row.stream)?.push(commandOf(row));
      return streams.map((stream): Settled<Tray> => {
        const commands = waiting.get(stream) ?? [];
        return {
          value: { waiting: commands, now: clock!.now, full: commands.length === TRAY_LIMIT },
        };
      });
    },
  });
}

function commandOf({ plan, causedBy, ...row }: WaitingRow): Command {
  return {
    ...row,
    ...(plan === null ? {} : { plan }),
    ...(causedBy === null ? {} : { causedBy }),
  };
}
