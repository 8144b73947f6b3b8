/**
 * A change set reaches a directive: it asks those of its open shards that name an ended unit, and from then on its
 * duties, receivers and monitoring body act through the heirs. A set that comes after a later one, or after its own
 * undoing, ends up the same.
 */
import { accept, valueOf, type Decision } from '../kernel';
import { refuseActor } from '../rights';
import type { Succession } from '../org/types';
import type { AskedRounds } from '../reorganisation/types';
import { refuseCommand, type Of } from './check';
import { actingUnit, lineageOf } from './heirs';
import { openRounds } from './state';
import type { ConvenedRound, DirectiveEvent, DirectiveState, RoundHeading } from './types';

export function handOverUnits(
  state: DirectiveState,
  command: Of<'HandOverUnits'>,
): Decision<DirectiveEvent> {
  // A stream whose registration was refused, or still waits, answers too: the change set waits for everybody it asked.
  const refused = state.status === 'none' ? refuseActor(command) : refuseCommand(state, command);
  if (refused) return refused;
  const { data } = command;
  const known = state.handOvers[data.reorganisation];
  if (known?.passes.some(({ pass }) => pass === data.pass)) return accept();
  const overtaken = known?.back === true && !data.back;
  const successions = overtaken ? [] : data.successions.map((one) => broughtUpToDate(state, one));
  const ended = new Set(successions.map(({ from }) => from));
  return accept({
    type: 'HandOverAsked',
    data: { ...data, successions, rounds: concerned(state, ended) },
  });
}

type Convened = Extract<DirectiveEvent, { type: 'RoundConvened' }>;

/** What a round just convened names of units that ended before: asked of it as a part of the same pass. */
export function lateHandOvers(
  state: DirectiveState,
  { duty, period }: RoundHeading,
  convened: readonly Convened[],
): readonly DirectiveEvent[] {
  if (state.heirs.length === 0) return [];
  const asked = new Map<string, number[]>();
  for (const { data } of convened) {
    for (const { shard, units } of data.shards) {
      for (const one of state.heirs) {
        const names = units.some(
          ({ unit, superior }) => unit === one.from || superior === one.from,
        );
        if (!names) continue;
        const shards = asked.get(one.reorganisation) ?? [];
        if (!shards.includes(shard)) asked.set(one.reorganisation, [...shards, shard]);
      }
    }
  }
  return [...asked].map(([reorganisation, shards]) => ({
    type: 'HandOverAsked',
    data: {
      ...state.handOvers[reorganisation]!.passes[0]!,
      successions: state.heirs
        .filter((one) => one.reorganisation === reorganisation)
        .map(({ from, to, superior }) => broughtUpToDate(state, { from, to, superior })),
      rounds: [{ duty, period: period.id, shards }],
    },
  }));
}

/** The heir may have ended itself meanwhile: whoever acts for it takes over. */
function broughtUpToDate({ heirs }: DirectiveState, one: Succession): Succession {
  if (one.to === null) return one;
  const to = actingUnit(heirs, one.to);
  if (to === one.to) return one;
  const superior = heirs.findLast((heir) => heir.to === to)?.superior ?? null;
  return { from: one.from, to, superior };
}

/** Open shards of a directive in force that name one of the units, or whoever took over from the one they name. */
function concerned(state: DirectiveState, ended: ReadonlySet<string>): AskedRounds {
  if (state.status !== 'issued' && state.status !== 'suspended') return [];
  const names = (unit: string) => lineageOf(state.heirs, unit).some((one) => ended.has(one));
  return openRounds(state).flatMap((round) => {
    const everywhere = bodiesOf(state, round).some(names);
    const shards = round.shards
      .filter(({ closed }) => !closed)
      .filter(({ units, superiors }) => everywhere || units.some(names) || superiors.some(names))
      .map(({ shard }) => shard);
    return shards.length === 0 ? [] : [{ duty: round.duty, period: round.period, shards }];
  });
}

/** Whoever receives, passes on, urges or issued, as the duty and the text have it. */
function bodiesOf({ draft, duties }: DirectiveState, round: ConvenedRound): readonly string[] {
  const duty = duties[round.duty];
  const via = duty?.via ? valueOf(duty.via) : undefined;
  const to = duty ? (valueOf(duty.to) ?? []) : [];
  const monitor = draft ? valueOf(draft.monitoringBody) : undefined;
  return [draft?.issuer, monitor, via, ...to].flatMap((unit) => (unit ? [unit] : []));
}
