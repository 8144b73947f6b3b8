/** Who read what, the latest first. Of a directive: its bundles, its people's names, and the files that its entries name. */
import type { AccessKind } from '../../domain';
import type { Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { AccessRow } from '../rows';

export type AccessFilter = {
  readonly what?: AccessKind;
  /** The reader's id. */
  readonly reader?: string;
  readonly subject?: string;
  readonly directive?: string;
};

const OF_DIRECTIVE = `(a.directive_id = ? OR a.what = 'content' AND a.subject IN (
  SELECT named[1] FROM read.timeline AS t, regexp_matches(t.data::text, '"([0-9a-f]{64})"', 'g') AS named
  WHERE t.directive_id = ?))`;

export function accesses(
  db: Db,
  { what, reader, subject, directive, ...paging }: AccessFilter & Paging,
): Promise<Page<AccessRow>> {
  return page<AccessRow>(
    db,
    {
      columns: `a.seq::int AS seq, a.at, a.recorded_at AS "recordedAt", a.what, a.subject,
        a.directive_id AS directive, d.symbol, a.range, a.shown AS "values", a.reader, a.reason`,
      from: 'read.accesses AS a LEFT JOIN read.directives AS d ON d.directive_id = a.directive_id',
      where: [
        ['a.what = ?', what],
        [`a.reader ->> 'id' = ?`, reader],
        ['a.subject = ?', subject],
        [OF_DIRECTIVE, directive],
      ],
      order: ['a.seq'],
      descending: true,
    },
    paging,
  );
}
