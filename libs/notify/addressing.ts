/** What an event of a round is looked at with, and a notice before its words: to whom it goes and what about. */
import type { Calendar } from '../calendar';
import type { Contact, DirectiveState, OrgState, RoundEvent, RoundState, Stored } from '../domain';
import type { NoticeBody } from './notice';

export type EventOf<T extends RoundEvent['type']> = Extract<RoundEvent, { type: T }>['data'];

/** One event of a round's stream with the round before and after it. */
export type RoundChange = {
  /** Id of the ledger entry. */
  readonly entry: string;
  readonly stream: string;
  readonly event: Stored<RoundEvent>;
  readonly before: RoundState;
  readonly after: RoundState;
};

/** What stands in other streams at that point of the ledger. */
export type World = {
  readonly org: OrgState;
  readonly directive: DirectiveState | null;
  readonly calendar: Calendar;
};

/** A notice before its words: to whom it goes and which schedule's due time it speaks of. */
export type Addressing = {
  readonly unit: string;
  readonly role: Contact['role'];
  /** Whether it is about the unit's own obligation. */
  readonly own: boolean;
  readonly about: string;
  readonly schedule: string | null;
  readonly body: NoticeBody;
};
