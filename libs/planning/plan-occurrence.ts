/**
 * Whether an occurrence can be: its units are known, and the days or months it names have begun where the office is.
 */
import { localDateOf } from '../calendar';
import {
  valueOf,
  type Conference,
  type Inspection,
  type Instant,
  type JointInstrumentReview,
  type Praise,
  type Result,
  type ReviewConference,
} from '../domain';
import type { Impossible } from './impossible';
import { planUnits } from './plan-units';
import type { PolicyBook } from './policy-book';

export type OccurrenceData =
  Conference | Inspection | Praise | Result | JointInstrumentReview | ReviewConference;

export function planOccurrence(
  data: OccurrenceData,
  at: Instant,
  { calendar, org }: PolicyBook,
): Impossible | undefined {
  const [when, by] = [valueOf(data.when), valueOf(data.by)];
  const today = localDateOf(calendar.zone, at);
  if (when !== undefined && when > today) {
    return { impossible: 'occurrence.not-yet', params: { when, today } };
  }
  const inspected = 'inspected' in data ? (valueOf(data.inspected) ?? []) : [];
  const praised = 'praised' in data ? (valueOf(data.praised) ?? []) : [];
  const report = 'report' in data ? valueOf(data.report) : undefined;
  if (report && report.date > today) {
    return { impossible: 'inspection.report-not-yet', params: { date: report.date, today } };
  }
  return planUnits(
    [...(by ? [by] : []), ...inspected, ...praised, ...(report ? [report.to] : [])],
    org,
  );
}
