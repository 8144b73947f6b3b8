/** Laws of the read model: whatever is recorded, its tables say the same as a fold over the ledger. */
import fc from 'fast-check';
import type { Pool, PoolClient } from 'pg';
import {
  deciderOf,
  directiveDecider,
  obligationId,
  parseRoundStream,
  roundId,
  standingOf,
  step,
  type Decided,
  type DirectiveState,
  type RoundState,
  type ShardRef,
} from '../../libs/domain';
import { livesOf, STREAMS } from '../../libs/domain/testing/arbitraries';
import { hour, LAST_HOUR, life } from '../../libs/domain/round/testing/arbitraries';
import { play } from '../../libs/domain/round/testing/play';
import { migrate, type Ledger } from '../../libs/ledger';
import { project } from '../../libs/readmodel';
import { testDatabase, type TestDatabase } from './support/ledger-database';

const stamp = { mode: 'drill', deploymentId: 'laws', seed: 's', clock: 'wall' } as const;

let database: TestDatabase;
let ledger: Ledger;
let pool: Pool;
let lives = 0;
let projected = 0;

beforeAll(async () => {
  database = await testDatabase(stamp);
  await migrate(database.url, stamp);
  ledger = database.ledger();
  pool = database.pool('dondoc_projector');
});
afterAll(() => database.drop());

/** The same life in another stream. */
function inStream(stream: string, decided: readonly Decided[]): Decided[] {
  return decided.map(({ command, decision }) => ({
    command: { ...command, stream, id: `${stream}:${command.id}` },
    decision,
  }));
}

async function record(stream: string, decided: readonly Decided[]): Promise<void> {
  const moved = inStream(stream, decided);
  const asked = moved.map(({ command }) => command).filter(({ type }) => type !== 'WakeUp');
  if (asked.length > 0) await ledger.accept(asked);
  const answer = await ledger.record({
    stream,
    expected: 0,
    decided: moved,
    nextAt: null,
    queue: null,
    decidersHash: 'laws',
  });
  if (!answer.recorded) throw new Error('somebody else recorded in this stream');
}

/** Projects what is new, in batches of the sizes given. */
async function projectNew(sizes: readonly number[]): Promise<void> {
  for (let n = 0; ; n += 1) {
    const entries = await ledger.entriesAfter(projected, sizes[n % sizes.length]!);
    if (entries.length === 0) return;
    await inTransaction((tx) => project(tx, entries));
    projected = entries.at(-1)!.seq;
  }
}

async function inTransaction(work: (tx: PoolClient) => Promise<void>): Promise<void> {
  const tx = await pool.connect();
  try {
    await tx.query('BEGIN');
    await work(tx);
    await tx.query('COMMIT');
  } catch (thrown) {
    await tx.query('ROLLBACK');
    throw thrown;
  } finally {
    tx.release();
  }
}

async function rows<Row>(text: string, values: unknown[]): Promise<Row[]> {
  return (await pool.query(text, values)).rows as Row[];
}

const INSTANTS = [0, 100, 250, 251, 400, LAST_HOUR, LAST_HOUR + 3_000].map((hours) => hour(hours));

describe('a round', () => {
  /** A life broken off anywhere: the tables must be right at every moment, not only at the end. */
  const cutLife = fc.record({
    lived: life,
    cut: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
    sizes: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
  });

  test('obligations, outcomes, rungs, letters and standings are those of the folded state', async () => {
    await fc.assert(
      fc.asyncProperty(cutLife, async ({ lived, cut, sizes }) => {
        const stream = `directive/law-${(lives += 1)}/round/report/2018/0`;
        const { decided } = play(lived);
        const some = decided.slice(0, Math.ceil(decided.length * cut));
        await record(stream, some);
        await projectNew(sizes);
        const state = folded<RoundState>(stream, some);
        if (state.status === 'none') return;
        const ref = parseRoundStream(stream)!;
        expect(await obligationsOf(ref)).toEqual(expectedObligations(ref, state));
        expect(await outcomesOf(ref)).toEqual(expectedOutcomes(state));
        expect(await plannedRungsOf(ref)).toEqual(expectedRungs(state));
        expect(await lettersOf(ref)).toEqual(expectedLetters(state));
        expect(await statusesOf(ref)).toEqual({ round: state.status, shard: state.status });
        for (const now of INSTANTS) {
          expect(await standingsOf(ref, now)).toEqual(expectedStandings(state, now));
        }
      }),
      { numRuns: 80 },
    );
  });
});

