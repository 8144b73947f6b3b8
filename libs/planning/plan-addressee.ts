/**
 * What a late addressee would join: that the unit is there, and which of the open rounds are past their due time, so
 * that nobody is told to join a round in which it would be late before it began.
 */
import { localDateOf } from '../calendar';
import {
  unitAt,
  type AddresseePlan,
  type DirectiveState,
  type Instant,
  type LocalDate,
} from '../domain';
import { dueOfDuty } from './duty-due';
import type { Impossible } from './impossible';
import type { PolicyBook } from './policy-book';

export function planAddressee(
  directive: DirectiveState,
  { unit }: { readonly unit: string },
  at: Instant,
  book: PolicyBook,
): AddresseePlan | Impossible {
  const known = Object.hasOwn(book.org.units, unit) ? book.org.units[unit] : undefined;
  const date: LocalDate = localDateOf(book.calendar.zone, at);
  if (known === undefined || unitAt(known, date) === null) {
    return { impossible: 'unit.unknown', params: { unit } };
  }
  const overdue = Object.values(directive.rounds).flatMap((round) => {
    const duty = directive.duties[round.duty];
    if (round.completed || duty === undefined) return [];
    const requestedDue = directive.requested[round.period]?.dueDate ?? null;
    const period = round.planned;
    const due = dueOfDuty({ directive, duty, period, requestedDue, at, book });
    if (!due.ok || due.due.dueAt > at) return [];
    return [{ duty: round.duty, period: round.period }];
  });
  return { overdue };
}
