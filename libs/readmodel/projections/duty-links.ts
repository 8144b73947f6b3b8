/** Whose reports answer which duty, from when, and until when. */
import { valueOf } from '../../domain';
import { projection } from '../projection';

export const dutyLinks = projection('duty-links', ['duty_links'], {
  DutyLinked: (rows, e) => {
    const { duty, unit, from, reason, warning, manner = null } = e.data;
    const below = valueOf(from)!;
    rows.insert('duty_links', [
      {
        directive_id: e.directive,
        duty_id: duty,
        unit,
        from_directive: below.directive,
        from_duty: below.duty,
        grounds: from,
        reason,
        warning,
        manner,
        linked_by: e.actor,
        linked_at: e.at,
        link_seq: e.seq,
      },
    ]);
  },
  DutyUnlinked: (rows, e) =>
    rows.run(
      ['duty_links'],
      `UPDATE read.duty_links SET unlinked_at = $5 WHERE directive_id = $1 AND duty_id = $2 AND from_directive = $3
         AND from_duty = $4 AND unlinked_at IS NULL`,
      [e.directive, e.data.duty, e.data.from.directive, e.data.from.duty, e.at],
    ),
});
