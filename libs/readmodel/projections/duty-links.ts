/** Whose reports answer which duty: the links that hold. */
import { valueOf } from '../../domain';
import { projection } from '../projection';

export const dutyLinks = projection('duty-links', ['duty_links'], {
  DutyLinked: (rows, e) => {
    const { duty, unit, from, reason, warning } = e.data;
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
        linked_by: e.actor,
        linked_at: e.at,
      },
    ]);
  },
  DutyUnlinked: (rows, e) =>
    rows.remove('duty_links', {
      directive_id: e.directive,
      duty_id: e.data.duty,
      from_directive: e.data.from.directive,
      from_duty: e.data.from.duty,
    }),
});
