/** One dated act of a person in the drill, and the few forms that many of them have. Hours are Việt Nam's: 09:00 is 02:00 UTC. */
import type { Actor, DecideValueData, Instant } from '../../libs/domain';
import type { DirectiveId } from '../directives/ids';

/** Where a command goes: a fixed stream, or a directive of the drill. */
export type Target = { readonly stream: string } | { readonly directive: DirectiveId };

export type ScriptedAct = {
  readonly at: Instant;
  /** Unique: the idempotency key, so that a repeated drill asks the same commands. */
  readonly key: string;
  readonly target: Target;
  readonly type: string;
  readonly data: unknown;
  readonly actor: Actor;
};

export const ORG: Target = { stream: 'org' };

export const ASSUMED_BY_DRILL = 'Quyết định trong chạy mô phỏng: văn bản không nêu';

export const operator: Actor = { id: 'quan-tri', role: 'operator', unit: null };

/** Acts on one directive: `on('register', …)` is keyed by its id. */
export function actsOn(directive: DirectiveId) {
  const on = (
    what: string,
    { at, type, data, actor }: Omit<ScriptedAct, 'key' | 'target'>,
  ): ScriptedAct => ({ at, key: `${what} ${directive}`, target: { directive }, type, data, actor });
  const decided = (actor: Actor, at: Instant, value: DecideValueData): ScriptedAct =>
    on(`decide ${value.duty} ${value.field}`, { at, type: 'DecideValue', data: value, actor });
  return { on, decided };
}

type Renamed = { readonly vi: string; readonly en: string; alias: string; source: string };

export function rename(unit: string, on: string, { vi, en, alias, source }: Renamed): ScriptedAct {
  return {
    at: `${on}T01:00:00.000Z`,
    key: `rename ${unit}`,
    target: ORG,
    type: 'RenameUnit',
    data: { unit, on, name: { vi, en }, alias, source },
    actor: operator,
  };
}
