/** The directives a link concerns: the one it names, and all that answer that one, however far down. */
import { directiveStream, valueOf, type DirectiveState, type DutyLink } from '../domain';
import type { Linked } from '../planning';

/** More levels of administration than there are: what goes on for longer is no chain of directives. */
const MOST = 200;

export async function linkedDirectives(
  { from }: Pick<DutyLink, 'from'>,
  stateOf: (stream: string) => Promise<unknown>,
): Promise<Linked> {
  const found = new Map<string, DirectiveState>();
  const below = valueOf(from)?.directive;
  const todo = below === undefined ? [] : [below];
  for (let id = todo.pop(); id !== undefined && found.size < MOST; id = todo.pop()) {
    if (found.has(id)) continue;
    const state = (await stateOf(directiveStream(id))) as DirectiveState;
    found.set(id, state);
    todo.push(...state.links.flatMap((link) => valueOf(link.from)?.directive ?? []));
  }
  return found;
}
