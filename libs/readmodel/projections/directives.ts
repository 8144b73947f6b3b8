/** Directives with their duties and the rounds they plan to open: what the directive's own stream says. */
import { normaliseSymbol, valueOf, type Duty, type PlannedPeriod } from '../../domain';
import { projection } from '../projection';
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
        urgency: valueOf(draft.urgency) ?? null,
        draft,
        differences,
        warnings,
        corrections: [],
        late_addressees: [],
        registered_at: e.at,
        last_seq: e.seq,
      },
    ]);
    setUp(rows, e.directive, duties, 1);
  },
  DraftAmended: (rows, e) => {
    const { changes, differences, warnings = [] } = e.data;
    rows.run(`UPDATE read.directives SET draft = draft || $2::jsonb WHERE directive_id = $1`, [
      e.directive,
      JSON.stringify(changes),
    ]);
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
        `UPDATE read.directives SET draft = draft || jsonb_build_object($2::text, $3::jsonb), last_seq = $4
         WHERE directive_id = $1`,
        [e.directive, field, decided, e.seq],
      );
      return;
    }
    rows.run(
      `UPDATE read.duties SET duty = duty || jsonb_build_object($3::text, $4::jsonb), revision = revision + 1
       WHERE directive_id = $1 AND duty_id = $2`,
      [e.directive, duty, field, decided],
    );
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
      urgency,
    });
  },
  DirectiveCorrected: (rows, e) => {
    const { field, value } = e.data;
    rows.run(
      `UPDATE read.directives SET corrections = corrections || $2::jsonb WHERE directive_id = $1`,
      [e.directive, JSON.stringify([{ ...e.data, at: e.at }])],
    );
    change(rows, e, {
      ...(field === 'symbol' ? { symbol: value, symbol_key: normaliseSymbol(value) } : {}),
      ...(field === 'date' ? { issued_on: value } : {}),
    });
  },
  DirectiveAmended: (rows, e) => setUp(rows, e.directive, e.data.duties, null),
  AddresseeAdded: (rows, e) =>
    rows.run(
      `UPDATE read.directives SET late_addressees = late_addressees || $2::jsonb, last_seq = $3
       WHERE directive_id = $1`,
      [e.directive, JSON.stringify([e.data.unit]), e.seq],
    ),
  DirectiveSuspended: (rows, e) => change(rows, e, { status: 'suspended' }),
  DirectiveResumed: (rows, e) => change(rows, e, { status: 'issued' }),
  DirectiveSuperseded: (rows, e) => {
    end(rows, e, 'superseded');
    change(rows, e, { superseded_by: e.data.by });
  },
  DirectiveRevoked: (rows, e) => end(rows, e, 'revoked'),
  DirectiveRecalled: (rows, e) => end(rows, e, 'recalled'),
  DirectiveConcluded: (rows, e) => end(rows, e, 'concluded'),
  RoundPlanned: (rows, e) => {
    const { duty, period, opensAt } = e.data;
    unplan(rows, e.directive, duty, period);
    rows.insert('planned_rounds', [
      { directive_id: e.directive, duty_id: duty, period_id: period.id, period, opens_at: opensAt },
    ]);
    missing(rows, e.directive, duty, []);
  },
  RoundNotPlanned: (rows, e) => {
    unplan(rows, e.directive, e.data.duty, null);
    missing(rows, e.directive, e.data.duty, e.data.missing);
  },
  NoFurtherRound: (rows, e) => unplan(rows, e.directive, e.data.duty, null),
  RoundFellDue: (rows, e) =>
    rows.remove('planned_rounds', {
      directive_id: e.directive,
      duty_id: e.data.duty,
      period_id: e.data.period.id,
    }),
  RoundNotConvened: (rows, e) => missing(rows, e.directive, e.data.duty, e.data.missing),
});

function change(rows: Rows, { directive, seq }: Place, set: { [column: string]: unknown }): void {
  rows.update('directives', { ...set, last_seq: seq }, { directive_id: directive });
}

function end(rows: Rows, place: Place, status: string): void {
  change(rows, place, { status });
  rows.remove('planned_rounds', { directive_id: place.directive });
}

/** @param revision null: one more than before */
function setUp(rows: Rows, directive: string, duties: readonly Duty[], revision: number | null) {
  for (const [index, duty] of duties.entries()) {
    rows.run(
      `INSERT INTO read.duties (directive_id, duty_id, ordinal, duty, revision)
       VALUES ($1, $2, (SELECT count(*) FROM read.duties WHERE directive_id = $1) + $5, $3::jsonb, coalesce($4, 1))
       ON CONFLICT (directive_id, duty_id)
       DO UPDATE SET duty = excluded.duty, revision = coalesce($4, read.duties.revision + 1)`,
      [directive, duty.id, JSON.stringify(duty), revision, index],
    );
  }
}

/** A duty has one round to come; a report asked for stands beside it under its own period. */
function unplan(rows: Rows, directive: string, duty: string, period: PlannedPeriod | null): void {
  const asked = period?.id.startsWith('req-') ?? false;
  rows.run(
    `DELETE FROM read.planned_rounds WHERE directive_id = $1 AND duty_id = $2
     AND CASE WHEN $3 THEN period_id = $4 ELSE period_id NOT LIKE 'req-%' END`,
    [directive, duty, asked, period?.id ?? null],
  );
}

function missing(rows: Rows, directive: string, duty: string, values: readonly string[]): void {
  rows.update('duties', { missing: values }, { directive_id: directive, duty_id: duty });
}
