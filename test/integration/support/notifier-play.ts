/** A notifier's office in which streams are played by their own rules, read a second time, and asked what was delivered. */
import { decideStream } from '../../../libs/commands';
import { storedEvent } from '../../../libs/contracts';
import {
  deciderOf,
  deliveryStreamOf,
  foldAll,
  type Actor,
  type Command,
  type DeliveryRecord,
  type Event,
  type Loaded,
} from '../../../libs/domain';
import { SYSTEM } from '../../../libs/domain/testing/scene';
import { record, type Office } from './notifier-office';

export type Ask = { type: string; data?: object; actor?: Actor; plan?: object; at: string };

/** Decided one after the other by the stream's own rules, and recorded. */
export async function play(office: Office, stream: string, asks: readonly Ask[]): Promise<void> {
  const decider = deciderOf(stream);
  let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
  for (const [n, { at, data = {}, actor = SYSTEM, ...ask }] of asks.entries()) {
    const times = { receivedAt: at, effectiveAt: at };
    const command = { ...ask, ...times, data, actor, id: `c${n}`, stream } as Command;
    const decision = decider.decide(loaded.state, command);
    if (!decision.ok) throw new Error(`refused: ${JSON.stringify(decision.rejection)}`);
    loaded = foldAll(decider, [{ command, decision }], loaded);
    await record(office.ledger, stream, { at, events: decision.events as Event[] });
  }
}

export const wake = ({ at }: { at: string }): Ask => ({ type: 'WakeUp', at });

/** Everything read again from the first entry, by a notifier that starts anew. */
export async function readAgain(office: Office): Promise<void> {
  await office.pool.query(`UPDATE work.cursors SET seq = 0 WHERE consumer = 'notifier'`);
  await office.start();
  await office.attempted();
}

export async function deliveries({ ledger }: Office, stream: string): Promise<string[]> {
  const of = deliveryStreamOf(stream);
  await decideStream(ledger, of, { decidersHash: 'deciders-1' });
  return (await ledger.entriesOfStream(of))
    .flatMap(({ envelope }) => {
      const event = storedEvent(envelope);
      return event === null ? [] : (event.data as { deliveries: DeliveryRecord[] }).deliveries;
    })
    .map(({ unit, about, outcome, detail }) => `${unit} ${about} ${detail ?? outcome}`)
    .toSorted();
}

/** Without the tag that all have. */
export const subjects = (office: Office, address: string) =>
  office.mail.to(address).map(({ mail }) => mail.subject?.replace(/^\[Đôn đốc\] /, ''));
