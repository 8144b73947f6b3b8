/** Commendations as a list, and one with its subjects, its steps and all that befell it. */
import { ROLE } from '../../contracts';
import {
  commendationStream,
  type Actor,
  type Instant,
  type Subject,
  type Text,
} from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { BarRow, CommendationDetail, CommendationRow, SubjectRow } from '../rows';
import { time } from '../sentences/say';
import { timelineOf } from './timeline';
import { unitNames, type UnitNames } from './unit-names';

export type CommendationFilter = {
  readonly directive?: string;
  readonly status?: string;
  /** A unit commended, or of which somebody is. */
  readonly unit?: string;
  readonly awardingBody?: string;
};

const COUNTS = `(SELECT json_build_object('individuals', coalesce(sum(s.individuals), 0)::int,
    'collectives', coalesce(sum(s.collectives), 0)::int, 'households', coalesce(sum(s.households), 0)::int)
  FROM read.commendation_subjects AS s WHERE s.commendation_id = c.commendation_id)`;

const COLUMNS = `c.commendation_id AS commendation, c.directive_id AS directive, d.symbol, c.status,
  c.record -> 'reported' -> 'title' AS title, c.form, c.power -> 'name' AS "formName",
  c.awarding_body AS "awardingBody", a.name AS "awardingBodyName", c.nominated_by AS "nominatedBy",
  n.name AS "nominatedByName", ${COUNTS} AS counts, c.step, c.responsible, r.name AS "responsibleName",
  c.due_at AS "dueAt", c.first_at AS "firstAt", c.changed_at AS "changedAt"`;
const FROM = `read.commendations AS c
  LEFT JOIN read.directives AS d ON d.directive_id = c.directive_id
  LEFT JOIN read.units AS a ON a.unit_id = c.awarding_body
  LEFT JOIN read.units AS n ON n.unit_id = c.nominated_by
  LEFT JOIN read.units AS r ON r.unit_id = c.responsible`;

export function commendations(
  db: Db,
  { directive, status, unit, awardingBody, ...paging }: CommendationFilter & Paging,
): Promise<Page<CommendationRow>> {
  return page<CommendationRow>(
    db,
    {
      columns: COLUMNS,
      from: FROM,
      where: [
        ['c.directive_id = ?', directive],
        ['c.status = ?', status],
        ['c.awarding_body = ?', awardingBody],
        [
          `EXISTS (SELECT FROM read.commendation_subjects AS s
           WHERE s.commendation_id = c.commendation_id AND s.unit = ?)`,
          unit,
        ],
      ],
      order: ['c.first_seq', 'c.commendation_id'],
    },
    paging,
  );
}

type DetailRow = Omit<CommendationDetail, 'subjects' | 'history' | 'names'>;

/** Names of persons are not known here: `shown` is null until the caller fills it in. */
export async function commendation(db: Db, id: string): Promise<CommendationDetail | null> {
  const found = await rowOf<DetailRow>(
    db,
    `SELECT ${COLUMNS}, c.record, c.power, c.warnings FROM ${FROM} WHERE c.commendation_id = $1`,
    [id],
  );
  if (!found) return null;
  const names = await unitNames(db, 'all');
  const history = await timelineOf(db, commendationStream(id));
  return { ...found, subjects: await subjectsOf(db, found, names), history, names };
}

type Erasure = { readonly token: string; readonly at: Instant; readonly actor: Actor };

async function subjectsOf(db: Db, { record }: DetailRow, names: UnitNames): Promise<SubjectRow[]> {
  const reported = record.reported?.subjects;
  const subjects: readonly Subject[] =
    record.nomination?.subjects ?? (reported && 'value' in reported ? reported.value : []);
  const tokens = subjects.flatMap((it) => ('name' in it ? [it.name] : []));
  const erasures = await rowsOf<Erasure>(
    db,
    `SELECT token, at, actor FROM read.erasures WHERE token = ANY($1)`,
    [tokens],
  );
  const erased = new Map(erasures.map((it) => [it.token, it]));
  return subjects.map((subject) => {
    const unit = subject.kind === 'aggregate' ? null : subject.unit;
    const gone = 'name' in subject ? erased.get(subject.name) : undefined;
    return {
      ...subject,
      unitName: unit === null ? null : (names[unit] ?? null),
      shown: null,
      erased: gone ? { at: gone.at, actor: gone.actor, text: erasedText(gone, names) } : null,
    };
  });
}

/** "Đã xóa ngày … bởi …": whoever reads the page learns that a name stood here. */
function erasedText({ at, actor }: Erasure, names: UnitNames): Text {
  const unit =
    actor.unit === null ? null : (names[actor.unit] ?? { vi: actor.unit, en: actor.unit });
  const by = (language: 'vi' | 'en') =>
    `${ROLE[actor.role][language]} ${actor.id}${unit ? ` (${unit[language]})` : ''}`;
  return {
    vi: `đã xóa lúc ${time(at).vi}, bởi ${by('vi')}`,
    en: `erased at ${time(at).en} by ${by('en')}`,
  };
}

export function bars(
  db: Db,
  { unit, ...paging }: { readonly unit?: string } & Paging,
): Promise<Page<BarRow>> {
  return page<BarRow>(
    db,
    {
      columns: `b.bar_id AS id, b.unit, u.name AS "unitName", b.kind, b.from_day AS "from", b.to_day AS "to",
        b.reason, b.source`,
      from: 'read.bars AS b LEFT JOIN read.units AS u ON u.unit_id = b.unit',
      where: [['b.unit = ?', unit]],
      order: ['b.from_day', 'b.bar_id'],
    },
    paging,
  );
}
