/**
 * Rounds with their shards, due times, rungs and urging letters. A rung is planned until it is reached, held, or nobody
 * awaits it any more; so it comes after the obligations and their outcomes.
 */
import { roundId, type RoundHeading, type Schedule, type ShardRef } from '../../domain';
import { projection } from '../projection';
import { shardOf, type AnyEvent, type Projected } from '../projected';
import type { Rows } from '../row-writer';

type Of<T extends AnyEvent['type']> = Projected<Extract<AnyEvent, { type: T }>>;

const TABLES = ['rounds', 'shards', 'schedules', 'rungs', 'letters'] as const;

export const rounds = projection('rounds', TABLES, {
  RoundConvened: (rows, e) => {
    if (e.data.late) return;
    const { heading, schedule } = e.data;
    rows.insert(
      'rounds',
      [
        {
          ...ofHeading(e.directive, heading),
          status: 'none',
          due_at: schedule.dueAt,
          provisional: schedule.provisional,
          missing: [],
          convened_at: e.at,
        },
      ],
      `(round_id) DO UPDATE SET heading = excluded.heading, missing = '[]',
         due_at = excluded.due_at, provisional = excluded.provisional,
         convened_at = coalesce(read.rounds.convened_at, excluded.convened_at),
         status = CASE read.rounds.status WHEN 'notConvened' THEN 'none' ELSE read.rounds.status END`,
    );
  },
  RoundNotConvened: (rows, e) => {
    const { duty, period, missing } = e.data;
    rows.run(
      ['rounds', 'duties'],
      `INSERT INTO read.rounds (round_id, directive_id, duty_id, period_id, period, title, status, missing)
       SELECT $1, $2, $3, $4, $5::jsonb,
         coalesce((SELECT duty -> 'title' FROM read.duties WHERE directive_id = $2 AND duty_id = $3), $6::jsonb),
         'notConvened', $7::jsonb
       ON CONFLICT (round_id) DO UPDATE SET missing = excluded.missing`,
      [
        roundId(e.directive, duty, period.id),
        e.directive,
        duty,
        period.id,
        JSON.stringify(period),
        JSON.stringify({ vi: duty, en: duty }),
        JSON.stringify(missing),
      ],
    );
  },
  RoundOpened: opened,
  RungReached: (rows, e) => {
    const { schedule, rung, issuedAt, issued, skipped, letter } = e.data;
    const ref = shardOf(e);
    rows.update(
      'rungs',
      {
        state: 'reached',
        issued_at: issued.length > 0 ? issuedAt : null,
        issued: issued.length,
        skipped: skipped.length,
      },
      { ...keys(ref), schedule_id: schedule, rung },
    );
    if (letter === null) return;
    rows.insert('letters', [
      {
        ...keys(ref),
        letter_id: letter,
        rung: `${schedule}/${rung}`,
        drafted_at: issuedAt,
        units: issued,
        issued: null,
      },
    ]);
  },
  RungsHeld: (rows, e) => dropUnawaited(rows, shardOf(e), 'held'),
  HeldRungsReplanned: (rows, e) => rescheduled(rows, e, e.data.schedule),
  ExtensionGranted: (rows, e) => rescheduled(rows, e, e.data.schedule),
  UrgingLetterIssued: (rows, e) => {
    const { letter, number, date, signer } = e.data;
    rows.update(
      'letters',
      { issued: { number, date, signer } },
      { ...keys(shardOf(e)), letter_id: letter },
    );
  },
  RoundSuspended: (rows, e) => status(rows, e, 'suspended'),
  RoundResumed: (rows, e) => {
    if (e.data.schedule) rescheduled(rows, e, e.data.schedule);
    status(rows, e, 'open');
  },
  RoundClosed: (rows, e) => ended(rows, e, 'closed'),
  RoundCancelled: (rows, e) => ended(rows, e, 'cancelled'),
});

