/**
 * A change set of units reaches a shard: what is open goes to the heirs with its due time and its ladder, what is closed
 * stays. Asked twice it is answered once; undone before it came, it changes nothing any more.
 */
import type { RoundHeading } from '../directive/types';
import { accept, type Decision, type Stored } from '../kernel';
import type { Succession } from '../org/types';
import { evolve } from './evolve';
import { isFinished } from './lifecycle';
import { refusedByRound, type CommandOf } from './obligation';
import { refuse } from './rejections';
import type { Move, Obligation, RoundEvent, RoundState, Transfer, Transferred } from './types';
import { withoutSet } from './without-set';

/** So many moves of long names fit an entry of the ledger beside what else the event says. */
const MOVES_AN_EVENT = 100;

export function transferObligations(
  state: RoundState,
  command: CommandOf<'TransferObligations'>,
): Decision<RoundEvent> {
  const { data, actor } = command;
  const unopened = state.status === 'none';
  const refused = unopened ? null : refusedByRound(state, command.type);
  if (refused) return refused;
  if (actor.role !== 'system') {
    const entitled: string[] = [];
    return refuse('actor.not-entitled', { command: command.type, actorUnit: actor.unit, entitled });
  }
  const known = state.handOvers[data.reorganisation]?.passes ?? [];
  const held = state.awaiting.some((one) => isSame(one, data));
  if (known.includes(data.pass) || held) return accept();
  if (unopened) return accept<RoundEvent>({ type: 'TransferHeld', data });
  return accept(...transferred(state, data));
}

/** What was asked of a shard before it was opened follows in the very decision that opens it. */
export function transfersAtOpening(
  before: RoundState,
  opened: Stored<RoundEvent>,
): readonly RoundEvent[] {
  const { commandId, at, actor } = opened;
  let state = evolve(before, opened);
  return before.awaiting.flatMap((transfer) => {
    const events = transferred(state, transfer);
    for (const event of events) state = evolve(state, { ...event, commandId, at, actor });
    return events;
  });
}

function isSame(a: Transfer, b: Transfer): boolean {
  return a.reorganisation === b.reorganisation && a.pass === b.pass;
}

function transferred(state: RoundState, transfer: Transfer): readonly RoundEvent[] {
  const { successions: _successions, ...handOver } = transfer;
  const change = changeOf(state, transfer);
  const { moves } = change;
  const count = Math.max(1, Math.ceil(moves.length / MOVES_AN_EVENT));
  return Array.from({ length: count }, (_, index) => {
    const last = index === count - 1;
    const data: Transferred = {
      ...handOver,
      ...(last ? change : { superiors: [], bodies: [], blocked: [] }),
      moves: moves.slice(index * MOVES_AN_EVENT, (index + 1) * MOVES_AN_EVENT),
      moved: moves.length,
      last,
    };
    return { type: 'ObligationsTransferred' as const, data };
  });
}

type Change = Pick<Transferred, 'moves' | 'superiors' | 'bodies' | 'blocked'>;

const NOTHING: Change = { moves: [], superiors: [], bodies: [], blocked: [] };

function changeOf(state: RoundState, transfer: Transfer): Change {
  const running = state.status === 'open' || state.status === 'suspended';
  const undone = state.handOvers[transfer.reorganisation]?.back === true;
  if (!running || undone) return NOTHING;
  const open = Object.values(state.obligations).filter(({ status }) => !isFinished(status));
  return transfer.back ? handedBack(open, transfer) : handedOver(state, open, transfer);
}

function handedOver(state: RoundState, open: readonly Obligation[], transfer: Transfer): Change {
  const bySource = new Map(transfer.successions.map((one) => [one.from, one]));
  const moves: Move[] = [];
  const superiors = new Map<string, string[]>();
  const blocked = new Map<string, string[]>();
  for (const { unit, owner, superior } of open) {
    const heir = bySource.get(owner);
    const above = superior === null ? undefined : bySource.get(superior)?.to;
    if (heir?.to) moves.push({ unit, from: owner, to: heir.to, superior: heir.superior });
    else if (heir) push(blocked, owner, unit);
    else if (above && above !== owner) push(superiors, superior!, unit);
  }
  return {
    moves,
    superiors: [...superiors].map(([from, units]) => ({
      from,
      to: bySource.get(from)!.to!,
      units,
    })),
    bodies: state.heading === null ? [] : bodiesOf(state.heading, transfer.successions),
    blocked: [...blocked].map(([owner, units]) => ({ owner, units })),
  };
}

/** Back to what it would be without this set: what other sets made of it stays, unless it came from there. */
function handedBack(open: readonly Obligation[], { reorganisation }: Transfer): Change {
  const moves: Move[] = [];
  const superiors = new Map<string, { from: string; to: string; units: string[] }>();
  for (const one of open) {
    const { unit, owner: from, superior: above } = one;
    const back = withoutSet(one, reorganisation);
    if (back === null) continue;
    const { owner: to, superior } = back;
    if (to !== from) moves.push({ unit, from, to, superior });
    else if (superior !== above && superior !== null && above !== null) {
      const key = `${above} ${superior}`;
      const known = superiors.get(key) ?? { from: above, to: superior, units: [] };
      known.units.push(unit);
      superiors.set(key, known);
    }
  }
  return { ...NOTHING, moves, superiors: [...superiors.values()] };
}

function bodiesOf(
  { issuer, to, via, standingBody }: RoundHeading,
  successions: readonly Succession[],
): Change['bodies'] {
  const named = new Set([issuer, ...to, via, standingBody]);
  return successions.flatMap((one) =>
    one.to !== null && named.has(one.from) ? [{ from: one.from, to: one.to }] : [],
  );
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
