/**
 * Makes one message of all items that fall on one recipient at one instant. Addresses are revealed here for the first
 * time: two tokens of the same address are one recipient, an erased one gets nothing.
 */
import type { Pool } from 'pg';
import type { Ledger } from '../../libs/ledger';
import { compose, messageIdOf, render, type AnyNotice, type Rendered } from '../../libs/notify';
import { completeItems, type WaitingItem } from './mail-items-store';
import { planMessages, type PlannedMessage } from './mail-messages-store';

export type PlannerSettings = {
  readonly pool: Pool;
  readonly ledger: Ledger;
  readonly domain: string;
  readonly drill: boolean;
  readonly before: readonly string[];
  /** Null on a told clock. */
  readonly patienceMs: number | null;
};

/** Answers how many messages were planned. */
export async function planComplete(settings: PlannerSettings, holder: string): Promise<number> {
  const { pool, before, patienceMs } = settings;
  const items = await completeItems(pool, before, patienceMs);
  if (items.length === 0) return 0;
  const addresses = await addressesOf(settings.ledger, items);
  const messages = groups(items, addresses).map((group) => plan(group, addresses, settings));
  await planMessages(pool, holder, messages);
  return messages.length;
}

/** The addresses behind recipients; one without a contact (`none:{unit}`) or erased is missing. */
export function addressesOf(
  ledger: Ledger,
  to: readonly { readonly recipient: string }[],
): Promise<ReadonlyMap<string, string>> {
  return ledger.reveal([...new Set(to.map(({ recipient }) => recipient))]);
}

function groups(
  items: readonly WaitingItem[],
  addresses: ReadonlyMap<string, string>,
): WaitingItem[][] {
  const found = new Map<string, WaitingItem[]>();
  for (const item of items) {
    const who = addresses.get(item.recipient)?.toLowerCase() ?? item.recipient;
    const key = `${item.instant} ${who}`;
    const group = found.get(key);
    if (group) group.push(item);
    else found.set(key, [item]);
  }
  return [...found.values()];
}

function plan(
  group: readonly WaitingItem[],
  addresses: ReadonlyMap<string, string>,
  { drill, domain }: PlannerSettings,
): PlannedMessage {
  const first = group[0]!;
  const { recipient, instant, language } = first;
  const notices = group.map((item) => item.notice);
  const content = contentOf({ notices, language, drill });
  const unknown = recipient.startsWith('none:') ? 'no contact' : 'address erased';
  return {
    messageId: messageIdOf({ recipient, instant, content, entries: entriesOf(notices), domain }),
    recipient,
    instant,
    language,
    items: group.map(({ notice, recipient: own }) => ({
      entry: notice.entry,
      unit: notice.unit,
      recipient: own,
    })),
    suppressed: addresses.has(recipient) ? null : unknown,
  };
}

/** Composed when a message is planned and again at each try: the same items always say the same. */
export function contentOf(composition: Parameters<typeof compose>[0]): Rendered {
  return render(compose(composition));
}

export function entriesOf(notices: readonly AnyNotice[]): string[] {
  return [...new Set(notices.map(({ entry }) => entry))].toSorted();
}
