/**
 * A projection: a name, the tables it fills and one function per event it cares about. It asks no clock and no
 * other projection's future: applied to the same entries it always fills the same rows.
 */
import type { AnyEvent, AnyEventType, Projected, Refused } from './projected';
import type { Rows } from './row-writer';

export type Handlers = {
  readonly [T in AnyEventType]?: (
    rows: Rows,
    event: Projected<Extract<AnyEvent, { type: T }>>,
  ) => void | Promise<void>;
};

export type Projection = {
  readonly name: string;
  /** Emptied when the read model is built anew. */
  readonly tables: readonly string[];
  readonly handlers: Handlers;
  /** Called for every event, whatever its type. */
  readonly every?: (rows: Rows, event: Projected) => void;
  readonly refused?: (rows: Rows, refusal: Refused) => void;
};

export function projection(
  name: string,
  tables: readonly string[],
  handlers: Handlers,
  more: Pick<Projection, 'every' | 'refused'> = {},
): Projection {
  return { name, tables, handlers, ...more };
}

export async function applyEvent(
  { handlers, every }: Projection,
  rows: Rows,
  event: Projected,
): Promise<void> {
  every?.(rows, event);
  const handler = handlers[event.type] as
    ((rows: Rows, event: Projected) => void | Promise<void>) | undefined;
  await handler?.(rows, event);
}
