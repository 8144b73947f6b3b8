/** What became of every message: sent, failed for good, suppressed. Recipients are tokens, never addresses. */
import { roundId } from '../../domain';
import { projection } from '../projection';

export const deliveries = projection('deliveries', ['deliveries'], {
  DeliveriesRecorded: (rows, e) => {
    // Of a commendation: no round, and its directive stands there. Of a directive as a whole: no round either.
    const { shard } = e;
    rows.insert(
      'deliveries',
      e.data.deliveries.map((it) => ({
        stream: e.stream,
        message_id: it.messageId,
        directive_id: e.directive || null,
        round_id: shard && roundId(shard.directive, shard.duty, shard.period),
        unit: it.unit,
        recipient: it.recipient,
        channel: it.channel,
        about: it.about,
        causes: it.causes,
        outcome: it.outcome,
        attempts: it.attempts,
        at: it.at,
        detail: it.detail,
        seq: e.seq,
      })),
      `(stream, message_id, unit) DO UPDATE SET outcome = excluded.outcome, attempts = excluded.attempts,
         at = excluded.at, detail = excluded.detail, seq = excluded.seq`,
    );
  },
});
