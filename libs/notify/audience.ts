/**
 * Who receives a notice addressed to a unit, and what the unit was called on the day. A unit without the contact that
 * is asked for is reached by the other one; without any, the item has no recipient and is recorded as suppressed.
 */
import type { Contact, LocalDate, OrgState, Text } from '../domain';
import type { Language } from './notice';

export type Recipient = { readonly recipient: string | null; readonly language: Language };

const NOBODY: Recipient = { recipient: null, language: 'vi' };

export function recipientsOf(org: OrgState, unit: string, role: Contact['role']): Recipient[] {
  const contacts = org.units[unit]?.contacts ?? [];
  const asked = contacts.filter((contact) => contact.role === role);
  const reached = asked.length > 0 ? asked : contacts;
  const byAddress = new Map(reached.map((it) => [it.email, it.language]));
  if (byAddress.size === 0) return [NOBODY];
  return [...byAddress].map(([recipient, language]) => ({ recipient, language }));
}

/** The name valid on `date`; the first one when the unit is younger than that, its id when unknown. */
export function nameOn(org: OrgState, unit: string, date: LocalDate): Text {
  const names = org.units[unit]?.names ?? [];
  const valid = names
    .filter((name) => name.from <= date)
    .reduce<(typeof names)[number] | null>(
      (latest, name) => (latest === null || name.from >= latest.from ? name : latest),
      null,
    );
  return valid?.value ?? names[0]?.value ?? { vi: unit, en: unit };
}
