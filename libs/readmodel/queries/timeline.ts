/** What happened, line by line, each as one sentence in Vietnamese and English with units by their names. */
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { TimelineRow } from '../rows';
import { sentence, type Names } from '../sentences';
import { unitNames } from './unit-names';

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
  const names = await namesFor(db);
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
  const names = await namesFor(db);
  return rows.map((row) => ({ ...row, text: sentence(row, names) }));
}

/** By whatever name or id a sentence speaks of them. */
async function namesFor(db: Db): Promise<Names> {
  const names = await unitNames(db, 'all');
  return (unit) => (Object.hasOwn(names, unit) ? names[unit]! : { vi: unit, en: unit });
}

/** The line of one entry; null of a command that was accepted: its events have lines. */
export async function timelineAt(db: Db, seq: number): Promise<TimelineRow | null> {
  const row = await rowOf<Omit<TimelineRow, 'text'>>(
    db,
    `SELECT ${COLUMNS} FROM read.timeline AS t WHERE t.seq = $1`,
    [seq],
  );
  return row && { ...row, text: sentence(row, await namesFor(db)) };
}
