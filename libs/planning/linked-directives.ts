/**
 * The directives a link concerns: the one it names, and all that answer that one, however far down; of a duty that is set up
 * or decided anew, those its links name either way; of a report below, the one it comes from.
 */
import {
  directiveStream,
  parseObligationId,
  valueOf,
  type ChildReport,
  type DirectiveState,
  type DutyLink,
} from '../domain';
import type { Linked } from './plan-link';
import { stateOf, type Asking } from './question';

/** More levels of administration than there are: what goes on for longer is no chain of directives. */
const MOST = 200;

export function* linkedDirectives({ from }: Pick<DutyLink, 'from'>): Asking<Linked> {
  const found = new Map<string, DirectiveState>();
  const below = valueOf(from)?.directive;
  const todo = below === undefined ? [] : [below];
  for (let id = todo.pop(); id !== undefined && found.size < MOST; id = todo.pop()) {
    if (found.has(id)) continue;
    const state = yield* stateOf<DirectiveState>(directiveStream(id));
    found.set(id, state);
    todo.push(...state.links.flatMap((link) => valueOf(link.from)?.directive ?? []));
  }
  return found;
}

/** None where the command is of no duty that has a link to another directive. */
export function* linkedToDuty(
  { type, data }: { readonly type: string; readonly data: unknown },
  state: unknown,
): Asking<Linked | undefined> {
  if (type !== 'SetUpDuty' && type !== 'DecideValue') return undefined;
  const { duty } = data as { duty: string | null | { id: string } };
  const id = typeof duty === 'string' ? duty : duty?.id;
  const { id: own, links, feeds } = state as DirectiveState;
  if (id === undefined) return undefined;
  const named = [
    ...links
      .filter((link) => link.duty === id)
      .flatMap(({ from }) => valueOf(from)?.directive ?? []),
    ...(Object.hasOwn(feeds, id) ? feeds[id]! : []).map(({ directive }) => directive),
  ];
  const found = new Map<string, DirectiveState>();
  for (const directive of new Set(named)) {
    if (directive === own) continue;
    found.set(directive, yield* stateOf<DirectiveState>(directiveStream(directive)));
  }
  return found;
}

/** None where the command is no report below. */
export function* linkedToReport({
  type,
  data,
}: {
  readonly type: string;
  readonly data: unknown;
}): Asking<Linked | undefined> {
  if (type !== 'TakeChildReport') return undefined;
  const { child } = data as { readonly child: ChildReport };
  const id = parseObligationId(child.obligation)?.directive;
  if (id === undefined) return undefined;
  return new Map([[id, yield* stateOf<DirectiveState>(directiveStream(id))]]);
}
