/** Directives with their duties and the rounds they plan to open: what the directive's own stream says. */
import {
  normaliseSymbol,
  requestPeriod,
  valueOf,
  type DirectiveEvent,
  type Duty,
  type Occurrence,
} from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

type Place = { readonly directive: string; readonly seq: number };

export const directives = projection('directives', ['directives', 'duties', 'planned_rounds'], {
  DirectiveRegistered: (rows, e) => {
    const { draft, duties, differences, warnings = [] } = e.data;
    const symbol = valueOf(draft.symbol) ?? null;
    rows.insert('directives', [
      {
        directive_id: e.directive,
        status: 'draft',
        issuer: draft.issuer,
        symbol,
        symbol_key: symbol === null ? null : normaliseSymbol(symbol),
        issued_on: valueOf(draft.date) ?? null,
        signer: draft.signer,
        draft,
        differences,
        warnings,
        corrections: [],
        late_addressees: [],
        late_classes: [],
        requested: [],
        registered_at: e.at,
        last_seq: e.seq,
      },
    ]);
    setUp(rows, e.directive, duties, 1);
  },
  DraftAmended: (rows, e) => {
    const { changes, differences, warnings = [] } = e.data;
    rows.run(
      ['directives'],
      `UPDATE read.directives SET draft = draft || $2::jsonb WHERE directive_id = $1`,
      [e.directive, JSON.stringify(changes)],
    );
    const symbol = changes.symbol && (valueOf(changes.symbol) ?? null);
    change(rows, e, {
      differences,
      warnings,
      ...(changes.issuer === undefined ? {} : { issuer: changes.issuer }),
      ...(changes.signer === undefined ? {} : { signer: changes.signer }),
      ...(changes.date === undefined ? {} : { issued_on: valueOf(changes.date) ?? null }),
      ...(symbol === undefined
        ? {}
        : { symbol, symbol_key: symbol === null ? null : normaliseSymbol(symbol) }),
    });
  },
  DutySetUp: (rows, e) => setUp(rows, e.directive, [e.data.duty], e.data.revision),
  ValueDecided: (rows, e) => {
    const { duty, field, value, reason } = e.data;
    const decided = JSON.stringify({ grade: 'decided', value, by: e.actor, at: e.at, reason });
    if (duty === null) {
      rows.run(
        ['directives'],
        `UPDATE read.directives SET draft = draft || jsonb_build_object($2::text, $3::jsonb), last_seq = $4
         WHERE directive_id = $1`,
        [e.directive, field, decided, e.seq],
      );
      return;
    }
    rows.run(
      ['duties'],
      `UPDATE read.duties SET duty = duty || jsonb_build_object($3::text, $4::jsonb), revision = revision + 1
       WHERE directive_id = $1 AND duty_id = $2`,
      [e.directive, duty, field, decided],
    );
    forget(rows, e.directive, duty);
  },
  IssueRequested: (rows, e) => change(rows, e, { status: 'issuing' }),
  IssueHandedBack: (rows, e) => change(rows, e, { status: 'draft' }),
  DirectiveIssued: (rows, e) => {
    const { symbol, number, date, signer, urgency } = e.data;
    change(rows, e, {
      status: 'issued',
      symbol,
      symbol_key: normaliseSymbol(symbol),
      number,
      issued_on: date,
      issued_at: e.at,
      signer,
    });
    rows.run(
      ['directives'],
      `UPDATE read.directives SET draft = draft || jsonb_build_object('urgency', $2::jsonb) WHERE directive_id = $1`,
      [e.directive, JSON.stringify(urgency)],
    );
  },
  DirectiveCorrected: corrected,
  DirectiveAmended: (rows, e) => setUp(rows, e.directive, e.data.duties, null),
  AddresseeAdded: (rows, e) =>
    rows.run(
      ['directives'],
      `UPDATE read.directives SET late_addressees = late_addressees || $2::jsonb, last_seq = $3
       WHERE directive_id = $1`,
      [e.directive, JSON.stringify([e.data.unit]), e.seq],
    ),
  AddresseeClassAdded: (rows, e) => {
    const { roleClass, name } = e.data;
    rows.run(
      ['directives'],
      `UPDATE read.directives SET late_classes = late_classes || $2::jsonb, last_seq = $3
       WHERE directive_id = $1`,
      [e.directive, JSON.stringify([{ roleClass, name }]), e.seq],
    );
  },
  DirectiveSuspended: (rows, e) => change(rows, e, { status: 'suspended' }),
  DirectiveResumed: (rows, e) => {
    change(rows, e, { status: 'issued' });
    for (const { duty } of e.data.replan) forget(rows, e.directive, duty);
  },
  DirectiveSuperseded: (rows, e) =>
    change(rows, e, { status: 'superseded', superseded_by: e.data.by }),
  DirectiveRevoked: (rows, e) => change(rows, e, { status: 'revoked' }),
  DirectiveRecalled: (rows, e) => change(rows, e, { status: 'recalled' }),
  DirectiveConcluded: (rows, e) => {
    const clock = e.data.archive ?? null;
    const archive = { clock, stage: null, handedAt: null, document: null };
    change(rows, e, { status: 'concluded', archive });
  },
  OwedAfterConclusion: (rows, e) => change(rows, e, { owed_after: e.data }),
  ArchiveDue: (rows, e) => archived(rows, e, { stage: e.data.stage }),
  HandedToArchive: (rows, e) => archived(rows, e, { handedAt: e.at, document: e.data.document }),
  ReportRequested: (rows, e) =>
    rows.run(
      ['directives'],
      `UPDATE read.directives SET requested = requested || $2::jsonb WHERE directive_id = $1`,
      [e.directive, JSON.stringify([requestPeriod(e.data.request)])],
    ),
  ConferenceHeld: sourced,
  InspectionHeld: sourced,
  ResultRecorded: sourced,
  JointInstrumentReviewed: sourced,
  UnitPraised: sourced,
  RoundPlanned: (rows, e) => {
    const { duty, period, opensAt } = e.data;
    rows.run(
      ['planned_rounds', 'directives'],
      `INSERT INTO read.planned_rounds (directive_id, plan_key, duty_id, period_id, period, opens_at)
       VALUES ($1, read.plan_key($1, $2, $3), $2, $3, $4::jsonb, $5)
       ON CONFLICT (directive_id, plan_key) DO UPDATE SET
         period_id = excluded.period_id, period = excluded.period, opens_at = excluded.opens_at`,
      [e.directive, duty, period.id, JSON.stringify(period), opensAt],
    );
    missing(rows, e.directive, duty, []);
  },
  ReviewCancellationNoted: (rows, { directive, data: { round } }) => {
    if (round === null) return;
    const { duty, period } = round;
    rows.remove('planned_rounds', { directive_id: directive, duty_id: duty, period_id: period });
  },
  RoundNotPlanned: (rows, e) => {
    rows.remove('planned_rounds', { directive_id: e.directive, plan_key: e.data.duty });
    missing(rows, e.directive, e.data.duty, e.data.missing);
  },
  NoFurtherRound: (rows, e) => {
    rows.remove('planned_rounds', { directive_id: e.directive, plan_key: e.data.duty });
    missing(rows, e.directive, e.data.duty, []);
  },
  RoundFellDue: (rows, e) =>
    rows.run(
      ['planned_rounds', 'directives'],
      `DELETE FROM read.planned_rounds WHERE directive_id = $1 AND plan_key = read.plan_key($1, $2, $3)`,
      [e.directive, e.data.duty, e.data.period.id],
    ),
  RoundConvened: (rows, e) => missing(rows, e.directive, e.data.heading.duty, []),
  RoundNotConvened: (rows, e) => missing(rows, e.directive, e.data.duty, e.data.missing),
});

