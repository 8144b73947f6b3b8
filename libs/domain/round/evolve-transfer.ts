/** How a change set of units changes a round: other owners, other superiors, other bodies in the heading. */
import type { RoundHeading } from '../directive/types';
import { isFinished } from './lifecycle';
import type { BodyReplaced, Obligation, RoundState, Transferred } from './types';
import { withoutSet } from './without-set';

export function evolveTransfer(state: RoundState, data: Transferred): RoundState {
  const { reorganisation, back } = data;
  const obligations: { [unit: string]: Obligation } = { ...state.obligations };
  const change = (unit: string, how: (one: Obligation) => Obligation) => {
    const known = Object.hasOwn(obligations, unit) ? obligations[unit] : undefined;
    if (known) obligations[unit] = how(known);
  };
  for (const { unit, to, superior } of data.moves) {
    change(unit, (one) => ({ ...after(one, data), owner: to, superior, blocked: null }));
  }
  for (const { to, units } of data.superiors) {
    for (const unit of units) change(unit, (one) => ({ ...after(one, data), superior: to }));
  }
  for (const { units } of data.blocked) {
    for (const unit of units) change(unit, (one) => ({ ...one, blocked: reorganisation }));
  }
  const bodies = bodiesAfter(state.bodies, data);
  return {
    ...state,
    obligations:
      back && data.last ? handedBack({ ...state, obligations }, reorganisation) : obligations,
    bodies,
    heading: headingAfter(state, bodies),
    ...(data.last && seen(state, data)),
  };
}

/** Bodies come and go by change sets, links do not: those noted since the opening stay as they are. */
function headingAfter(
  { heading, headingAtOpening }: RoundState,
  bodies: readonly BodyReplaced[],
): RoundState['heading'] {
  if (headingAtOpening === null) return null;
  const { feeds: _atOpening, ...rest } = headingWith(headingAtOpening, bodies);
  return heading?.feeds === undefined ? rest : { ...rest, feeds: heading.feeds };
}

/** The heading with whoever acts in the place of a body that has ended. */
export function headingWith(heading: RoundHeading, bodies: readonly BodyReplaced[]): RoundHeading {
  if (bodies.length === 0) return heading;
  const acting = (body: string) =>
    bodies.reduce((unit, { from, to }) => (unit === from ? to : unit), body);
  return {
    ...heading,
    issuer: acting(heading.issuer),
    to: [...new Set(heading.to.map(acting))],
    via: heading.via === null ? null : acting(heading.via),
    standingBody: acting(heading.standingBody),
  };
}

/** What the set found is kept until it is undone. */
function after(one: Obligation, { reorganisation, back }: Transferred): Obligation {
  const { owner, superior, inherited } = one;
  if (!back) return { ...one, inherited: [...inherited, { reorganisation, owner, superior }] };
  return { ...one, inherited: withoutSet(one, reorganisation)?.inherited ?? inherited };
}

function bodiesAfter(
  bodies: readonly BodyReplaced[],
  { reorganisation, back, bodies: replaced }: Transferred,
): readonly BodyReplaced[] {
  if (back) return bodies.filter((one) => one.reorganisation !== reorganisation);
  if (replaced.length === 0) return bodies;
  return [...bodies, ...replaced.map((one) => ({ ...one, reorganisation }))];
}

/** No obligation waits for an heir by this set, and none that is open has a trace of it, also where nothing had to move. */
function handedBack({ status, obligations }: RoundState, reorganisation: string) {
  const running = status === 'open' || status === 'suspended';
  return Object.fromEntries(
    Object.entries(obligations).map(([unit, one]): [string, Obligation] => {
      const unblocked = one.blocked === reorganisation ? { ...one, blocked: null } : one;
      const open = running && !isFinished(one.status);
      const without = open ? withoutSet(one, reorganisation) : null;
      return [unit, without ? { ...unblocked, inherited: without.inherited } : unblocked];
    }),
  );
}

function seen(
  { handOvers, awaiting }: RoundState,
  { reorganisation, pass, back }: Transferred,
): Pick<RoundState, 'handOvers' | 'awaiting'> {
  const before = handOvers[reorganisation] ?? { passes: [], back: false };
  const now = { passes: [...before.passes, pass], back: before.back || back };
  return {
    handOvers: { ...handOvers, [reorganisation]: now },
    awaiting: awaiting.filter((one) => one.reorganisation !== reorganisation || one.pass !== pass),
  };
}