describe('a directive', () => {
  const [, commands] = STREAMS.find(([stream]) => stream === 'directive/d-07')!;
  const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 3 });

  test('its status, duties, silences and planned rounds are those of the folded state', async () => {
    await fc.assert(
      fc.asyncProperty(livesOf('directive/d-07', commands), sizes, async (asked, batches) => {
        const stream = `directive/law-${(lives += 1)}`;
        const beginning = { state: directiveDecider.initial, version: 0 };
        const { decided } = step(
          deciderOf(stream),
          beginning,
          asked,
          '2014-08-31T00:00:00.000Z',
          stream,
        );
        await record(stream, decided);
        await projectNew(batches);
        const state = folded<DirectiveState>(stream, decided);
        if (state.status === 'none') return;
        expect(await directiveOf(stream)).toEqual(expectedDirective(state));
      }),
      { numRuns: 80 },
    );
  });
});

function folded<State>(stream: string, decided: readonly Decided[]): State {
  const decider = deciderOf(stream);
  let state = decider.initial;
  for (const { command, decision } of decided) {
    if (!decision.ok) continue;
    for (const event of decision.events) {
      const { effectiveAt: at, id: commandId, actor } = command;
      state = decider.evolve(state, { ...event, at, commandId, actor });
    }
  }
  return state as State;
}

const keys = (ref: ShardRef) => [roundId(ref.directive, ref.duty, ref.period), ref.shard];

function obligationsOf(ref: ShardRef) {
  return rows(
    `SELECT obligation_id, unit, superior, status, round_status, schedule_id, due_at, submissions, submitted_at,
       accepted_submission, accepted_at, extension, extensions, substitute, paper,
       explanation_asked_at, explanation_given_at
     FROM read.obligations WHERE round_id = $1 AND shard = $2 ORDER BY unit`,
    keys(ref),
  );
}

function expectedObligations(ref: ShardRef, state: RoundState) {
  return sorted(Object.values(state.obligations)).map((it) => ({
    obligation_id: obligationId(ref, it.unit),
    unit: it.unit,
    superior: it.superior,
    status: it.status,
    round_status: state.status,
    schedule_id: it.schedule,
    due_at: state.schedules[it.schedule]!.dueAt,
    submissions: it.submissions.length,
    submitted_at: it.submissions.at(-1)?.effectiveAt ?? null,
    accepted_submission: it.acceptedSubmission,
    accepted_at: it.acceptedAt,
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

function outcomesOf(ref: ShardRef) {
  return rows<{ key: string }>(
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

function plannedRungsOf(ref: ShardRef) {
  return rows<{ key: string }>(
    `SELECT at || ' ' || schedule_id || '/' || rung AS key FROM read.rungs
     WHERE round_id = $1 AND shard = $2 AND state = 'planned'`,
    keys(ref),
  ).then((found) => found.map(({ key }) => key).sort());
}

function expectedRungs({ pending }: RoundState): string[] {
  return pending.map(({ at, schedule, rung }) => `${at} ${schedule}/${rung}`).sort();
}

function lettersOf(ref: ShardRef) {
  return rows(
    `SELECT letter_id AS id, rung, drafted_at AS "draftedAt", units, issued FROM read.letters
     WHERE round_id = $1 AND shard = $2 ORDER BY letter_id`,
    keys(ref),
  );
}

function expectedLetters({ letters }: RoundState) {
  return Object.values(letters).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

async function statusesOf(ref: ShardRef) {
  const [found] = await rows(
    `SELECT r.status AS round, s.status AS shard FROM read.rounds AS r JOIN read.shards AS s USING (round_id)
     WHERE round_id = $1 AND s.shard = $2`,
    keys(ref),
  );
  return found;
}

function standingsOf(ref: ShardRef, now: string) {
  return rows(
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

async function directiveOf(stream: string) {
  const id = [stream.slice('directive/'.length)];
  const [found] = await rows<object>(
    `SELECT status, draft, late_addressees AS late FROM read.directives WHERE directive_id = $1`,
    id,
  );
  const duties = await rows<{ id: string }>(
    `SELECT duty_id AS id, duty, revision, missing FROM read.duties WHERE directive_id = $1`,
    id,
  );
  const next = await rows<{ key: string }>(
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

function expectedDirective(state: DirectiveState) {
  return {
    status: state.status,
    draft: state.draft,
    late: state.lateAddressees,
    duties: Object.fromEntries(
      Object.entries(state.duties).map(([id, duty]) => [
        id,
        { duty, revision: state.revisions[id], missing: state.missing[id] ?? [] },
      ]),
    ),
    next: state.next,
  };
}
