/** What a receipt says beside that it was done: read from what was recorded, so also of one that is asked for later. */
import { storedEvent, type Receipt } from '../../libs/contracts';
import type { CommandRecord, Ledger } from '../../libs/ledger';
import { linkNotes, NOTED } from '../../libs/readmodel';

export async function notesOf(
  ledger: Pick<Ledger, 'entriesOfStream'>,
  record: CommandRecord | null,
): Promise<Receipt['notes']> {
  const { accepted, events = [], version = 0 } = record?.outcome ?? {};
  if (record === null || !accepted || !events.some((type) => NOTED.includes(type))) return [];
  const last = version + events.length;
  const entries = await ledger.entriesOfStream(record.stream, version, last);
  const recorded = entries.flatMap(({ envelope }) => storedEvent(envelope) ?? []);
  return linkNotes(recorded.filter(({ commandId }) => commandId === record.id));
}
