/** What stands on a directive's row about its file: legal holds, and how long it is kept. */
import { projection } from '../projection';

export const keeping = projection('keeping', [], {
  LegalHoldPlaced: (rows, e) => {
    const hold = { ...e.data, by: e.actor, at: e.at };
    rows.run(
      ['directives'],
      `UPDATE read.directives SET legal_holds = legal_holds || $2::jsonb, last_seq = $3 WHERE directive_id = $1`,
      [e.directive, JSON.stringify([hold]), e.seq],
    );
  },
  LegalHoldReleased: (rows, e) =>
    rows.run(
      ['directives'],
      `UPDATE read.directives SET legal_holds = coalesce((
         SELECT jsonb_agg(h ORDER BY h -> 'hold') FROM jsonb_array_elements(legal_holds) AS h WHERE h -> 'hold' <> $2::jsonb), '[]'),
         last_seq = $3
       WHERE directive_id = $1`,
      [e.directive, JSON.stringify(e.data.hold), e.seq],
    ),
  RetentionDecided: (rows, e) => {
    const retention = { ...e.data, by: e.actor, at: e.at };
    rows.update('directives', { retention, last_seq: e.seq }, { directive_id: e.directive });
  },
});
