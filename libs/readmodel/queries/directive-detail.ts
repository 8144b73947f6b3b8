/** One directive with its duties, what took place under it, and where its text is silent. */
import {
  valueOf,
  type DirectiveDraft,
  type Duty,
  type Form,
  type Graded,
  type Instant,
  type PlannedPeriod,
} from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { notStated } from '../not-stated';
import type {
  ActingHeirRow,
  AnsweredByRow,
  DirectiveDetail,
  DutyRow,
  OccurrenceRow,
} from '../rows';
import { COLUMNS, FROM } from './directives';
import { laterInstruments } from './later-instruments';
import { endOf, owedOf } from './directive-end';
import { latestJudgements, waitingConclusions } from './reviews';
import { unitNames } from './unit-names';

type DetailRow = Omit<
  DirectiveDetail,
  | 'duties'
  | 'answeredBy'
  | 'names'
  | 'occurrences'
  | 'notStated'
  | 'judgements'
  | 'waiting'
  | 'heirs'
  | 'laterInstruments'
  | 'end'
  | 'owed'
>;

export async function directive(db: Db, id: string): Promise<DirectiveDetail | null> {
  const found = await rowOf<DetailRow>(
    db,
    `SELECT ${COLUMNS}, d.draft, d.signer, d.differences, d.warnings, d.corrections,
       d.superseded_by AS "supersededBy", d.late_addressees AS "lateAddressees",
       d.late_classes AS "lateClasses",
       d.archive, d.legal_holds AS "legalHolds", d.retention, d.owed_after AS "owedAfter"
     FROM ${FROM} WHERE d.directive_id = $1`,
    [id],
  );
  if (!found) return null;
  const duties = await dutiesOf(db, id);
  const named = unitsNamed(
    found.draft,
    duties.map(({ duty }) => duty),
  );
  return {
    ...found,
    duties,
    answeredBy: await answeredBy(db, id),
    names: await unitNames(db, named),
    heirs: await heirsOf(db, id, [found.draft.issuer, ...named]),
    occurrences: await occurrencesOf(db, id),
    laterInstruments: await laterInstruments(db, id),
    judgements: await latestJudgements(db, id),
    waiting: await waitingConclusions(db, id),
    end: await endOf(db, id),
    owed: found.owedAfter === null ? [] : await owedOf(db, id),
    notStated: notStated(
      found.draft,
      duties.map(({ duty }) => duty),
    ),
  };
}

function unitsNamed(draft: DirectiveDraft, duties: readonly Duty[]): string[] {
  const one = (graded: Graded<string> | null) => (graded && valueOf(graded)) ?? [];
  return [
    one(draft.monitoringBody),
    draft.addressees.flatMap((it) => (it.kind === 'unit' ? it.unit : [])),
    draft.tasks.flatMap(({ lead }) => one(lead)),
    duties.flatMap(({ owes, to, via }) => {
      const who = valueOf(owes);
      return [who?.kind === 'units' ? who.units : [], valueOf(to) ?? [], one(via)].flat();
    }),
  ].flat();
}

function answeredBy(db: Db, id: string): Promise<AnsweredByRow[]> {
  return rowsOf<AnsweredByRow>(
    db,
    `SELECT l.duty_id AS duty, l.unit, u.name AS "unitName", l.from_directive AS directive, d.symbol,
       l.from_duty AS "fromDuty", l.grounds, l.reason, l.warning, l.manner
     FROM read.duty_links AS l LEFT JOIN read.directives AS d ON d.directive_id = l.from_directive
     LEFT JOIN read.units AS u ON u.unit_id = l.unit
     WHERE l.directive_id = $1 AND l.unlinked_at IS NULL ORDER BY l.linked_at, l.from_directive, l.from_duty`,
    [id],
  );
}

/** Of the units it names those that have ended, and their heirs that have ended since. */
async function heirsOf(db: Db, id: string, named: readonly string[]): Promise<ActingHeirRow[]> {
  const all = await rowsOf<ActingHeirRow>(
    db,
    `SELECT h.reorganisation_id AS reorganisation, h.title, h.on_date AS "on", h.from_unit AS "from",
       f.name AS "fromName", h.to_unit AS "to", n.name AS "toName"
     FROM read.acting_heirs AS h
     LEFT JOIN read.units AS f ON f.unit_id = h.from_unit
     LEFT JOIN read.units AS n ON n.unit_id = h.to_unit
     WHERE h.directive_id = $1 ORDER BY h.seq, h.from_unit`,
    [id],
  );
  const units = new Set(named);
  return all.filter(({ from, to }) => {
    if (!units.has(from)) return false;
    units.add(to);
    return true;
  });
}

/** In the order in which they became known. */
function occurrencesOf(db: Db, id: string): Promise<OccurrenceRow[]> {
  return rowsOf<OccurrenceRow>(
    db,
    `SELECT t.type, t.data, t.at, t.recorded_at AS "recordedAt", t.actor, (
       SELECT coalesce(jsonb_object_agg(u.unit_id, u.name), '{}') FROM read.units AS u
       WHERE u.unit_id IN (t.data -> 'by' ->> 'value', t.data -> 'report' -> 'value' ->> 'to', t.actor ->> 'unit')
         OR t.data -> 'inspected' -> 'value' ? u.unit_id OR t.data -> 'praised' -> 'value' ? u.unit_id) AS names
     FROM read.timeline AS t
     WHERE t.directive_id = $1 AND t.kind = 'event'
       AND t.type IN ('ConferenceHeld', 'InspectionHeld', 'ResultRecorded', 'JointInstrumentReviewed', 'UnitPraised')
     ORDER BY t.seq`,
    [id],
  );
}

async function dutiesOf(db: Db, id: string): Promise<DutyRow[]> {
  return rowsOf<{
    duty: Duty;
    revision: number;
    missing: readonly string[];
    next: { period: PlannedPeriod; opensAt: Instant } | null;
    form: Form | null;
  }>(
    db,
    `SELECT y.duty, y.revision, y.missing, (
       SELECT json_build_object('period', p.period, 'opensAt', p.opens_at) FROM read.planned_rounds AS p
       JOIN read.directives AS d ON d.directive_id = p.directive_id AND d.status IN ('issued', 'suspended')
       WHERE p.directive_id = y.directive_id AND p.duty_id = y.duty_id ORDER BY p.opens_at LIMIT 1) AS next, (
       SELECT f.form FROM read.forms AS f WHERE f.directive_id = y.directive_id AND f.duty_id = y.duty_id
       ORDER BY f.version DESC LIMIT 1) AS form
     FROM read.duties AS y WHERE y.directive_id = $1 ORDER BY y.ordinal, y.duty_id`,
    [id],
  );
}
