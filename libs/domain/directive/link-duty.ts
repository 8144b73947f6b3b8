/** Links a duty to the duty whose reports answer it, takes a link back, and notes the same where the reports are made. */
import { refuseGrade, sameJson } from '../check-grades';
import { accept, valueOf, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseCommand, type Of } from './check';
import { refuseWithoutPlan } from './check-plan';
import { answersPeriod } from './period-answers';
import { openRounds } from './state';
import type {
  DirectiveEvent,
  DirectiveState,
  DutyLink,
  DutyRef,
  PlannedPeriod,
  TouchedShards,
} from './types';

export function linkDuty(state: DirectiveState, command: Of<'LinkDuty'>): Decision<DirectiveEvent> {
  const { duty, unit, from, reason } = command.data;
  const refused =
    refuseCommand(state, command) ??
    refuseBlank(reason, 'reason') ??
    refuseGrade({ field: 'from', graded: from }, command.actor) ??
    refuseWithoutPlan(command);
  if (refused) return refused;
  const below = valueOf(from);
  if (below === undefined) return refuse('value.invalid', { field: 'from', problem: 'empty' });
  if (!Object.hasOwn(state.duties, duty)) return refuse('duty.unknown', { duty });
  const own = below.directive === state.id;
  if (own && !Object.hasOwn(state.duties, below.duty)) {
    return refuse('duty.unknown', { duty: below.duty });
  }
  if (!own && unit === null) return refuse('link.unit-missing', { duty });
  if (own && unit !== null) return refuse('link.unit-within', { duty, unit });
  const link = linkOf(state, duty, below);
  if (link) return refuseTwice(link, unit, nameOf(below));
  const cycle = own ? ownCycle(state, duty, below.duty) : null;
  if (cycle) return cycle;
  const { warning, manner } = command.plan!;
  return accept({
    type: 'DutyLinked',
    data: {
      ...{ duty, unit, from, reason, warning },
      ...(manner === undefined ? {} : { manner }),
      ...(own ? {} : { open: openPeriods(state, duty, unit!) }),
    },
  });
}

export function unlinkDuty(
  state: DirectiveState,
  command: Of<'UnlinkDuty'>,
): Decision<DirectiveEvent> {
  const { duty, from, reason } = command.data;
  const refused = refuseCommand(state, command) ?? refuseBlank(reason, 'reason');
  if (refused) return refused;
  const link = linkOf(state, duty, from);
  if (!link) return refuse('link.none', { duty, below: nameOf(from) });
  return accept({ type: 'DutyUnlinked', data: { duty, unit: link.unit, from, reason } });
}

/** Told twice, it is noted once. */
export function noteFeeds(
  state: DirectiveState,
  command: Of<'NoteFeeds'>,
): Decision<DirectiveEvent> {
  const refused = refuseCommand(state, command);
  if (refused) return refused;
  const { duty, target, feeds, open = [] } = command.data;
  if (!Object.hasOwn(state.duties, duty)) return refuse('duty.unknown', { duty });
  const known = (state.feeds[duty] ?? []).some((one) => sameJson(one, target));
  if (known === feeds) return accept();
  const shards = shardsFed(state, duty, open);
  return accept({ type: 'FeedsNoted', data: { duty, target, feeds, shards } });
}

/** Periods of rounds in which the unit owes now: reports accepted below, even in a closed round, can still answer them. */
function openPeriods(state: DirectiveState, duty: string, unit: string): readonly PlannedPeriod[] {
  return openRounds(state)
    .filter((round) => round.duty === duty)
    .filter(({ shards }) => shards.some(({ units }) => units.includes(unit)))
    .map(({ planned }) => planned);
}

/** The shards not closed yet, and the closed ones that report on what is open above. */
function shardsFed(
  state: DirectiveState,
  duty: string,
  open: readonly PlannedPeriod[],
): TouchedShards {
  return Object.values(state.rounds)
    .filter((round) => round.duty === duty)
    .flatMap(({ period, planned, shards }) => {
      const answers = open.some((above) => answersPeriod(above, planned));
      return shards
        .filter(({ closed }) => answers || !closed)
        .map(({ shard }) => ({ duty, period, shard }));
    });
}

export function linkOf(state: DirectiveState, duty: string, from: DutyRef) {
  return state.links.find((link) => link.duty === duty && sameJson(valueOf(link.from), from));
}

/** One unit at a time answers by it: for another one the link is made anew. */
function refuseTwice({ duty, unit: linked }: DutyLink, unit: string | null, below: string) {
  if (linked === unit || linked === null) return refuse('link.already', { duty, below });
  return refuse('link.other-unit', { duty, below, linked, unit });
}

function nameOf({ directive, duty }: DutyRef): string {
  return `${directive}~${duty}`;
}

/** Within one directive: the duty below may not itself be answered, however far down, by the duty above. */
function ownCycle(state: DirectiveState, above: string, below: string): Refusal | null {
  const path = [above];
  const seen = new Set<string>();
  const todo = [below];
  for (let duty = todo.pop(); duty !== undefined; duty = todo.pop()) {
    if (seen.has(duty)) continue;
    seen.add(duty);
    path.push(duty);
    if (duty === above) return refuse('link.cycle', { path });
    for (const link of state.links.filter((one) => one.duty === duty)) {
      const from = valueOf(link.from);
      if (from?.directive === state.id) todo.push(from.duty);
    }
  }
  return null;
}
