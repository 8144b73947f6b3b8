/**
 * What a consolidated report would say, from the reports accepted below at an instant: figures by their rules, texts by
 * sender, and who is missing. A draft: nothing of it is handed in before a person does so.
 */
import {
  rollUp,
  type FieldValue,
  type Form,
  type Instant,
  type ObligationStatus,
  type Part,
  type PlannedPeriod,
  type RolledField,
  type Text,
} from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { figuresAsOf } from '../figures-as-of';
import type { Consolidation, ConsolidationSource, TextOfSender } from '../rows';

type Above = {
  readonly obligation: string;
  readonly round: string;
  readonly directive: string;
  readonly duty: string;
  readonly unit: string;
  readonly period: PlannedPeriod;
  readonly dueAt: Instant | null;
  readonly form: Form | null;
};

type Below = Omit<Part, 'submission' | 'effectiveAt' | 'summary'> & {
  readonly name: Text | null;
  readonly status: ObligationStatus;
  /** Null while nothing is accepted. */
  readonly submission: number | null;
  readonly effectiveAt: Instant | null;
  readonly summary: string | null;
};

type Accepted = Part & { readonly name: Text | null };

/** Null when there is no such obligation. */
export async function consolidation(
  db: Db,
  id: string,
  asOf: Instant,
): Promise<Consolidation | null> {
  const above = await rowOf<Above>(
    db,
    `SELECT o.obligation_id AS obligation, o.round_id AS round, o.directive_id AS directive, o.duty_id AS duty, o.unit,
       r.period, o.due_at AS "dueAt", r.heading -> 'form' AS form
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id) WHERE o.obligation_id = $1`,
    [id],
  );
  if (!above) return null;
  const sources = await sourcesOf(db, above, asOf);
  const rounds = sources.flatMap((source) => source.rounds);
  const below = rounds.length === 0 ? [] : await reportsBelow(db, rounds, asOf);
  return drafted(above, sources, below, asOf);
}

function drafted(
  { obligation, round, unit, period, form: own }: Above,
  sources: readonly ConsolidationSource[],
  below: readonly Below[],
  asOf: Instant,
): Consolidation {
  const parts = below.flatMap((one) => acceptedPart(one));
  const form = own ?? parts.findLast((part) => part.form !== null)?.form ?? null;
  const fields = form === null ? [] : rollUp(form, parts);
  return {
    ...{ obligation, round, unit, period, asOf, form, sources, fields },
    parts: parts.map(({ obligation: of, unit: by, name, submission }) => ({
      obligation: of,
      unit: by,
      name,
      submission,
    })),
    missing: below
      .filter(({ submission, status }) => submission === null && status !== 'notApplicable')
      .map(({ obligation: of, unit: by, name, status }) => ({
        obligation: of,
        unit: by,
        name,
        status,
      })),
    sections: (form?.outline ?? []).map(({ code, heading }) => ({
      code,
      heading,
      texts: textsOf(parts, ({ data }) => data?.sections[code]),
    })),
    summaries: textsOf(parts, ({ summary }) => summary),
    values: valuesOf(fields),
  };
}

function acceptedPart({
  submission,
  effectiveAt,
  summary,
  status: _status,
  ...rest
}: Below): Accepted[] {
  if (submission === null || effectiveAt === null) return [];
  return [{ ...rest, submission, effectiveAt, summary: summary ?? '' }];
}

function textsOf(
  parts: readonly Accepted[],
  text: (part: Accepted) => string | undefined,
): readonly TextOfSender[] {
  return parts.flatMap((part): TextOfSender[] => {
    const { obligation, unit, name } = part;
    const said = text(part) ?? '';
    return said === '' ? [] : [{ obligation, unit, name, text: said }];
  });
}

/** Listed texts and choices are for a person to sum up: they are no value of one report. */
function valuesOf(fields: readonly RolledField[]): { readonly [code: string]: FieldValue } {
  return Object.fromEntries(
    fields.flatMap(({ field, value, rollUp: rule }) =>
      value === null || (rule === 'list' && !isModels(value)) ? [] : [[field, value as FieldValue]],
    ),
  );
}

function isModels(value: NonNullable<RolledField['value']>): boolean {
  return Array.isArray(value) && value.every((one) => 'summary' in one);
}

/** The linked duties, each with its rounds of this period: of the same name, or ending within it. */
function sourcesOf(
  db: Db,
  { directive, duty, unit, period, dueAt }: Above,
  asOf: Instant,
): Promise<ConsolidationSource[]> {
  return rowsOf<ConsolidationSource>(
    db,
    `SELECT l.from_directive AS directive, d.symbol, l.from_duty AS duty, l.grounds, l.reason,
       l.linked_by AS "linkedBy", l.warning, (
         SELECT coalesce(jsonb_agg(r.round_id ORDER BY r.period ->> 'to', r.round_id), '[]') FROM read.rounds AS r
         WHERE r.directive_id = l.from_directive AND r.duty_id = l.from_duty AND r.opened_at <= $7
           AND (r.period_id = $4 OR r.period ->> 'to' BETWEEN $5 AND $6)) AS rounds, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('round', r.round_id, 'below', r.due_at, 'above', $8::text)
           ORDER BY r.due_at, r.round_id), '[]') FROM read.rounds AS r
         WHERE r.directive_id = l.from_directive AND r.duty_id = l.from_duty AND r.opened_at <= $7 AND r.due_at > $8
           AND (r.period_id = $4 OR r.period ->> 'to' BETWEEN $5 AND $6)) AS "dueAfter"
     FROM read.duty_links AS l LEFT JOIN read.directives AS d ON d.directive_id = l.from_directive
     WHERE l.directive_id = $1 AND l.duty_id = $2 AND (l.unit IS NULL OR l.unit = $3)
     ORDER BY l.linked_at, l.from_directive, l.from_duty`,
    [directive, duty, unit, period.id, period.from, period.to, asOf, dueAt],
  );
}

function reportsBelow(db: Db, rounds: readonly string[], asOf: Instant): Promise<Below[]> {
  return rowsOf<Below>(
    db,
    `SELECT o.obligation_id AS obligation, o.unit, u.name, o.status, f.ordinal AS submission,
       s.effective_at AS "effectiveAt", r.heading -> 'form' AS form, s.report -> 'data' AS data,
       s.report ->> 'summary' AS summary
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id)
     LEFT JOIN read.units AS u ON u.unit_id = o.unit
     ${figuresAsOf('$2')}
     LEFT JOIN read.submissions AS s ON s.obligation_id = o.obligation_id AND s.ordinal = f.ordinal
     WHERE o.round_id = ANY($1) ORDER BY o.obligation_id`,
    [rounds, asOf],
  );
}
