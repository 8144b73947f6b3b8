/**
 * Whom the clock of the archive concerns: the focal person of the authority that issued the directive, or of whoever acts
 * for it now, before the last day and once more when it has passed and the file is not there.
 */
import { addDays, localDateOf, toInstant } from '../calendar';
import { actingUnit, valueOf, type DirectiveEvent, type Stored } from '../domain';
import type { World } from './addressing';
import { nameOn, recipientsOf } from './audience';
import type { DayNotice } from './day-notice';
import { dueMomentOf, workingDaysLeft } from './moments';
import type { MailItem } from './mail-item';

export type DirectiveChange = {
  readonly entry: string;
  readonly stream: string;
  readonly event: Stored<DirectiveEvent>;
};

export function archiveItemsOf(
  { entry, stream, event }: DirectiveChange,
  { org, calendar, directive }: World,
): MailItem<DayNotice>[] {
  if (event.type !== 'ArchiveDue') return [];
  const { draft, issue, archive, heirs } = directive ?? {};
  if (!draft || !archive) throw new Error(`${stream} has an archive and no directive`);
  const { stage, dueOn, source } = event.data;
  const today = localDateOf(calendar.zone, event.at);
  const endsAt = toInstant(calendar.zone, { date: addDays(dueOn, 1), time: '00:00' });
  const unit = actingUnit(heirs ?? [], draft.issuer);
  const derivation = archive.clock?.derivation ?? [];
  const notice: DayNotice = {
    about: `archive-${stage}`,
    entry,
    instant: event.at,
    unit,
    unitName: nameOn(org, unit, today),
    stream,
    subject: {
      kind: 'directive',
      symbol: issue?.symbol ?? valueOf(draft.symbol) ?? '',
      date: issue?.date ?? valueOf(draft.date) ?? null,
      issuer: nameOn(org, draft.issuer, today),
      abstract: valueOf(draft.abstract) ?? null,
      source,
    },
    due: { ...dueMomentOf(calendar, endsAt), provisional: false, derivation },
    body: { kind: 'archive', stage, daysLeft: workingDaysLeft(calendar, event.at, endsAt) },
  };
  return recipientsOf(org, unit, 'focal').map((to) => ({ ...to, notice }));
}
