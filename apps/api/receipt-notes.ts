/** What a receipt says beside that it was done: read from what was recorded, so also of one that is asked for later. */
import { storedEvent, type Receipt } from '../../libs/contracts';
import type { CommandRecord, Ledger } from '../../libs/ledger';
import { linkNotes, NOTED, type Reads } from '../../libs/readmodel';
import { warningsOf } from './receipt-warnings';

export async function notesOf(
  record: CommandRecord | null,
  from: {
    readonly ledger: Pick<Ledger, 'entriesOfStream'>;
    readonly reads: Pick<Reads, 'unitNames'>;
  },
): Promise<Receipt['notes']> {
  if (record === null || !record.outcome?.accepted) return [];
  return [...(await linksOf(record, from)), ...(await warningsOf(record, from))];
}

async function linksOf(
  record: CommandRecord,
  { ledger }: { readonly ledger: Pick<Ledger, 'entriesOfStream'> },
): Promise<Receipt['notes']> {
  const { events, version } = record.outcome!;
  if (!events.some((type) => NOTED.includes(type))) return [];
  const last = version + events.length;
  const entries = await ledger.entriesOfStream(record.stream, version, last);
  const recorded = entries.flatMap(({ envelope }) => storedEvent(envelope) ?? []);
  return linkNotes(recorded.filter(({ commandId }) => commandId === record.id));
}
