/**
 * When a report would be due that somebody asks for now: so that whoever asks for one that is overdue already hears it
 * at once, and not the round's planning afterwards.
 */
import {
  requestPeriod,
  type DirectiveState,
  type Instant,
  type LocalDate,
  type RequestPlan,
} from '../domain';
import { dueOfDuty } from './duty-due';
import type { PolicyBook } from './policy-book';

export type RequestReportData = { readonly duty: string; readonly dueDate: LocalDate | null };

/** Undefined when no due time can be told yet: the round's own planning names what is missing. */
export function planRequest(
  directive: DirectiveState,
  { duty: id, dueDate }: RequestReportData,
  at: Instant,
  book: PolicyBook,
): RequestPlan | undefined {
  const duty = Object.hasOwn(directive.duties, id) ? directive.duties[id] : undefined;
  if (duty === undefined) return undefined;
  const request = directive.requests + 1;
  const label = { vi: `yêu cầu số ${request}`, en: `request ${request}` };
  const period = { id: requestPeriod(request), label, from: null, to: null, closing: null };
  const due = dueOfDuty({ directive, duty, period, requestedDue: dueDate, at, book });
  return due.ok ? { dueAt: due.due.dueAt } : undefined;
}
