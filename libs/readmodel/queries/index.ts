/** Everything that may be asked of the read model, over one pool. Instants come from the caller: no query asks a clock. */
import type { Instant } from '../../domain';
import { asOf as dbAsOf } from '../as-of';
import type { Db } from '../db';
import { accesses } from './accesses';
import { criticisms } from './criticisms';
import { consolidation } from './consolidation';
import { bars, commendation, commendations } from './commendations';
import { directive } from './directive-detail';
import { countDifferences, type Moment } from './count-differences';
import { dashboard } from './dashboard';
import { differences } from './differences';
import { directives, findDirective } from './directives';
import { indicators } from './indicators';
import {
  assumptions,
  calendarYear,
  deliveries,
  documents,
  policies,
  unit,
  units,
  upcoming,
} from './lists';
import { obligation, obligations } from './obligations';
import { rates, type RatesFilter } from './rates';
import { preview, reorganisation, reorganisations } from './reorganisations';
import { recognitionYear, recognitionYears } from './recognition';
import { called, classifications, subjects } from './recognition-lists';
import { firstRecorded, lastRecorded } from './recorded';
import { reportPage } from './report-page';
import { review, reviews } from './reviews';
import { round, rounds } from './rounds';
import { shortlist, type ShortlistQuestion } from './shortlist';
import { summary } from './summary';
import { timeline, timelineAt } from './timeline';
import { unitNames } from './unit-names';
import { why } from './why';

type Asked<Query extends (db: Db, asked: never) => unknown> = Parameters<Query>[1];

function queries(db: Db) {
  return {
    summary: (now: Instant) => summary(db, now),
    dashboard: (now: Instant) => dashboard(db, now),
    findDirective: (idOrSymbol: string, issuer?: string) => findDirective(db, idOrSymbol, issuer),
    directives: (asked: Asked<typeof directives>) => directives(db, asked),
    directive: (id: string) => directive(db, id),
    report: (id: string, asOf: Instant) => reportPage(db, id, asOf),
    reviews: (id: string) => reviews(db, id),
    review: (id: string, n: number) => review(db, id, n),
    rates: (asked: RatesFilter, at: Parameters<typeof rates>[2]) => rates(db, asked, at),
    consolidation: (id: string, asOf: Instant) => consolidation(db, id, asOf),
    criticisms: (asked: Parameters<typeof criticisms>[1], now: Instant) =>
      criticisms(db, asked, now),
    indicators: (asked: Parameters<typeof indicators>[1], asOf: Instant) =>
      indicators(db, asked, asOf),
    rounds: (asked: Parameters<typeof rounds>[1], now: Instant) => rounds(db, asked, now),
    round: (id: string, now: Instant) => round(db, id, now),
    obligations: (asked: Parameters<typeof obligations>[1], now: Instant) =>
      obligations(db, asked, now),
    obligation: (id: string, now: Instant) => obligation(db, id, now),
    why: (roundId: string, unitId: string, now: Instant) => why(db, roundId, unitId, now),
    timeline: (asked: Asked<typeof timeline>) => timeline(db, asked),
    accesses: (asked: Asked<typeof accesses>) => accesses(db, asked),
    timelineAt: (seq: number) => timelineAt(db, seq),
    lastRecorded: (until: Instant) => lastRecorded(db, until),
    firstRecorded: () => firstRecorded(db),
    differences: (
      between: Parameters<typeof differences>[1],
      scope: Parameters<typeof differences>[2],
    ) => differences(db, between, scope),
    countDifferences: (from: Moment, to: Moment) => countDifferences(db, from, to),
    documents: (asked: Asked<typeof documents>) => documents(db, asked),
    assumptions: (asked: Asked<typeof assumptions>) => assumptions(db, asked),
    units: (asked: Asked<typeof units>) => units(db, asked),
    unitNames: (ids: Asked<typeof unitNames>) => unitNames(db, ids),
    unit: (id: string) => unit(db, id),
    calendarYear: (calendar: string, year: number) => calendarYear(db, calendar, year),
    policies: (asked: Asked<typeof policies>) => policies(db, asked),
    deliveries: (asked: Asked<typeof deliveries>) => deliveries(db, asked),
    reorganisations: (asked: Asked<typeof reorganisations>) => reorganisations(db, asked),
    reorganisation: (id: string) => reorganisation(db, id),
    previewReorganisation: (asked: Asked<typeof preview>) => preview(db, asked),
    recognitionYears: (asked: Asked<typeof recognitionYears>) => recognitionYears(db, asked),
    recognitionYear: (authority: string, year: number) => recognitionYear(db, authority, year),
    recognitionSubjects: (asked: Asked<typeof subjects>) => subjects(db, asked),
    recognitionCalled: (asked: Asked<typeof called>) => called(db, asked),
    recognitionClassifications: (asked: Asked<typeof classifications>) =>
      classifications(db, asked),
    commendations: (asked: Asked<typeof commendations>) => commendations(db, asked),
    commendation: (id: string) => commendation(db, id),
    bars: (asked: Asked<typeof bars>) => bars(db, asked),
    shortlist: (asked: ShortlistQuestion) => shortlist(db, asked),
    upcoming: (asked: Asked<typeof upcoming>) => upcoming(db, asked),
  };
}

type Queries = ReturnType<typeof queries>;

export type Reads = Queries & {
  /** The same questions as of an entry of the ledger, which must be projected already. */
  at(seq: number): Queries;
};

export function createReads(db: Db): Reads {
  return { ...queries(db), at: (seq) => queries(dbAsOf(db, seq)) };
}
