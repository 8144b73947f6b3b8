/** Obligations with their standing at an instant: who owes, who has not submitted, and one with all that befell it. */
import type { Instant } from '../../domain';
import { standingSql } from '../counts';
import { rowOf, rowsOf, type Db } from '../db';
import { page, type Page, type Paging } from '../paging';
import type {
  ObligationDetail,
  ObligationRow,
  OutcomeRow,
  SubmissionRow,
  TransferRow,
} from '../rows';
import { correctedBelow } from './corrected-below';
import { restsOnOf } from './rests-on';

/** The instant asked about is always the first value. */
export const OBLIGATION_COLUMNS = `o.obligation_id AS obligation, o.round_id AS round, o.directive_id AS directive,
  d.symbol, o.duty_id AS duty, r.title, r.period, o.shard, o.unit, u.name AS "unitName", o.owner, w.name AS "ownerName", o.blocked, o.superior, o.status,
  o.round_status AS "roundStatus", o.schedule_id AS schedule, o.due_at AS "dueAt", o.submissions,
  o.submitted_at AS "submittedAt", CASE WHEN o.status = 'accepted' THEN o.decides_at END AS "acceptedSubmittedAt",
  o.accepted_at AS "acceptedAt", o.passed_on_at AS "passedOnAt", o.not_passed_on AS "notPassedOn", v.name AS "notPassedOnName", o.extensions, o.late,
  ${standingSql('$1')} AS standing, o.from_seq::int AS entry`;
export const OBLIGATION_FROM = `read.obligations AS o
  LEFT JOIN read.rounds AS r ON r.round_id = o.round_id
  LEFT JOIN read.directives AS d ON d.directive_id = o.directive_id
  LEFT JOIN read.units AS u ON u.unit_id = o.unit
  LEFT JOIN read.units AS w ON w.unit_id = o.owner
  LEFT JOIN read.units AS v ON v.unit_id = o.not_passed_on`;

export type ObligationFilter = {
  readonly round?: string;
  readonly directive?: string;
  /** Who owes it now. */
  readonly unit?: string;
  /** Who owed it at the opening: its name in the round. */
  readonly openedFor?: string;
  /** Only what waits for an heir. */
  readonly blocked?: boolean;
  readonly status?: string;
  readonly standing?: string;
  /** Only who has handed in nothing that waits or is accepted. */
  readonly missing?: boolean;
};

export async function obligations(
  db: Db,
  {
    round,
    directive,
    unit,
    openedFor,
    blocked,
    status,
    standing,
    missing,
    ...paging
  }: ObligationFilter & Paging,
  now: Instant,
): Promise<Page<ObligationRow>> {
  const unfinished = missing ? ['open', 'returned', 'refused'] : undefined;
  return page<ObligationRow>(
    db,
    {
      columns: OBLIGATION_COLUMNS,
      from: OBLIGATION_FROM,
      values: [now],
      where: [
        ['o.round_id = ?', round],
        ['o.directive_id = ?', directive],
        ['o.owner = ?', unit],
        ['o.unit = ?', openedFor],
        ['(o.blocked IS NOT NULL) = ?', blocked],
        ['o.status = ?', status],
        [`${standingSql('$1')} = ?`, standing],
        [`o.status = ANY(?) AND o.round_status <> 'cancelled'`, unfinished],
      ],
      order: [`coalesce(o.due_at, '9999-12-31T00:00:00.000Z')`, 'o.obligation_id'],
    },
    paging,
  );
}

type DetailRow = Omit<
  ObligationDetail,
  'reports' | 'outcomes' | 'transfers' | 'corrected' | 'restsOn'
>;

export async function obligation(
  db: Db,
  id: string,
  now: Instant,
): Promise<ObligationDetail | null> {
  const found = await rowOf<DetailRow>(
    db,
    `SELECT ${OBLIGATION_COLUMNS}, o.extension, o.substitute, o.paper,
       o.explanation_asked_at AS "explanationAskedAt", o.explanation_given_at AS "explanationGivenAt"
     FROM ${OBLIGATION_FROM} WHERE o.obligation_id = $2`,
    [now, id],
  );
  if (!found) return null;
  return {
    ...found,
    transfers: await transfersOf(db, id),
    reports: await reportsOf(db, id),
    outcomes: await outcomesOf(db, id),
    corrected: await correctedBelow(db, id, now),
    restsOn: await restsOnOf(db, id, now),
  };
}

/** From whom to whom, the first one first. */
function transfersOf(db: Db, id: string): Promise<TransferRow[]> {
  return rowsOf<TransferRow>(
    db,
    `SELECT t.reorganisation_id AS reorganisation, t.title, t.on_date AS "on", t.source, t.reason, t.back,
       t.from_unit AS "from", f.name AS "fromName", t.to_unit AS "to", n.name AS "toName", t.at
     FROM read.transfers AS t
     LEFT JOIN read.units AS f ON f.unit_id = t.from_unit
     LEFT JOIN read.units AS n ON n.unit_id = t.to_unit
     WHERE t.obligation_id = $1 ORDER BY t.seq`,
    [id],
  );
}

function reportsOf(db: Db, id: string): Promise<SubmissionRow[]> {
  return rowsOf<SubmissionRow>(
    db,
    `SELECT s.ordinal, s.effective_at AS "effectiveAt", s.received_at AS "receivedAt", s.by_unit AS by,
       u.name AS "byName", s.substitute_for AS "substituteFor", s.channel, s.fed_by AS "fedBy", s.after_closing AS "afterClosing",
       s.state, s.report, s.from_seq::int AS entry
     FROM read.submissions AS s LEFT JOIN read.units AS u ON u.unit_id = s.by_unit
     WHERE s.obligation_id = $1 ORDER BY s.ordinal`,
    [id],
  );
}

function outcomesOf(db: Db, id: string): Promise<OutcomeRow[]> {
  return rowsOf<OutcomeRow>(
    db,
    `SELECT x.schedule_id AS schedule, x.rung, g.at, g.kind, g.audience, x.outcome, x.reason,
       x.issued_at AS "issuedAt", x.letter, x.from_seq::int AS entry
     FROM read.rung_outcomes AS x LEFT JOIN read.rungs AS g
       ON g.round_id = x.round_id AND g.shard = x.shard AND g.schedule_id = x.schedule_id AND g.rung = x.rung
     WHERE x.obligation_id = $1 ORDER BY g.at, length(x.schedule_id), x.schedule_id, x.rung`,
    [id],
  );
}
