/** What the API reads: pages of the read model at an instant. The adapter over libs/readmodel is in reads.ts. */
import type { Instant, LocalDate } from '../../libs/domain';
import type {
  AssumptionRow,
  CalendarYearRow,
  DirectiveDetail,
  DirectiveRow,
  DocumentRow,
  FoundDirective,
  ObligationDetail,
  ObligationRow,
  Page,
  Paging,
  PolicyRow,
  ReportPage,
  RoundDetail,
  RoundRow,
  Summary,
  TimelineRow,
  UnitRow,
  UpcomingRow,
  Why,
} from '../../libs/readmodel';

export type Asked<Filter> = Paging & Filter;

export type ObligationFilter = {
  readonly round?: string;
  readonly directive?: string;
  readonly unit?: string;
  readonly status?: string;
  readonly standing?: string;
  readonly missing?: boolean;
};

export type TimelineFilter = {
  readonly directive?: string;
  readonly round?: string;
  readonly unit?: string;
};

export interface ReadsPort {
  summary(now: Instant): Promise<Summary>;
  findDirective(idOrSymbol: string, issuer?: string): Promise<FoundDirective>;
  directives(
    asked: Asked<{ status?: string; issuer?: string; symbol?: string }>,
  ): Promise<Page<DirectiveRow>>;
  directive(id: string): Promise<DirectiveDetail | null>;
  report(directive: string, asOf: Instant): Promise<ReportPage | null>;
  rounds(
    asked: Asked<{ directive?: string; duty?: string; status?: string }>,
    now: Instant,
  ): Promise<Page<RoundRow>>;
  round(id: string, now: Instant): Promise<RoundDetail | null>;
  obligations(asked: Asked<ObligationFilter>, now: Instant): Promise<Page<ObligationRow>>;
  obligation(id: string, now: Instant): Promise<ObligationDetail | null>;
  why(round: string, unit: string, now: Instant): Promise<Why | null>;
  timeline(asked: Asked<TimelineFilter>): Promise<Page<TimelineRow>>;
  documents(
    asked: Asked<{ direction?: 'outgoing' | 'incoming'; directive?: string }>,
  ): Promise<Page<DocumentRow>>;
  assumptions(asked: Asked<{ directive?: string }>): Promise<Page<AssumptionRow>>;
  units(
    asked: Asked<{ name?: string; roleClass?: string; on?: LocalDate }>,
  ): Promise<Page<UnitRow>>;
  calendarYear(calendar: string, year: number): Promise<CalendarYearRow | null>;
  policies(asked: Asked<{ kind?: string }>): Promise<Page<PolicyRow>>;
  upcoming(asked: Asked<{ directive?: string }>): Promise<Page<UpcomingRow>>;
}
