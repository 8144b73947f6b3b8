/** The reports below an obligation: by which links they answer it, and what of them counted at an instant. */
import {
  answersPeriod,
  type Form,
  type Instant,
  type ObligationStatus,
  type Part,
  type PlannedPeriod,
  type Report,
  type Text,
} from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import { figuresAsOf } from '../figures-as-of';
import type { ConsolidationSource, MissingBelow } from '../rows';

export type Above = {
  readonly obligation: string;
  readonly round: string;
  readonly directive: string;
  readonly duty: string;
  readonly unit: string;
  readonly period: PlannedPeriod;
  readonly dueAt: Instant | null;
  readonly form: Form | null;
};

export type Below = Omit<Part, 'submission' | 'effectiveAt' | 'summary'> & {
  readonly name: Text | null;
  readonly status: ObligationStatus;
  /** Null while nothing is accepted. */
  readonly submission: number | null;
  readonly effectiveAt: Instant | null;
  /** Since when its figures count. */
  readonly countsSince: Instant | null;
  readonly summary: string | null;
  /** What its report was consolidated from; null where it was not. */
  readonly consolidates: Report['consolidates'] | null;
  readonly symbol: string | null;
  readonly title: Text;
  readonly period: Text;
};

export type Accepted = Part & { readonly name: Text | null };

/** Null when there is no such obligation. */
export function aboveOf(db: Db, id: string): Promise<Above | undefined | null> {
  return rowOf<Above>(
    db,
    `SELECT o.obligation_id AS obligation, o.round_id AS round, o.directive_id AS directive, o.duty_id AS duty, o.unit,
       r.period, o.due_at AS "dueAt", r.heading -> 'form' AS form
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id) WHERE o.obligation_id = $1`,
    [id],
  );
}

/** None while nothing is accepted. */
export function acceptedPart({
  submission,
  effectiveAt,
  summary,
  status: _status,
  countsSince: _countsSince,
  consolidates: _consolidates,
  symbol: _symbol,
  title: _title,
  period: _period,
  ...rest
}: Below): Accepted[] {
  if (submission === null || effectiveAt === null) return [];
  return [{ ...rest, submission, effectiveAt, summary: summary ?? '' }];
}

type Linked = Omit<ConsolidationSource, 'rounds' | 'dueAfter'> & {
  readonly opened: readonly {
    readonly round: string;
    readonly period: PlannedPeriod;
    readonly dueAt: Instant | null;
  }[];
};

/**
 * The duties linked at that instant, each with its rounds of this period: by the same rule as that by which a report
 * accepted below answers by itself.
 */
export async function sourcesOf(
  db: Db,
  { directive, duty, unit, period, dueAt }: Above,
  asOf: Instant,
): Promise<ConsolidationSource[]> {
  const linked = await rowsOf<Linked>(
    db,
    `SELECT l.from_directive AS directive, d.symbol, l.from_duty AS duty, l.grounds, l.reason,
       l.linked_by AS "linkedBy", l.warning, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('round', r.round_id, 'period', r.period, 'dueAt', r.due_at)
           ORDER BY r.period ->> 'to', r.round_id), '[]') FROM read.rounds AS r
         WHERE r.directive_id = l.from_directive AND r.duty_id = l.from_duty AND r.opened_at <= $4
           AND (r.period_id = $5 OR r.period ->> 'to' BETWEEN $6 AND $7)) AS opened
     FROM read.duty_links AS l LEFT JOIN read.directives AS d ON d.directive_id = l.from_directive
     WHERE l.directive_id = $1 AND l.duty_id = $2 AND (l.unit IS NULL OR l.unit = $3)
       AND l.linked_at <= $4 AND (l.unlinked_at IS NULL OR l.unlinked_at > $4)
     ORDER BY l.linked_at, l.from_directive, l.from_duty`,
    [directive, duty, unit, asOf, period.id, period.from, period.to],
  );
  return linked.map(({ opened, ...source }) => {
    const answering = opened.filter((one) => answersPeriod(period, one.period));
    return {
      ...source,
      rounds: answering.map(({ round }) => round),
      dueAfter: answering
        .flatMap(({ round, dueAt: below }) =>
          below !== null && dueAt !== null && below > dueAt ? [{ round, below, above: dueAt }] : [],
        )
        .toSorted((a, b) => (a.below < b.below ? -1 : 1)),
    };
  });
}

/** With the figures and the status of that instant; who owed nothing yet is not among them. */
export async function reportsBelow(
  db: Db,
  sources: readonly ConsolidationSource[],
  asOf: Instant,
): Promise<Below[]> {
  const rounds = sources.flatMap((source) => source.rounds);
  if (rounds.length === 0) return [];
  return rowsOf<Below>(
    db,
    `SELECT o.obligation_id AS obligation, o.unit, u.name, h.status, f.ordinal AS submission,
       f.recorded_at AS "countsSince",
       s.effective_at AS "effectiveAt", r.heading -> 'form' AS form, s.report -> 'data' AS data,
       s.report ->> 'summary' AS summary, s.report -> 'consolidates' AS consolidates, d.symbol, r.title,
       r.period -> 'label' AS period
     FROM read.obligations AS o JOIN read.rounds AS r USING (round_id)
     LEFT JOIN read.directives AS d ON d.directive_id = o.directive_id
     JOIN LATERAL (SELECT g.status FROM read.obligation_history AS g
       WHERE g.obligation_id = o.obligation_id AND g.changed_at <= $2
       ORDER BY g.changed_at DESC, g.ordinal DESC LIMIT 1) AS h ON true
     LEFT JOIN read.units AS u ON u.unit_id = o.unit
     ${figuresAsOf('$2')}
     LEFT JOIN read.submissions AS s ON s.obligation_id = o.obligation_id AND s.ordinal = f.ordinal
     WHERE o.round_id = ANY($1) ORDER BY o.obligation_id`,
    [rounds, asOf],
  );
}

/** Who owed and has nothing accepted. */
export function missingOf(below: readonly Below[]): MissingBelow[] {
  return below
    .filter(({ submission, status }) => submission === null && status !== 'notApplicable')
    .map(({ obligation, unit, name, status, symbol, title, period }) => ({
      ...{ obligation, unit, name, status, symbol, title, period },
    }));
}
