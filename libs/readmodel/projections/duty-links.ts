/** Whose reports answer which duty, from when, and until when. */
import { valueOf, type LinkWarning } from '../../domain';
import type { Projected } from '../projected';
import { projection } from '../projection';
import type { Rows } from '../row-writer';

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
  DutySetUp: (rows, e) => decidedAnew(rows, e, e.data.duty.id, e.data.warnings),
  ValueDecided: (rows, e) => {
    if (e.data.duty !== null) decidedAnew(rows, e, e.data.duty, e.data.warnings);
  },
  DutyUnlinked: (rows, e) =>
    rows.run(
      ['duty_links'],
      `UPDATE read.duty_links SET unlinked_at = $5 WHERE directive_id = $1 AND duty_id = $2 AND from_directive = $3
         AND from_duty = $4 AND unlinked_at IS NULL`,
      [e.directive, e.data.duty, e.data.from.directive, e.data.from.duty, e.at],
    ),
});

/** The dates of a duty's links either way are those of now: what was said when the link was made may hold no more. */
function decidedAnew(
  rows: Rows,
  { directive }: Projected,
  duty: string,
  warnings: readonly LinkWarning[] = [],
): void {
  rows.run(
    ['duty_links'],
    `UPDATE read.duty_links SET warning = NULL WHERE unlinked_at IS NULL AND warning IS NOT NULL
       AND ((directive_id = $1 AND duty_id = $2) OR (from_directive = $1 AND from_duty = $2))`,
    [directive, duty],
  );
  for (const { answers, from, ...warning } of warnings) {
    rows.run(
      ['duty_links'],
      `UPDATE read.duty_links SET warning = $5 WHERE directive_id = $1 AND duty_id = $2 AND from_directive = $3
         AND from_duty = $4 AND unlinked_at IS NULL`,
      [answers.directive, answers.duty, from.directive, from.duty, JSON.stringify(warning)],
    );
  }
}
