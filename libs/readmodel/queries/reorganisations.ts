/** Change sets of units: the list, one with its progress and its obligations, and what one would move before it is decided. */
import { progressOf, withoutHeir, type ReorganisationState } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type {
  MoveRow,
  PreviewRow,
  ReorganisationDetail,
  ReorganisationRow,
  WithoutHeirRow,
} from '../rows';

const COLUMNS = `g.reorganisation_id AS reorganisation, g.title, g.on_date AS on_, g.source, g.status,
  g.decided_at AS "decidedAt", g.ended_at AS "endedAt", g.undone_reason AS "undoneReason", g.record,
  jsonb_array_length(g.change_set -> 'successions') AS ending,
  jsonb_array_length(g.change_set -> 'register') AS founded`;

type Found = Omit<ReorganisationRow, 'on' | 'done' | 'of' | 'moved' | 'withoutHeir'> & {
  readonly on_: string;
  readonly record: ReorganisationState | null;
};

export async function reorganisations(db: Db, paging: Paging): Promise<Page<ReorganisationRow>> {
  const found = await page<Found>(
    db,
    { columns: COLUMNS, from: 'read.reorganisations AS g', where: [], order: ['g.seq'] },
    paging,
  );
  return { items: found.items.map(rowFrom), next: found.next };
}

export async function reorganisation(db: Db, id: string): Promise<ReorganisationDetail | null> {
  const found = await rowOf<Found & Pick<ReorganisationDetail, 'changeSet'>>(
    db,
    `SELECT ${COLUMNS}, g.change_set AS "changeSet" FROM read.reorganisations AS g
     WHERE g.reorganisation_id = $1`,
    [id],
  );
  if (!found) return null;
  const { changeSet, record } = found;
  return {
    ...rowFrom(found),
    changeSet,
    decided: record?.decided ?? [],
    blocked: await blockedBy(db, id),
    moves: await movesOf(db, id),
  };
}

function rowFrom({ on_, record, ...row }: Found): ReorganisationRow {
  const progress = record === null ? { done: 0, of: 0, moved: 0 } : progressOf(record);
  const waiting = record === null ? [] : withoutHeir(record);
  return { ...row, on: on_, ...progress, withoutHeir: waiting.map(({ unit }) => unit) };
}

/** From whom to whom, with how many obligations. */
function movesOf(db: Db, id: string): Promise<MoveRow[]> {
  return rowsOf<MoveRow>(
    db,
    `SELECT t.from_unit AS "from", f.name AS "fromName", t.to_unit AS "to", n.name AS "toName", t.back,
       count(*)::int AS count
     FROM read.transfers AS t
     LEFT JOIN read.units AS f ON f.unit_id = t.from_unit
     LEFT JOIN read.units AS n ON n.unit_id = t.to_unit
     WHERE t.reorganisation_id = $1 GROUP BY 1, 2, 3, 4, 5 ORDER BY t.back, 1, 3`,
    [id],
  );
}

/** Still open, still owed by a unit that has ended. */
function blockedBy(db: Db, id: string): Promise<WithoutHeirRow[]> {
  return rowsOf<WithoutHeirRow>(
    db,
    `SELECT o.owner AS unit, n.name AS "unitName", o.obligation_id AS obligation, d.symbol, r.title, r.period,
       o.due_at AS "dueAt"
     FROM read.obligations AS o
     LEFT JOIN read.rounds AS r ON r.round_id = o.round_id
     LEFT JOIN read.directives AS d ON d.directive_id = o.directive_id
     LEFT JOIN read.units AS n ON n.unit_id = o.owner
     WHERE o.blocked = $1 AND o.status NOT IN ('accepted', 'waived', 'notApplicable', 'cancelled')
       AND o.round_status IN ('open', 'suspended')
     ORDER BY 1, o.due_at, 3`,
    [id],
  );
}

export type Pair = { readonly from: string; readonly to: string | null };

/** What is open and owed by a unit that would end, in the order of due times: what it moves to, or that nobody is named. */
export async function preview(
  db: Db,
  { moves, ...paging }: { readonly moves: readonly Pair[] } & Paging,
): Promise<Page<PreviewRow>> {
  const asked = JSON.stringify(moves.map(({ from, to }) => ({ unit: from, heir: to })));
  return page<PreviewRow>(
    db,
    {
      columns: `o.obligation_id AS obligation, d.symbol, o.duty_id AS duty, r.title, r.period, o.unit,
        o.owner AS "from", f.name AS "fromName", m.heir AS "to", n.name AS "toName", o.status, o.due_at AS "dueAt"`,
      from: `jsonb_to_recordset($1::jsonb) AS m (unit text, heir text)
        JOIN read.obligations AS o ON o.owner = m.unit COLLATE "C"
        LEFT JOIN read.rounds AS r ON r.round_id = o.round_id
        LEFT JOIN read.directives AS d ON d.directive_id = o.directive_id
        LEFT JOIN read.units AS f ON f.unit_id = o.owner
        LEFT JOIN read.units AS n ON n.unit_id = m.heir`,
      values: [asked],
      where: [
        [
          `o.status NOT IN ('accepted', 'waived', 'notApplicable', 'cancelled') AND o.round_status = ANY(?)`,
          ['open', 'suspended'],
        ],
      ],
      order: [`coalesce(o.due_at, '9999-12-31T00:00:00.000Z')`, 'o.obligation_id'],
    },
    paging,
  );
}
