/** Recognition: each body's year, its subjects and the results known from elsewhere. Rates are counted when asked for. */
import type { RecognitionDeadline, RecognitionEvent } from '../../domain';
import { projection } from '../projection';
import type { Projected } from '../projected';
import type { Rows } from '../row-writer';

const TABLES = [
  'recognition_years',
  'recognition_subjects',
  'recognition_results',
  'recognition_deadlines',
  'recognition_called',
  'classifications',
];

/** Many calls and registrations name one day. */
const SAME_DAY = '(authority, year, what, at) DO NOTHING';

type OfYear = { readonly authority: string; readonly year: number };
type EventOf<T extends RecognitionEvent['type']> = Projected<
  Extract<RecognitionEvent, { type: T }>
>;

export const recognition = projection('recognition', TABLES, {
  RegistrationCalled: (rows, e) => {
    known(rows, e.data);
    const { units, standingBody, date, reference } = e.data;
    toCome(rows, e.data);
    if (standingBody !== null) {
      rows.update('recognition_years', { standing_body: standingBody }, yearOf(e.data));
    }
    rows.insert(
      'recognition_called',
      units.map((it) => ({ ...yearOf(e.data), ...it, called_on: date, reference })),
      '(authority, year, unit) DO NOTHING',
    );
  },
  RecognitionReminded: (rows, e) => {
    const { what, units, issuedAt } = e.data;
    const table = what === 'registrationReminder' ? 'recognition_called' : 'recognition_subjects';
    rows.update(table, { reminded_at: issuedAt }, { ...yearOf(e.data), unit: units });
  },
  RecognitionRegistered: (rows, e) => {
    known(rows, e.data);
    const { authority, year, unit, kind, trait, reference, date, timeliness, norm } = e.data;
    const { enteredOn = null, ownStatement = false } = e.data;
    toCome(rows, e.data);
    rows.insert('recognition_subjects', [
      {
        ...{ authority, year, unit, kind, trait, reference, norm },
        status: 'registered',
        registered_on: date,
        entered_on: enteredOn,
        own_statement: ownStatement,
        registration: timeliness,
      },
    ]);
  },
  RecognitionDossierSubmitted: (rows, e) => {
    const { date, answers, documents, happened, unfulfilled, heir = null } = e.data;
    const { contradicted = [], norm } = e.data;
    change(rows, e.data, {
      status: 'submitted',
      handed_in_by: heir,
      dossier: { date, answers, documents, happened, unfulfilled, contradicted, norm },
      reasons: null,
    });
  },
  RecognitionDossierAppraised: (rows, e) => {
    const { proposal, reasons } = e.data;
    change(rows, e.data, { status: 'appraised', proposal, reasons });
  },
  RecognitionDossierReturned: (rows, e) => {
    const { reason } = e.data;
    change(rows, e.data, { status: 'returned', proposal: null, reasons: reason });
  },
  RecognitionDecided: (rows, e) => decided(rows, e),
  RecognitionRevoked: (rows, e) => {
    const { date, reason } = e.data;
    const revocation = { date, reason, actor: e.actor };
    change(rows, e.data, { status: 'revoked', reason, revocation });
  },
  RecognitionDelegated: (rows, e) => {
    known(rows, e.data);
    const { to, date, reason } = e.data;
    rows.update('recognition_years', { delegation: { to, date, reason } }, yearOf(e.data));
  },
  RecognitionTargetSet: (rows, e) => {
    known(rows, e.data);
    rows.update('recognition_years', { target: e.data.target }, yearOf(e.data));
  },
  RecognitionResultRecorded: (rows, e) => {
    known(rows, e.data);
    const { kinds, result, by, source, directive, norm } = e.data;
    rows.insert('recognition_results', [
      {
        ...yearOf(e.data),
        ...{ kinds, result, by, source, norm },
        entry_id: e.entry,
        seq: e.seq,
        directive_id: directive,
        recorded_at: e.recordedAt,
      },
    ]);
  },
  RecognitionDeadlineReached: (rows, e) => {
    const { what, kinds, last, at, registered, undecided, units, more } = e.data;
    const { unregistered = null } = e.data;
    const reached = { registered, undecided, units, more, unregistered };
    rows.insert(
      'recognition_deadlines',
      [{ ...yearOf(e.data), what, kinds, last, at, ...reached }],
      `(authority, year, what, at) DO UPDATE SET registered = excluded.registered, undecided = excluded.undecided,
         units = excluded.units, more = excluded.more, unregistered = excluded.unregistered`,
    );
  },
  UnitClassified: (rows, e) => {
    known(rows, e.data);
    const { unit, level, levelText, policy, date, reason } = e.data;
    rows.insert(
      'classifications',
      [
        {
          ...yearOf(e.data),
          ...{ unit, level, policy, reason },
          level_text: levelText,
          classified_on: date,
        },
      ],
      `(authority, year, unit) DO UPDATE SET level = excluded.level, level_text = excluded.level_text,
         policy = excluded.policy, classified_on = excluded.classified_on, reason = excluded.reason`,
    );
  },
});