function opened(rows: Rows, e: Of<'RoundOpened'>): void {
  const { heading, schedule, units, late } = e.data;
  const ref = shardOf(e);
  const { dueAt, provisional } = schedule;
  rows.insert(
    'rounds',
    [
      {
        ...ofHeading(ref.directive, heading),
        status: 'open',
        due_at: dueAt,
        provisional,
        missing: [],
        opened_at: e.at,
      },
    ],
    `(round_id) DO UPDATE SET status = 'open', heading = coalesce(read.rounds.heading, excluded.heading),
       due_at = coalesce(read.rounds.due_at, excluded.due_at), closed_at = NULL,
       opened_at = coalesce(read.rounds.opened_at, excluded.opened_at)`,
  );
  rows.insert('shards', [
    { ...keys(ref), status: 'open', late, units: units.length, opened_at: e.at },
  ]);
  planned(rows, ref, schedule);
}

function ofHeading(directive: string, heading: RoundHeading) {
  const { duty, period, title } = heading;
  return {
    round_id: roundId(directive, duty, period.id),
    directive_id: directive,
    duty_id: duty,
    period_id: period.id,
    period,
    title,
    heading,
  };
}

function keys({ directive, duty, period, shard }: ShardRef) {
  return { round_id: roundId(directive, duty, period), shard };
}

function planned(rows: Rows, ref: ShardRef, schedule: Schedule): void {
  rows.insert('schedules', [
    {
      ...keys(ref),
      schedule_id: schedule.id,
      due_at: schedule.dueAt,
      provisional: schedule.provisional,
      derivation: schedule.derivation,
      calendar_version: schedule.calendarVersion,
      policies: schedule.policies,
    },
  ]);
  if (schedule.rungs.length === 0) return;
  rows.insert(
    'rungs',
    schedule.rungs.map(({ id, at, kind, audience }) => ({
      ...keys(ref),
      schedule_id: schedule.id,
      rung: id,
      at,
      kind,
      audience,
      state: 'planned',
      issued: 0,
      skipped: 0,
    })),
  );
}

/** Units have moved to a new schedule: what nobody awaits on the old ones will not come. */
function rescheduled(rows: Rows, e: Projected, schedule: Schedule): void {
  const ref = shardOf(e);
  dropUnawaited(rows, ref, 'dropped');
  planned(rows, ref, schedule);
}

function dropUnawaited(rows: Rows, ref: ShardRef, state: 'held' | 'dropped'): void {
  const { round_id, shard } = keys(ref);
  rows.run(
    ['rungs', 'obligations', 'rung_outcomes'],
    `UPDATE read.rungs AS g SET state = $3
     WHERE g.round_id = $1 AND g.shard = $2 AND g.state = 'planned' AND NOT EXISTS (
       SELECT 1 FROM read.obligations AS o
       WHERE o.round_id = g.round_id AND o.shard = g.shard AND o.schedule_id = g.schedule_id AND NOT EXISTS (
         SELECT 1 FROM read.rung_outcomes AS x
         WHERE x.obligation_id = o.obligation_id AND x.schedule_id = g.schedule_id AND x.rung = g.rung))`,
    [round_id, shard, state],
  );
}

function ended(rows: Rows, e: Projected, how: 'closed' | 'cancelled'): void {
  const ref = shardOf(e);
  rows.update('rungs', { state: 'dropped' }, { ...keys(ref), state: ['planned'] });
  rows.update('shards', { closed_at: e.at }, keys(ref));
  status(rows, e, how);
}

/** A round is open while a shard is; it is over with its last shard. */
function status(rows: Rows, e: Projected, of: string): void {
  const ref = shardOf(e);
  rows.update('shards', { status: of }, keys(ref));
  rows.run(
    ['rounds', 'shards'],
    `UPDATE read.rounds AS r SET status = s.status, closed_at = s.closed_at FROM (
       SELECT CASE WHEN bool_or(status = 'open') THEN 'open' WHEN bool_or(status = 'suspended') THEN 'suspended'
                   WHEN bool_or(status = 'closed') THEN 'closed' ELSE 'cancelled' END AS status,
              CASE WHEN bool_and(closed_at IS NOT NULL) THEN max(closed_at::text COLLATE "C") END AS closed_at
       FROM read.shards WHERE round_id = $1) AS s
     WHERE r.round_id = $1`,
    [keys(ref).round_id],
  );
}