function corrected(
  rows: Rows,
  e: Projected<Extract<DirectiveEvent, { type: 'DirectiveCorrected' }>>,
) {
  const { field, value, reason, document } = e.data;
  const how = { grade: 'decided', by: e.actor, at: e.at, reason: `${reason} (${document})` };
  rows.run(
    ['directives'],
    `UPDATE read.directives SET corrections = corrections || $2::jsonb,
       draft = CASE $3 WHEN 'abstract' THEN draft || jsonb_build_object('abstract', $4::jsonb) ELSE draft END,
       signer = CASE $3 WHEN 'signer' THEN $5::jsonb || jsonb_build_object('value', jsonb_build_object(
         'position', $6::text, 'capacity', coalesce(signer -> 'value' ->> 'capacity', 'head'))) ELSE signer END
     WHERE directive_id = $1`,
    [
      e.directive,
      JSON.stringify([{ ...e.data, at: e.at }]),
      field,
      JSON.stringify({ ...how, value }),
      JSON.stringify(how),
      value,
    ],
  );
  change(rows, e, {
    ...(field === 'symbol' ? { symbol: value, symbol_key: normaliseSymbol(value) } : {}),
    ...(field === 'date' ? { issued_on: value } : {}),
  });
}

/** The source that tells of it becomes one of the directive's, unless it is one already. */
function sourced(rows: Rows, e: Projected & { readonly data: Pick<Occurrence, 'source'> }): void {
  if (e.data.source === null) return;
  rows.run(
    ['directives'],
    `UPDATE read.directives SET draft = jsonb_set(draft, '{sources}', draft -> 'sources' || $2::jsonb), last_seq = $3
     WHERE directive_id = $1
       AND NOT EXISTS (SELECT 1 FROM jsonb_array_elements(draft -> 'sources') AS s WHERE s ->> 'id' = $2::jsonb ->> 'id')`,
    [e.directive, JSON.stringify(e.data.source), e.seq],
  );
}

function archived(
  rows: Rows,
  { directive, seq }: Place,
  more: { readonly [part: string]: unknown },
): void {
  rows.run(
    ['directives'],
    `UPDATE read.directives SET archive = archive || $2::jsonb, last_seq = $3 WHERE directive_id = $1`,
    [directive, JSON.stringify(more), seq],
  );
}

function change(rows: Rows, { directive, seq }: Place, set: { [column: string]: unknown }): void {
  rows.update('directives', { ...set, last_seq: seq }, { directive_id: directive });
}

/** @param revision null: one more than before */
function setUp(rows: Rows, directive: string, duties: readonly Duty[], revision: number | null) {
  for (const [index, duty] of duties.entries()) {
    rows.run(
      ['duties'],
      `INSERT INTO read.duties (directive_id, duty_id, ordinal, duty, revision)
       VALUES ($1, $2, (SELECT count(*) FROM read.duties WHERE directive_id = $1) + $5, $3::jsonb, coalesce($4, 1))
       ON CONFLICT (directive_id, duty_id)
       DO UPDATE SET duty = excluded.duty, revision = coalesce($4, read.duties.revision + 1)`,
      [directive, duty.id, JSON.stringify(duty), revision, index],
    );
    forget(rows, directive, duty.id);
  }
}

/** A duty that changed is planned anew: what was planned by its older values is forgotten. */
function forget(rows: Rows, directive: string, duty: string): void {
  rows.remove('planned_rounds', { directive_id: directive, duty_id: duty });
}

function missing(rows: Rows, directive: string, duty: string, values: readonly string[]): void {
  rows.update('duties', { missing: values }, { directive_id: directive, duty_id: duty });
}
