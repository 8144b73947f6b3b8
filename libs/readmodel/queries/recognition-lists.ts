/**
 * What is long in a body's year of recognition, page by page: its subjects, whom it called upon to register, and
 * classifications. A unit that has ended says what became of it, and that it was not reminded afterwards.
 */
import type { Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type { ClassificationRow, RecognitionCalledRow, RecognitionSubjectRow } from '../rows';

type OfYear = { readonly authority: string; readonly year: number };

export type SubjectFilter = OfYear & {
  readonly status?: string | undefined;
  /** Without a decision, whatever is missing for one. */
  readonly undecided?: boolean | undefined;
};

/** `u` is the unit, `h` its heir. */
const HEIR = `coalesce(u.record #>> '{ended,heir}',
  CASE WHEN jsonb_array_length(u.record #> '{ended,successors}') = 1
    THEN u.record #>> '{ended,successors,0}' END)`;
const UNITS = `LEFT JOIN read.units AS u ON u.unit_id = s.unit LEFT JOIN read.units AS h ON h.unit_id = ${HEIR}`;
const ENDED = `CASE WHEN u.ended_on IS NOT NULL THEN jsonb_build_object('on', u.ended_on,
  'how', u.record #>> '{ended,how}', 'successors', u.record #> '{ended,successors}',
  'heir', ${HEIR}, 'heirName', h.name) END AS ended`;
const ELSEWHERE = `(SELECT coalesce(jsonb_agg(jsonb_build_object('authority', o.authority, 'name', a.name)
   ORDER BY o.authority), '[]') FROM read.recognition_subjects AS o LEFT JOIN read.units AS a ON a.unit_id = o.authority
   WHERE o.unit = s.unit AND o.year = s.year AND o.authority <> s.authority) AS elsewhere`;
const REVOCATION = `CASE WHEN s.revocation IS NOT NULL THEN s.revocation || jsonb_build_object('unitName',
  (SELECT r.name FROM read.units AS r WHERE r.unit_id = s.revocation #>> '{actor,unit}')) END AS revocation`;
/** Việt Nam is seven hours ahead, without daylight saving. */
const REMINDED_ON = `to_char((s.reminded_at::timestamptz + interval '7 hours') AT TIME ZONE 'UTC', 'YYYY-MM-DD') COLLATE "C"`;
const REMINDED = `CASE WHEN u.ended_on <= ${REMINDED_ON} THEN NULL ELSE s.reminded_at END AS "remindedAt"`;

export function subjects(
  db: Db,
  { authority, year, status, undecided, ...paging }: SubjectFilter & Paging,
): Promise<Page<RecognitionSubjectRow>> {
  return page<RecognitionSubjectRow>(
    db,
    {
      columns: `s.unit, u.name, s.kind, s.trait, s.status, s.reference, s.registered_on AS "registeredOn",
        s.entered_on AS "enteredOn", coalesce(s.own_statement, false) AS "ownStatement",
        s.registration, s.norm, s.dossier, s.proposal, s.reasons, s.decided_on AS "decidedOn",
        s.decision_number AS "decisionNumber", s.decision_by AS "decisionBy",  s.decision, s.otherwise, s.reason,
        s.no_dossier AS "noDossier", s.handed_in_by AS "handedInBy", ${REVOCATION}, ${ELSEWHERE}, ${REMINDED}, ${ENDED}`,
      from: `read.recognition_subjects AS s ${UNITS}`,
      where: [
        ['s.authority = ?', authority],
        ['s.year = ?', year],
        ['s.status = ?', status],
        [`(s.status NOT IN ('met', 'notMet', 'revoked')) = ?`, undecided],
      ],
      order: ['s.unit'],
    },
    paging,
  );
}

export function called(
  db: Db,
  { authority, year, ...paging }: OfYear & Paging,
): Promise<Page<RecognitionCalledRow>> {
  return page<RecognitionCalledRow>(
    db,
    {
      columns: `s.unit, u.name, s.kind, s.called_on AS "calledOn", s.reference, r.unit IS NOT NULL AS registered,
        ${REMINDED}, ${ENDED}`,
      from: `read.recognition_called AS s
        LEFT JOIN read.recognition_subjects AS r USING (authority, year, unit) ${UNITS}`,
      where: [
        ['s.authority = ?', authority],
        ['s.year = ?', year],
      ],
      order: ['s.unit'],
    },
    paging,
  );
}

export function classifications(
  db: Db,
  { authority, year, ...paging }: OfYear & Paging,
): Promise<Page<ClassificationRow>> {
  return page<ClassificationRow>(
    db,
    {
      columns: `s.unit, u.name, s.level, s.level_text AS "levelText", s.policy,
        s.classified_on AS "classifiedOn", s.reason`,
      from: 'read.classifications AS s LEFT JOIN read.units AS u ON u.unit_id = s.unit',
      where: [
        ['s.authority = ?', authority],
        ['s.year = ?', year],
      ],
      order: ['s.unit'],
    },
    paging,
  );
}
