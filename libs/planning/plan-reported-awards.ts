/**
 * What of awards that somebody reports can be held against the record: the directive, the form and the units are known, and
 * the day is not ahead. A commendation is nominated under a known directive as well.
 */
import { localDateOf } from '../calendar';
import { valueOf, type Instant, type ReportedAwards, type Subject } from '../domain';
import type { Impossible } from './impossible';
import { planUnits } from './plan-units';
import type { PolicyBook } from './policy-book';

type Given = {
  readonly at: Instant;
  readonly book: PolicyBook;
  /** Absent: the command names no directive. */
  readonly directiveKnown?: boolean | undefined;
};

/** Undefined when all is known: a fact needs no dates. */
export function planReport(
  { directive, awardingBodies, subjects, when, forms }: ReportedAwards,
  { at, book, directiveKnown }: Given,
): Impossible | undefined {
  const today = localDateOf(book.calendar.zone, at);
  const ahead = (valueOf(when) ?? []).find((it) => it > today);
  if (ahead !== undefined) {
    return { impossible: 'commendation.date-ahead', params: { date: ahead, today } };
  }
  const units = [...(valueOf(awardingBodies) ?? []), ...unitsOf(valueOf(subjects) ?? [])];
  return (
    refuseUnknownDirective(directive, directiveKnown) ??
    refuseUnknownForm(valueOf(forms) ?? [], book) ??
    planUnits(units, book.org)
  );
}

/** An award of long ago may be of a form that no list in force has, but not of one that no list ever had. */
function refuseUnknownForm(
  codes: readonly string[],
  { policies }: PolicyBook,
): Impossible | undefined {
  const known = policies.flatMap(({ value }) =>
    value.kind === 'commendationForms' ? value.forms.map(({ code }) => code) : [],
  );
  const form = known.length === 0 ? undefined : codes.find((code) => !known.includes(code));
  return form === undefined
    ? undefined
    : { impossible: 'commendation.form-unknown', params: { form } };
}

export function refuseUnknownDirective(
  directive: string | null,
  known: boolean | undefined,
): Impossible | undefined {
  if (directive === null || known !== false) return undefined;
  return { impossible: 'commendation.directive-unknown', params: { directive } };
}

/** The units that subjects are, or are of. */
export function unitsOf(subjects: readonly Subject[]): string[] {
  return subjects.flatMap((it) => (it.kind === 'aggregate' || it.unit === null ? [] : [it.unit]));
}
