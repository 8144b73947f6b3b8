/** A round's and a directive's read tables, and the same said by a fold: what the laws of the read model compare. */
import type { Pool } from 'pg';
import {
  obligationId,
  roundId,
  standingHolds,
  standingOf,
  type DirectiveState,
  type RoundState,
  type ShardRef,
} from '../../../libs/domain';
import { hour, LAST_HOUR } from '../../../libs/domain/round/testing/arbitraries';

const INSTANTS = [0, 100, 250, 251, 400, LAST_HOUR, LAST_HOUR + 3_000].map((hours) => hour(hours));

/** Obligations, outcomes, rungs, letters, statuses, and standings at several instants. */
export async function roundTables(pool: Pool, ref: ShardRef) {
  return {
    obligations: await obligationsOf(pool, ref),
    outcomes: await outcomesOf(pool, ref),
    rungs: await plannedRungsOf(pool, ref),
    letters: await lettersOf(pool, ref),
    statuses: await statusesOf(pool, ref),
    standings: await Promise.all(INSTANTS.map((now) => standingsOf(pool, ref, now))),
  };
}

export function foldedRound(
  ref: ShardRef,
  state: RoundState,
): Awaited<ReturnType<typeof roundTables>> {
  return {
    obligations: expectedObligations(ref, state),
    outcomes: expectedOutcomes(state),
    rungs: expectedRungs(state),
    letters: expectedLetters(state),
    statuses: { round: state.status, shard: state.status },
    standings: INSTANTS.map((now) => expectedStandings(state, now)),
  };
}

async function rows<Row>(pool: Pool, text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query(text, values)).rows as Row[];
}

const keys = (ref: ShardRef) => [roundId(ref.directive, ref.duty, ref.period), ref.shard];

function obligationsOf(pool: Pool, ref: ShardRef) {
  return rows(
    pool,
    `SELECT obligation_id, unit, owner, blocked, superior, status, round_status, schedule_id, due_at, submissions, submitted_at,
       accepted_submission, accepted_at, correction,
       (SELECT f.ordinal FROM read.figures AS f WHERE f.obligation_id = o.obligation_id ORDER BY seq DESC LIMIT 1) AS figures,
       extension, extensions, substitute, paper,
       explanation_asked_at, explanation_given_at
     FROM read.obligations AS o WHERE round_id = $1 AND shard = $2 ORDER BY unit`,
    keys(ref),
  );
}

function expectedObligations(ref: ShardRef, state: RoundState) {
  return sorted(Object.values(state.obligations)).map((it) => ({
    obligation_id: obligationId(ref, it.unit),
    unit: it.unit,
    owner: it.owner,
    blocked: it.blocked,
    superior: it.superior,
    status: it.status,
    round_status: state.status,
    schedule_id: it.schedule,
    due_at: state.schedules[it.schedule]!.dueAt,
    submissions: it.submissions.length,
    // A correction of what was accepted answers nothing that is still owed.
    submitted_at: it.submissions.at((it.acceptedSubmission ?? 0) - 1)?.effectiveAt ?? null,
    accepted_submission: it.acceptedSubmission,
    accepted_at: it.acceptedAt,
    correction: it.correction,
    figures: it.figures,
    extension: it.extension,
    extensions: it.extensions,
    substitute: it.substitute,
    paper: it.paper,
    explanation_asked_at: it.explanationAskedAt,
    explanation_given_at: it.explanationGivenAt,
  }));
}

function sorted<Of extends { readonly unit: string }>(all: readonly Of[]): Of[] {
  return all.toSorted((a, b) => (a.unit < b.unit ? -1 : 1));
}

function outcomesOf(pool: Pool, ref: ShardRef) {
  return rows<{ key: string }>(
    pool,
    `SELECT unit || ' ' || schedule_id || '/' || rung || ' ' || outcome || ' ' || coalesce(reason, issued_at) AS key
     FROM read.rung_outcomes WHERE round_id = $1 AND shard = $2`,
    keys(ref),
  ).then((found) => found.map(({ key }) => key).sort());
}

function expectedOutcomes(state: RoundState): string[] {
  return Object.values(state.obligations)
    .flatMap(({ unit, outcomes }) =>
      Object.entries(outcomes).map(
        ([key, it]) =>
          `${unit} ${key} ${it.outcome} ${it.outcome === 'issued' ? it.at : it.reason}`,
      ),
    )
    .sort();
}

function plannedRungsOf(pool: Pool, ref: ShardRef) {
  return rows<{ key: string }>(
    pool,
    `SELECT at || ' ' || schedule_id || '/' || rung AS key FROM read.rungs
     WHERE round_id = $1 AND shard = $2 AND state = 'planned'`,
    keys(ref),
  ).then((found) => found.map(({ key }) => key).sort());
}

function expectedRungs({ pending }: RoundState): string[] {
  return pending.map(({ at, schedule, rung }) => `${at} ${schedule}/${rung}`).sort();
}

function lettersOf(pool: Pool, ref: ShardRef) {
  return rows(
    pool,
    `SELECT letter_id AS id, rung, drafted_at AS "draftedAt", units, issued FROM read.letters
     WHERE round_id = $1 AND shard = $2 ORDER BY letter_id`,
    keys(ref),
  );
}

function expectedLetters({ letters }: RoundState) {
  return Object.values(letters).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function statusesOf(pool: Pool, ref: ShardRef) {
  const [found] = await rows(
    pool,
    `SELECT r.status AS round, s.status AS shard FROM read.rounds AS r JOIN read.shards AS s USING (round_id)
     WHERE round_id = $1 AND s.shard = $2`,
    keys(ref),
  );
  return found;
}

function standingsOf(pool: Pool, ref: ShardRef, now: string) {
  return rows(
    pool,
    `SELECT unit, read.standing(status, round_status, due_at, decides_at, $3) AS standing
     FROM read.obligations WHERE round_id = $1 AND shard = $2 ORDER BY unit`,
    [...keys(ref), now],
  );
}

function expectedStandings(state: RoundState, now: string) {
  return sorted(Object.values(state.obligations)).map((it) => ({
    unit: it.unit,
    standing: standingOf(it, state.schedules, state.status, now),
  }));
}

export async function directiveTables(pool: Pool, stream: string) {
  const id = [stream.slice('directive/'.length)];
  const [found] = await rows<object>(
    pool,
    `SELECT status, draft, late_addressees AS late, late_classes AS "lateClasses", legal_holds AS "legalHolds", retention FROM read.directives WHERE directive_id = $1`,
    id,
  );
  const duties = await rows<{ id: string }>(
    pool,
    `SELECT duty_id AS id, duty, revision, missing FROM read.duties WHERE directive_id = $1`,
    id,
  );
  const next = await rows<{ key: string }>(
    pool,
    `SELECT plan_key AS key, duty_id AS duty, period, opens_at AS "opensAt" FROM read.planned_rounds
     WHERE directive_id = $1`,
    id,
  );
  return {
    ...found,
    duties: Object.fromEntries(duties.map(({ id: duty, ...row }) => [duty, row])),
    next: Object.fromEntries(next.map(({ key, ...row }) => [key, row])),
  };
}

export function foldedDirective(state: DirectiveState) {
  return {
    status: state.status,
    draft: state.draft,
    late: state.lateAddressees,
    lateClasses: state.lateClasses,
    legalHolds: standingHolds(state),
    retention: state.retention ?? null,
    duties: Object.fromEntries(
      Object.entries(state.duties).map(([id, duty]) => [
        id,
        { duty, revision: state.revisions[id], missing: state.missing[id] ?? [] },
      ]),
    ),
    next: state.next,
  };
}
