/** What happened, line by line, each as one sentence in Vietnamese and English with units by their names. */
import type { Text } from '../../domain';
import { rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { TimelineRow } from '../rows';
import { sentence, type Names } from '../sentences';

export type TimelineFilter = {
  readonly directive?: string;
  readonly round?: string;
  readonly unit?: string;
};

const COLUMNS = `t.seq::int AS seq, t.entry_id AS entry, t.stream, t.kind, t.type, t.directive_id AS directive,
  t.round_id AS round, t.unit, t.at, t.recorded_at AS "recordedAt", t.actor, t.rejection, t.data`;

export async function timeline(
  db: Db,
  { directive, round, unit, ...paging }: TimelineFilter & Paging,
): Promise<Page<TimelineRow>> {
  const found = await page<Omit<TimelineRow, 'text'>>(
    db,
    {
      columns: COLUMNS,
      from: 'read.timeline AS t',
      where: [
        ['t.directive_id = ?', directive],
        ['t.round_id = ?', round],
        ['t.unit = ?', unit],
      ],
      order: ['t.seq'],
    },
    paging,
  );
  const names = await namesOf(db);
  return {
    items: found.items.map((row) => ({ ...row, text: sentence(row, names) })),
    next: found.next,
  };
}

/** Everything of one stream. */
export async function timelineOf(db: Db, stream: string): Promise<TimelineRow[]> {
  const rows = await rowsOf<Omit<TimelineRow, 'text'>>(
    db,
    `SELECT ${COLUMNS} FROM read.timeline AS t WHERE t.stream = $1 ORDER BY t.seq`,
    [stream],
  );
  const names = await namesOf(db);
  return rows.map((row) => ({ ...row, text: sentence(row, names) }));
}

async function namesOf(db: Db): Promise<Names> {
  const found = await rowsOf<{ unit: string; name: Text }>(
    db,
    `SELECT unit_id AS unit, name FROM read.units`,
  );
  const byId = new Map(found.map(({ unit, name }) => [unit, name]));
  return (unit) => byId.get(unit) ?? { vi: unit, en: unit };
}
