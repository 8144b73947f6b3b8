/**
 * Adds to the plan of a command on what is others' who stands above whom: by it the decider says whether the actor's body
 * has power there, and says the same in a replay.
 */
import { localDateOf } from '../calendar';
import {
  aboveOf,
  valueOf,
  type Actor,
  type Bar,
  type BarsState,
  type Instant,
  type Policy,
  type PolicyState,
  type Remit,
  type ReportedAwards,
} from '../domain';
import type { PolicyBook } from './policy-book';

type Asked = { readonly type: string; readonly data: unknown; readonly actor?: Actor };

type Given = {
  readonly state: unknown;
  readonly book: PolicyBook;
  readonly at: Instant;
  readonly found: {
    readonly issuer?: string | undefined;
    readonly holders?: readonly (readonly string[])[] | undefined;
  };
};

/** Of which units each command needs to know who stands above. */
const CONCERNED: { readonly [type: string]: (data: never, state: never) => readonly string[] } = {
  AdoptPolicy: ({ scope }: Policy, state: PolicyState) => [
    ...listed(scope.issuer),
    ...issuerOf(state),
  ],
  WithdrawPolicy: (_data: never, state: PolicyState) => issuerOf(state),
  DecideHeir: ({ unit, heir }: { unit: string; heir: string }) => [unit, heir],
  RecordAwards: ({ awardingBodies }: ReportedAwards) => valueOf(awardingBodies) ?? [],
  RecordBar: ({ unit }: Bar) => [unit],
  LiftBar: ({ id }: { id: string }, { bars, recordedBy = {} }: BarsState) => [
    ...(Object.hasOwn(bars, id) ? [bars[id]!.unit] : []),
    ...(Object.hasOwn(recordedBy, id) ? listed(recordedBy[id]!) : []),
  ],
  ErasePersonalValue: () => [],
};

/** Who acts for no unit needs none. */
export function isOfRemit({ type, actor }: Pick<Asked, 'type' | 'actor'>): boolean {
  return (actor?.unit ?? null) !== null && Object.hasOwn(CONCERNED, type);
}

/** The plan as it was made where it is impossible, or no power is asked about. */
export function withRemit(asked: Asked, made: unknown, { state, book, at, found }: Given): unknown {
  const plan = (made ?? {}) as object;
  if (!isOfRemit(asked) || 'impossible' in plan) return made;
  const { type, data } = asked;
  const day = localDateOf(book.calendar.zone, at);
  const units = new Set(CONCERNED[type]!(data as never, state as never));
  const above = Object.fromEntries(
    [...units].map((unit) => [unit, aboveOf(book.org, unit, day)] as const),
  );
  const { issuer, holders } = found;
  const remit: Remit = {
    above,
    ...(issuer === undefined ? {} : { issuer }),
    ...(holders === undefined ? {} : { holders }),
  };
  return { ...plan, remit };
}

function listed(unit: string | null): readonly string[] {
  return unit === null ? [] : [unit];
}

function issuerOf({ versions }: PolicyState): readonly string[] {
  return listed(versions.at(-1)?.scope.issuer ?? null);
}