function decided(rows: Rows, e: EventOf<'RecognitionDecided'>): void {
  const { number, date, by, met, notMet, noDossier = [], norm, timeliness } = e.data;
  const ruling = { decision_number: number, decided_on: date, decision_by: by, norm };
  const set = (units: readonly string[], outcome: { readonly [column: string]: unknown }) => {
    if (units.length === 0) return;
    const of = { ...yearOf(e.data), unit: units };
    rows.update('recognition_subjects', { ...ruling, reason: null, ...outcome }, of);
  };
  set(met, { status: 'met' });
  // Thousands may share one reason.
  for (const [reason, units] of grouped(notMet, (it) => it.reason)) {
    set(units, { status: 'notMet', reason });
  }
  const evidence = grouped(noDossier, ({ status, last }) => JSON.stringify({ status, last }));
  for (const [missing, units] of evidence) {
    set(units, { status: 'notMet', no_dossier: JSON.parse(missing) as unknown });
  }
  const decidedUnits = [...met, ...[...notMet, ...noDossier].map(({ unit }) => unit)];
  // In time or not goes by the kind of subject.
  for (const { kind, ...judged } of timeliness) {
    rows.run(
      ['recognition_subjects'],
      `UPDATE read.recognition_subjects SET decision = $1::jsonb, otherwise = (proposal <> status)
       WHERE authority = $2 AND year = $3 AND kind = $4 AND unit = ANY($5)`,
      [JSON.stringify(judged), ...[e.data.authority, e.data.year, kind], decidedUnits],
    );
  }
}

function grouped<T extends { readonly unit: string }>(
  all: readonly T[],
  by: (one: T) => string,
): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const one of all) groups.set(by(one), [...(groups.get(by(one)) ?? []), one.unit]);
  return groups;
}

type OfSubject = OfYear & { readonly unit: string; readonly norm: unknown };

function change(
  rows: Rows,
  { unit, norm, ...of }: OfSubject,
  set: { readonly [column: string]: unknown },
): void {
  rows.update('recognition_subjects', { ...set, norm }, { ...yearOf(of), unit });
}

function toCome(
  rows: Rows,
  of: OfYear & { readonly deadlines: readonly RecognitionDeadline[] },
): void {
  rows.insert(
    'recognition_deadlines',
    of.deadlines.map((it) => ({ ...yearOf(of), derivation: null, norm: null, ...it })),
    SAME_DAY,
  );
}

function known(rows: Rows, of: OfYear): void {
  rows.insert('recognition_years', [yearOf(of)], '(authority, year) DO NOTHING');
}

function yearOf({ authority, year }: OfYear): OfYear {
  return { authority, year };
}
