/** Reviews of a directive, one of them with all that belongs to it, and what waits or was judged in any of them. */
import type { Text } from '../../domain';
import { rowOf, rowsOf, type Db } from '../db';
import type { ConclusionRow, JudgementRow, LaterRow, ReviewDetail, ReviewRow } from '../rows';

const COLUMNS = `r.directive_id AS directive, r.review, r.status, r.called, r.called_at AS "calledAt",
  r.called_by AS "calledBy", r.pack, r.frozen_at AS "frozenAt",
  (SELECT count(*) FILTER (WHERE c.status = 'waiting')::int FROM read.conclusions AS c
   WHERE (c.directive_id, c.review) = (r.directive_id, r.review)) AS waiting,
  (SELECT count(*)::int FROM read.conclusions AS c
   WHERE (c.directive_id, c.review) = (r.directive_id, r.review)) AS conclusions,
  (SELECT count(*)::int FROM read.judgements AS j
   WHERE (j.directive_id, j.review) = (r.directive_id, r.review)) AS judged`;

export function reviews(db: Db, directive: string): Promise<ReviewRow[]> {
  return rowsOf<ReviewRow>(
    db,
    `SELECT ${COLUMNS} FROM read.reviews AS r WHERE r.directive_id = $1 ORDER BY r.review`,
    [directive],
  );
}

type Found = Omit<ReviewDetail, 'conclusionRows' | 'judgements' | 'later' | 'names'>;

export async function review(db: Db, directive: string, n: number): Promise<ReviewDetail | null> {
  const found = await rowOf<Found>(
    db,
    `SELECT ${COLUMNS}, r.conference, r.document, r.lessons, r.directive_ended AS "directiveEnded",
       r.cancelled_because AS "cancelledBecause"
     FROM read.reviews AS r WHERE r.directive_id = $1 AND r.review = $2`,
    [directive, n],
  );
  if (found === null) return null;
  return {
    ...found,
    conclusionRows: await conclusionsOf(db, directive, n),
    judgements: await judgementsOf(db, directive, n),
    later: await laterThan(db, directive, n),
    names: await namesOf(db, directive, n),
  };
}

const CONCLUSION = `c.review, c.key, c.text, c.status, c.duty, c.reason, c.settled_at AS "settledAt"`;

function conclusionsOf(db: Db, directive: string, n: number): Promise<ConclusionRow[]> {
  return rowsOf<ConclusionRow>(
    db,
    `SELECT ${CONCLUSION} FROM read.conclusions AS c
     WHERE c.directive_id = $1 AND c.review = $2 ORDER BY c.ordinal`,
    [directive, n],
  );
}

/** Of all reviews of the directive: what nobody has given an owner and a date. */
export function waitingConclusions(db: Db, directive: string): Promise<ConclusionRow[]> {
  return rowsOf<ConclusionRow>(
    db,
    `SELECT ${CONCLUSION} FROM read.conclusions AS c
     WHERE c.directive_id = $1 AND c.status = 'waiting' ORDER BY c.review, c.ordinal`,
    [directive],
  );
}

const JUDGEMENT = `j.review, j.task, j.judgement, j.evidence, j.reason, j.judged_by AS by, j.judged_at AS at`;

function judgementsOf(db: Db, directive: string, n: number): Promise<JudgementRow[]> {
  return rowsOf<JudgementRow>(
    db,
    `SELECT ${JUDGEMENT} FROM read.judgements AS j
     WHERE j.directive_id = $1 AND j.review = $2 ORDER BY j.task`,
    [directive, n],
  );
}

/** Of each task the latest judgement, whichever review it comes from; a review that was cancelled judged nothing. */
export function latestJudgements(db: Db, directive: string): Promise<JudgementRow[]> {
  return rowsOf<JudgementRow>(
    db,
    `SELECT DISTINCT ON (j.task) ${JUDGEMENT} FROM read.judgements AS j
     JOIN read.reviews AS r USING (directive_id, review)
     WHERE j.directive_id = $1 AND r.status <> 'cancelled' ORDER BY j.task, j.seq DESC`,
    [directive],
  );
}

/**
 * In the rounds that were there when the pack was made. On a told clock the pack holds its whole instant, and what is
 * recorded at that instant behind the freezing is later, too.
 */
function laterThan(db: Db, directive: string, n: number): Promise<LaterRow[]> {
  return rowsOf<LaterRow>(
    db,
    `SELECT t.round_id AS round, t.unit, t.type, t.at, t.recorded_at AS "recordedAt"
     FROM read.reviews AS r JOIN read.timeline AS t ON t.directive_id = r.directive_id
     WHERE r.directive_id = $1 AND r.review = $2 AND r.frozen_seq IS NOT NULL AND t.kind = 'event'
       AND t.type IN ('ReportSubmitted', 'ReportAccepted', 'ReportReturned', 'ReportWithdrawn',
         'CorrectionSubmitted', 'CorrectionAccepted', 'CorrectionRejected')
       AND (t.recorded_at > r.pack ->> 'asOf' COLLATE "C" OR t.seq > r.frozen_seq)
       AND EXISTS (SELECT 1 FROM read.rounds AS o
         WHERE o.round_id = t.round_id AND o.convened_at <= r.pack ->> 'asOf' COLLATE "C"
           AND (r.called -> 'period' ->> 'from' IS NULL
             OR r.called -> 'period' ->> 'from' <= coalesce(o.period ->> 'to', left(o.due_at, 10)))
           AND (r.called -> 'period' ->> 'to' IS NULL
             OR coalesce(o.period ->> 'to', left(o.due_at, 10)) <= r.called -> 'period' ->> 'to'))
     ORDER BY t.seq LIMIT 500`,
    [directive, n],
  );
}

async function namesOf(
  db: Db,
  directive: string,
  n: number,
): Promise<{ readonly [unit: string]: Text }> {
  const found = await rowsOf<{ unit: string; name: Text }>(
    db,
    `SELECT u.unit_id AS unit, u.name FROM read.units AS u, read.reviews AS r
     WHERE r.directive_id = $1 AND r.review = $2
       AND (u.unit_id IN (r.called_by ->> 'unit', r.conference -> 'by' ->> 'value')
         OR r.called -> 'scope' -> 'units' -> 'value' ? u.unit_id
         OR EXISTS (SELECT 1 FROM read.judgements AS j WHERE (j.directive_id, j.review) = (r.directive_id, r.review)
                    AND j.judged_by ->> 'unit' = u.unit_id)
         OR EXISTS (SELECT 1 FROM read.conclusions AS c WHERE (c.directive_id, c.review) = (r.directive_id, r.review)
                    AND c.duty -> 'owes' -> 'value' -> 'units' ? u.unit_id))`,
    [directive, n],
  );
  return Object.fromEntries(found.map(({ unit, name }) => [unit, name]));
}
