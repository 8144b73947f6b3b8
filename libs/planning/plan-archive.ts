/**
 * By when the file of a concluded directive goes to the agency's archive (Decree 30/2020/NĐ-CP Art 29–31; Archive Law
 * 33/2024/QH15): by the policy in force when the work ends; without any policy there is no clock.
 */
import { addDays, isLocalDate, localDateOf, toInstant } from '../calendar';
import type { ConclusionPlan, DirectiveState, Instant, LocalDate } from '../domain';
import { sourceOfPolicy } from './duty-due';
import { policyInForce, policyName, type PolicyBook, type ValueOf } from './policy-book';

export function planConclusion(
  directive: DirectiveState,
  at: Instant,
  book: PolicyBook,
): ConclusionPlan {
  const { zone } = book.calendar;
  const endedOn = localDateOf(zone, at);
  const { issuer = '', documentType = '' } = directive.draft ?? {};
  const found = policyInForce(book, 'archive', { issuer, documentType, date: endedOn });
  if (found === null) return { archive: null };
  const { policy, assumption } = found;
  const dueOn = lastDay(endedOn, policy.value);
  const reminded = addDays(dueOn, -policy.value.remindCalendarDaysBefore);
  const remindOn = reminded > endedOn ? reminded : addDays(endedOn, 1);
  const { years, from: counted, remindCalendarDaysBefore: before, hour } = policy.value;
  const source = sourceOfPolicy(found);
  const remindAt = toInstant(zone, { date: remindOn, time: hour });
  const params = { days: -before, date: remindOn, hour, zone: zone.id };
  return {
    archive: {
      dueOn,
      dueAt: endOfDay(zone, dueOn),
      remindAt,
      policy: policyName(policy),
      source: policy.source,
      derivation: [
        { rule: `archive.${counted}`, source, from: endedOn, to: dueOn, params: { years } },
        ...(remindOn === reminded
          ? [{ rule: 'rung.calendarDays', source, from: dueOn, to: remindAt, params }]
          : []),
      ],
      assumptions: assumption ? [assumption] : [],
    },
  };
}

function lastDay(endedOn: LocalDate, { years, from }: ValueOf<'archive'>): LocalDate {
  const year = Number(endedOn.slice(0, 4)) + years;
  if (from === 'yearEnd') return `${year}-12-31`;
  const sameDay = `${year}${endedOn.slice(4)}`;
  // 29 February has no anniversary in most years: a term of months or years then ends with the month (Civil Code Art 148).
  return isLocalDate(sameDay) ? sameDay : `${year}-02-28`;
}

/** A term in days ends at 24:00 of its last day. */
function endOfDay(zone: PolicyBook['calendar']['zone'], date: LocalDate): Instant {
  return toInstant(zone, { date: addDays(date, 1), time: '00:00' });
}
