/** The plain lists: register of documents, assumptions, units, calendars, policies, deliveries, what comes next. */
import type { LocalDate } from '../../domain';
import { rowOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type {
  AssumptionRow,
  CalendarYearRow,
  DeliveryRow,
  DocumentRow,
  PolicyRow,
  UnitRow,
  UpcomingRow,
} from '../rows';
import { searchForm } from '../search-form';

export type DocumentFilter = {
  readonly direction?: 'outgoing' | 'incoming';
  readonly directive?: string;
};

export function documents(
  db: Db,
  { direction, directive, ...paging }: DocumentFilter & Paging,
): Promise<Page<DocumentRow>> {
  return page<DocumentRow>(
    db,
    {
      columns: `m.document_id AS document, m.direction, m.kind, m.number, m.dated AS date,
        coalesce(m.from_unit, r.heading ->> 'standingBody', '') AS "from", u.name AS "fromName",
        coalesce(m.to_units, r.heading -> 'to', '[]') AS "to", m.signer, m.summary, m.directive_id AS directive,
        m.round_id AS round, m.obligation_id AS obligation, m.at, m.state`,
      from: `read.documents AS m LEFT JOIN read.rounds AS r ON r.round_id = m.round_id
        LEFT JOIN read.units AS u ON u.unit_id = coalesce(m.from_unit, r.heading ->> 'standingBody')`,
      where: [
        ['m.direction = ?', direction],
        ['m.directive_id = ?', directive],
      ],
      order: ['m.at', 'm.document_id'],
    },
    paging,
  );
}

export function assumptions(
  db: Db,
  { directive, ...paging }: { readonly directive?: string } & Paging,
): Promise<Page<AssumptionRow>> {
  return page<AssumptionRow>(
    db,
    {
      columns: `a.directive_id AS directive, d.symbol, a.duty_id AS duty, a.code, a.policy, a.source, a.text,
        a.periods, a.first_at AS "firstAt"`,
      from: `read.assumptions AS a LEFT JOIN read.directives AS d ON d.directive_id = a.directive_id`,
      where: [
        ['a.directive_id = ?', directive],
        ['(a.ended_at IS NULL) = ?', true],
      ],
      order: ['a.first_seq', 'a.assumption_id'],
    },
    paging,
  );
}

export type UnitFilter = {
  /** Any part of any name it ever had, accents or not. */
  readonly name?: string;
  readonly roleClass?: string;
  /** Class and existence on that day; without it, as far as is recorded. */
  readonly on?: LocalDate;
};

const UNIT_COLUMNS = `u.unit_id AS unit, u.name, u.parent, u.kind, u.role_classes AS "roleClasses",
  u.ended_on AS "endedOn", u.record`;

export function units(
  db: Db,
  { name, roleClass, on, ...paging }: UnitFilter & Paging,
): Promise<Page<UnitRow>> {
  const classOn =
    roleClass === undefined ? undefined : JSON.stringify({ roleClass, on: on ?? null });
  return page<UnitRow>(
    db,
    {
      columns: UNIT_COLUMNS,
      from: 'read.units AS u',
      where: [
        [`position(? IN u.search) > 0`, name === undefined ? undefined : searchForm(name)],
        [
          `EXISTS (SELECT 1 FROM jsonb_array_elements(u.record -> 'roleClasses') AS c
           WHERE c ->> 'value' = ?::jsonb ->> 'roleClass' AND CASE WHEN ?::jsonb ->> 'on' IS NULL
             THEN c ->> 'to' IS NULL
             ELSE c ->> 'from' <= ?::jsonb ->> 'on' AND (c ->> 'to' IS NULL OR ?::jsonb ->> 'on' < c ->> 'to') END)`,
          classOn,
        ],
        [`(u.ended_on IS NULL OR ?::text < u.ended_on)`, on],
      ],
      order: ['u.unit_id'],
    },
    paging,
  );
}

export function unit(db: Db, id: string): Promise<UnitRow | null> {
  return rowOf<UnitRow>(db, `SELECT ${UNIT_COLUMNS} FROM read.units AS u WHERE u.unit_id = $1`, [
    id,
  ]);
}

export function calendarYear(
  db: Db,
  calendar: string,
  year: number,
): Promise<CalendarYearRow | null> {
  return rowOf<CalendarYearRow>(
    db,
    `SELECT calendar_id AS calendar, year, revision, source, days FROM read.calendars
     WHERE calendar_id = $1 AND year = $2`,
    [calendar, year],
  );
}

export function policies(
  db: Db,
  { kind, ...paging }: { readonly kind?: string } & Paging,
): Promise<Page<PolicyRow>> {
  return page<PolicyRow>(
    db,
    {
      columns: `p.policy, p.withdrawn_on AS "withdrawnOn"`,
      from: 'read.policies AS p',
      where: [[`p.policy -> 'value' ->> 'kind' = ?`, kind]],
      order: ['p.policy_id', 'p.version'],
    },
    paging,
  );
}

export function deliveries(
  db: Db,
  filter: {
    readonly round?: string;
    readonly commendation?: string;
    readonly directive?: string;
    readonly authority?: string;
    readonly year?: number;
    readonly unit?: string;
  } & Paging,
): Promise<Page<DeliveryRow>> {
  return page<DeliveryRow>(
    db,
    {
      columns: `v.message_id AS message, v.round_id AS round,
        substring(v.stream FROM '^commendation/([^/]+)/delivery$') AS commendation,
        v.directive_id AS directive, substring(v.stream FROM '^recognition/(.+)/delivery$') AS recognition, v.unit, v.recipient, v.channel, v.about, v.outcome,
        v.attempts, v.at, v.detail`,
      from: 'read.deliveries AS v',
      where: [
        ['v.round_id = ?', filter.round],
        [`v.stream = 'commendation/' || ? || '/delivery'`, filter.commendation],
        [`v.stream LIKE 'recognition/%' AND split_part(v.stream, '/', 2) = ?`, filter.authority],
        [`v.stream LIKE 'recognition/%' AND split_part(v.stream, '/', 3) = ?::text`, filter.year],
        ['v.directive_id = ?', filter.directive],
        ['v.unit = ?', filter.unit],
      ],
      order: ['v.at', 'v.stream', 'v.message_id', 'v.unit'],
    },
    filter,
  );
}

/** What time itself will do next, of whatever kind, the earliest first. Of a directive: what is of it. */
export function upcoming(
  db: Db,
  { directive, ...paging }: { readonly directive?: string } & Paging,
): Promise<Page<UpcomingRow>> {
  return page<UpcomingRow>(
    db,
    {
      columns: `c.at, c.kind, c.directive_id AS directive, d.symbol, c.duty_id AS duty, c.period,
        y.duty -> 'title' AS title, c.round_id AS round, c.shard, c.schedule_id AS schedule, c.rung,
        c.rung_kind AS "rungKind", c.audience, c.commendation_id AS commendation, c.step, c.authority, c.year, c.day,
        c.last, c.review, c.derivation, c.reason`,
      from: `read.upcoming AS c LEFT JOIN read.directives AS d ON d.directive_id = c.directive_id
        LEFT JOIN read.duties AS y ON y.directive_id = c.directive_id AND y.duty_id = c.duty_id`,
      where: [['c.directive_id = ?', directive]],
      order: [
        'c.at COLLATE "C"',
        `coalesce(c.directive_id, '') COLLATE "C"`,
        'c.kind COLLATE "C"',
        'c.key COLLATE "C"',
      ],
    },
    paging,
  );
}
