/** The awarding body of a commendation at an instant: which policies bind it, and which forms it may award. */
import { localDateOf } from '../calendar';
import {
  unitAt,
  type Assumption,
  type Instant,
  type LocalDate,
  type PolicyKind,
  type Power,
} from '../domain';
import type { Impossible } from './impossible';
import { policyInForce, policyName, type InForce, type PolicyBook } from './policy-book';

export type Office = {
  readonly awardingBody: string;
  readonly at: Instant;
  readonly book: PolicyBook;
};

/** What the list of forms in force on a day says of one form: null when it has no such form. */
export function powerOn(
  office: Office,
  code: string,
  on: LocalDate,
): { readonly power: Power | null; readonly assumptions: readonly Assumption[] } | Impossible {
  const { book, awardingBody } = office;
  const forms = inForce(office, 'commendationForms', undefined, on);
  if (forms === null) return none('commendationForms');
  const form = forms.policy.value.forms.find((it) => it.code === code);
  if (form === undefined) return { power: null, assumptions: [] };
  const unit = Object.hasOwn(book.org.units, awardingBody)
    ? book.org.units[awardingBody]
    : undefined;
  const kind = unit === undefined ? undefined : unitAt(unit, on)?.kind;
  const { name, kinds, units, subjects, source } = form;
  const has = units.includes(awardingBody) || (kind !== undefined && kinds.includes(kind));
  const holders = [...kinds, ...units];
  const policy = policyName(forms.policy);
  return {
    power: { form: code, name, on, body: awardingBody, has, holders, subjects, policy, source },
    assumptions: assumed([forms]),
  };
}

/** @param on absent: today */
export function inForce<K extends PolicyKind>(
  office: Office,
  kind: K,
  id?: string,
  on?: LocalDate,
): InForce<K> | null {
  return policyInForce(office.book, kind, {
    issuer: office.awardingBody,
    documentType: 'commendation',
    date: on ?? dayOf(office),
    ...(id === undefined ? {} : { id }),
  });
}

export function assumed(used: readonly { readonly assumption: Assumption | null }[]): Assumption[] {
  return used.flatMap(({ assumption }) => (assumption ? [assumption] : []));
}

export function none(kind: PolicyKind): Impossible {
  return { impossible: 'policy.none-in-force', params: { kind } };
}

export function dayOf({ at, book }: Pick<Office, 'at' | 'book'>): LocalDate {
  return localDateOf(book.calendar.zone, at);
}
