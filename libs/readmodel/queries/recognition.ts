/**
 * Recognition by body and year. The rate is what was recognised of what registered, in integers; a target of more than 95 %
 * is not reached by exactly 95 %. Results known from elsewhere stand beside the rate and are no part of it.
 */
import {
  basisPointsOf,
  reaches,
  settles,
  valueOf,
  type Bound,
  type Graded,
  type Text,
} from '../../domain';
import { rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type {
  RecognitionChecklist,
  RecognitionDeadlineRow,
  RecognitionDetail,
  RecognitionResultRow,
  RecognitionYearRow,
} from '../rows';

export type RecognitionFilter = {
  readonly authority?: string;
  readonly year?: number;
  /** Years in which the unit is a subject. */
  readonly unit?: string;
  /** Years of which something is told under the directive. */
  readonly directive?: string;
};

type Found = Pick<RecognitionYearRow, 'authority' | 'authorityName' | 'year' | 'target'> & {
  readonly counts: RecognitionYearRow['counts'];
  readonly delegation: RecognitionDetail['delegation'];
  readonly standingBody: string | null;
  readonly standingBodyName: Text | null;
  readonly results: readonly Omit<RecognitionResultRow, 'reached'>[];
};

const count = (of: string) => `count(*) FILTER (WHERE ${of})`;

const COLUMNS = `y.authority, u.name AS "authorityName", y.year, y.target,
  CASE WHEN y.delegation IS NOT NULL THEN y.delegation || jsonb_build_object('toName',
    (SELECT d.name FROM read.units AS d WHERE d.unit_id = y.delegation ->> 'to')) END AS delegation,
  y.standing_body AS "standingBody",
  (SELECT b.name FROM read.units AS b WHERE b.unit_id = y.standing_body) AS "standingBodyName",
  (SELECT jsonb_build_object(
     'registered', count(*),
     'met', ${count(`s.status = 'met'`)},
     'notMet', ${count(`s.status = 'notMet'`)},
     'revoked', ${count(`s.status = 'revoked'`)},
     'undecided', ${count(`s.status NOT IN ('met', 'notMet', 'revoked')`)},
     'registeredLate', ${count(`s.registration ->> 'judged' = 'late'`)},
     'decidedLate', ${count(`s.decision ->> 'judged' = 'late'`)})
   FROM read.recognition_subjects AS s WHERE s.authority = y.authority AND s.year = y.year) AS counts,
  (SELECT coalesce(jsonb_agg(jsonb_build_object(
     'kinds', r.kinds, 'result', r.result, 'by', r.by, 'byName', (SELECT n.name FROM read.units AS n WHERE n.unit_id = r.by ->> 'value'), 'source', r.source, 'directive', r.directive_id,
     'norm', r.norm, 'recordedAt', r.recorded_at) ORDER BY r.seq), '[]')
   FROM read.recognition_results AS r WHERE r.authority = y.authority AND r.year = y.year) AS results`;

const FROM = 'read.recognition_years AS y LEFT JOIN read.units AS u ON u.unit_id = y.authority';

export async function recognitionYears(
  db: Db,
  { authority, year, unit, directive, ...paging }: RecognitionFilter & Paging,
): Promise<Page<RecognitionYearRow>> {
  const { items, next } = await page<Found>(
    db,
    {
      columns: COLUMNS,
      from: FROM,
      where: [
        ['y.authority = ?', authority],
        ['y.year = ?', year],
        [
          `EXISTS (SELECT 1 FROM read.recognition_subjects AS s
           WHERE s.authority = y.authority AND s.year = y.year AND s.unit = ?)`,
          unit,
        ],
        [
          `EXISTS (SELECT 1 FROM read.recognition_results AS r
           WHERE r.authority = y.authority AND r.year = y.year AND r.directive_id = ?)`,
          directive,
        ],
      ],
      order: ['y.authority', 'y.year'],
    },
    paging,
  );
  return { items: items.map(yearRow), next };
}

export async function recognitionYear(
  db: Db,
  authority: string,
  year: number,
): Promise<RecognitionDetail | null> {
  const [found] = await rowsOf<Found>(
    db,
    `SELECT ${COLUMNS} FROM ${FROM} WHERE y.authority = $1 AND y.year = $2`,
    [authority, year],
  );
  if (found === undefined) return null;
  return {
    ...yearRow(found),
    delegation: found.delegation,
    standingBody: found.standingBody,
    standingBodyName: found.standingBodyName,
    deadlines: await deadlines(db, authority, year),
    checklists: await checklists(db, authority, year),
  };
}

function yearRow({ authority, authorityName, year, counts, target, results }: Found) {
  const { met, registered } = counts;
  const bound = boundOf(target);
  return {
    ...{ authority, authorityName, year, counts, target },
    rate: { met, of: registered, basisPoints: basisPointsOf(met, registered) },
    reached: bound === undefined ? null : reaches(met, registered, bound),
    results: results.map((one) => {
      const told = valueOf(one.result);
      const reached = bound === undefined || told === undefined ? null : settles(told, bound);
      return { ...one, reached };
    }),
  };
}

function boundOf(target: Graded<Bound> | null): Bound | undefined {
  return target === null ? undefined : valueOf(target);
}

function deadlines(db: Db, authority: string, year: number): Promise<RecognitionDeadlineRow[]> {
  return rowsOf<RecognitionDeadlineRow>(
    db,
    `SELECT z.what, z.kinds, z.last, z.at, z.registered, z.undecided, z.units, z.more, z.unregistered, z.derivation, z.norm
     FROM read.recognition_deadlines AS z
     WHERE z.authority = $1 AND z.year = $2 ORDER BY z.at, z.what`,
    [authority, year],
  );
}

/** Of the norms by which dossiers were handed in; a norm whose checklist is not in our copy has none. */
function checklists(db: Db, authority: string, year: number): Promise<RecognitionChecklist[]> {
  return rowsOf<RecognitionChecklist>(
    db,
    `SELECT p.policy_id || '@' || p.version AS policy, p.policy #> '{value,checklist,value}' AS items
     FROM read.policies AS p
     WHERE p.policy #> '{value,checklist,value}' IS NOT NULL AND p.policy_id || '@' || p.version IN (
       SELECT coalesce(s.dossier #>> '{norm,policy}', s.norm ->> 'policy') FROM read.recognition_subjects AS s
       WHERE s.authority = $1 AND s.year = $2 AND s.dossier IS NOT NULL)
     ORDER BY 1`,
    [authority, year],
  );
}
