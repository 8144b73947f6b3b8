/**
 * What a consolidated report rests on, however many hops down: how many reports are in it, who was missing when its draft
 * was made, and which lists it has only in part. Who was missing below is missing above, and stays named.
 */
import type { Form, Report, Text } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { figuresAsOf } from '../figures-as-of';
import type { IncompleteReport, RestsOn } from '../rows';
import { aboveOf, missingOf, reportsBelow, sourcesOf, type Below } from './parts-below';

/** A report as it was handed in. */
export type Reported = {
  readonly obligation: string;
  readonly unit: string;
  readonly name: Text | null;
  readonly submission: number;
  readonly consolidates: Report['consolidates'] | null;
};

/** More levels than any administration has. */
const MOST_HOPS = 20;

/** Of the reports that were consolidated from others; the rest say nothing here. */
export async function restsOn(
  db: Db,
  reports: readonly Reported[],
  hops = MOST_HOPS,
): Promise<RestsOn[]> {
  const found: RestsOn[] = [];
  for (const { consolidates, ...report } of reports) {
    if (consolidates) found.push(await restOf(db, { ...report, consolidates }, hops));
  }
  return found;
}

/** None while nothing is accepted. */
export function reported({ obligation, unit, name, submission, consolidates }: Below): Reported[] {
  return submission === null ? [] : [{ obligation, unit, name, submission, consolidates }];
}

type Consolidated = Reported & { readonly consolidates: NonNullable<Reported['consolidates']> };

async function restOf(db: Db, { consolidates, ...report }: Consolidated, hops: number) {
  const { parts, missing, asOf = null, cut = [] } = consolidates;
  const from = await madeBy(db, report);
  const above = from === null ? null : await aboveOf(db, from);
  const below =
    above && asOf !== null ? await reportsBelow(db, await sourcesOf(db, above, asOf), asOf) : [];
  return {
    ...report,
    ...{ parts, missing, asOf },
    missingUnits: missingOf(below),
    cut: cut.map((one) => ({ ...one, label: labelOf(above?.form ?? null, one) })),
    below: hops > 0 ? await restsOn(db, below.flatMap(reported), hops - 1) : [],
  };
}

/** The obligation whose draft it was: what was handed in by itself is the report of the one below. Null when nobody knows. */
async function madeBy(
  db: Db,
  { obligation, submission }: { readonly obligation: string; readonly submission: number },
): Promise<string | null> {
  type Fed = { channel: string; fedBy: string | null; fedSubmission: number | null };
  let at = { obligation, submission };
  for (let hop = 0; hop < MOST_HOPS; hop += 1) {
    const row = await rowOf<Fed>(
      db,
      `SELECT channel, fed_by AS "fedBy", fed_submission AS "fedSubmission"
       FROM read.submissions WHERE obligation_id = $1 AND ordinal = $2`,
      [at.obligation, at.submission],
    );
    if (row?.channel !== 'rollUp') return at.obligation;
    if (row.fedBy === null || row.fedSubmission === null) return null;
    at = { obligation: row.fedBy, submission: row.fedSubmission };
  }
  return null;
}

/** The report of an obligation that stands: the last one neither withdrawn nor returned. */
export async function restsOnOf(db: Db, id: string, asOf: string): Promise<RestsOn | null> {
  const reports = await rowsOf<Reported>(
    db,
    `SELECT s.obligation_id AS obligation, o.unit, u.name, s.ordinal AS submission, s.report -> 'consolidates' AS consolidates
     FROM read.submissions AS s JOIN read.obligations AS o USING (obligation_id)
     LEFT JOIN read.units AS u ON u.unit_id = o.unit
     WHERE s.obligation_id = $1 AND s.received_at <= $2 AND s.state NOT IN ('withdrawn', 'returned')
     ORDER BY s.ordinal DESC LIMIT 1`,
    [id, asOf],
  );
  const [found] = await restsOn(db, reports);
  return found ?? null;
}

/** Of a directive's reports that counted at that instant: those in which somebody is missing, or something was cut. */
export async function incompleteOf(
  db: Db,
  directive: string,
  asOf: string,
): Promise<IncompleteReport[]> {
  const reports = await rowsOf<Reported & { readonly title: Text; readonly period: Text }>(
    db,
    `SELECT o.obligation_id AS obligation, o.unit, u.name, s.ordinal AS submission, r.title, r.period -> 'label' AS period,
       s.report -> 'consolidates' AS consolidates
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id)
     LEFT JOIN read.units AS u ON u.unit_id = o.unit
     ${figuresAsOf('$2')}
     JOIN read.submissions AS s ON s.obligation_id = o.obligation_id AND s.ordinal = f.ordinal
     WHERE o.directive_id = $1 AND s.report ? 'consolidates'
     ORDER BY o.due_at NULLS LAST, o.obligation_id`,
    [directive, asOf],
  );
  const found = await restsOn(db, reports);
  return found
    .map((one, index) => ({ ...one, title: reports[index]!.title, period: reports[index]!.period }))
    .filter(isIncomplete);
}

/** At whatever level below. */
function isIncomplete({ missing, cut, below }: RestsOn): boolean {
  return missing > 0 || cut.length > 0 || below.some(isIncomplete);
}

function labelOf(form: Form | null, { part, code }: { part: string; code: string }): Text | null {
  if (part === 'values') return form?.fields.find((one) => one.code === code)?.label ?? null;
  return form?.outline.find((one) => one.code === code)?.heading ?? null;
}
