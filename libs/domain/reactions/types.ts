/** What goes into the reactions and what comes out of them. */
import type { Instant, Json } from '../kernel';

/** An event as a reaction sees it: its entry's id, stream and short type (`RoundFellDue`). */
export type SeenEvent = {
  readonly id: string;
  readonly stream: string;
  readonly type: string;
  readonly data: unknown;
  readonly at: Instant;
};

/** A command that a reaction asks for; its id is derived from the entry, `reaction`, the stream and its index. */
export type AskedCommand = {
  readonly reaction: string;
  readonly stream: string;
  readonly type: string;
  readonly data: Json;
};
