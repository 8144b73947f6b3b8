/**
 * Carrying out a change set: it begins, the directives that name its units are found, and each answers with its shards.
 * Every answer is noted once, in whatever order they come; the last one completes the set.
 */
import { refuseImpossible, refuseWithoutPlan } from '../directive/check-plan';
import { accept, stamp, type Decision } from '../kernel';
import { refuse, type Refusal } from '../refusals';
import { itselfOrAbove, onlyAbove, refuseOutsideRemit, remitOf } from '../remit';
import { refuseActor } from '../rights';
import { REORGANISATION_FOLDS, shardKey } from './evolve';
import { reorganisationLifecycle } from './lifecycle';
import { allAnswered, withoutHeir } from './progress';
import type {
  Pass,
  ReorganisationCommand,
  ReorganisationEvent,
  ReorganisationState,
} from './types';

export type Of<T extends ReorganisationCommand['type']> = Extract<
  ReorganisationCommand,
  { type: T }
>;

export function beginReorganisation(
  state: ReorganisationState,
  command: Of<'BeginReorganisation'>,
): Decision<ReorganisationEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  if (state.status !== 'none') return accept();
  return accept({ type: 'ReorganisationBegun', data: command.data });
}

export function listDirectives(
  state: ReorganisationState,
  command: Of<'ListDirectives'>,
): Decision<ReorganisationEvent> {
  const refused = refuseStep(state, command) ?? refuseWithoutPlan(command);
  if (refused) return refused;
  const { pass } = command.data;
  const it = state.passes[pass];
  if (it === undefined) return unknownPass(state, pass);
  const overtaken = !it.back && state.status === 'handingBack';
  if (it.listed || overtaken) return accept();
  const { directives, more } = command.plan!;
  const event: ReorganisationEvent = {
    type: 'DirectivesListed',
    data: {
      ...handOver(state, pass, it),
      successions: it.successions,
      directives,
      next: more ? (directives.at(-1) ?? null) : null,
    },
  };
  return settled(state, command, event);
}

export function noteHandOver(
  state: ReorganisationState,
  command: Of<'NoteHandOver'>,
): Decision<ReorganisationEvent> {
  const refused = refuseStep(state, command);
  if (refused) return refused;
  const { pass, directive, rounds } = command.data;
  const it = state.passes[pass];
  if (it === undefined) return unknownPass(state, pass);
  const known = it.directives[directive];
  const news = rounds.some(({ duty, period, shards }) =>
    shards.some((shard) => known?.shards[shardKey({ duty, period, shard })] === undefined),
  );
  if (known?.answered && !news) return accept();
  return settled(state, command, { type: 'HandOverNoted', data: command.data });
}

export function noteTransfer(
  state: ReorganisationState,
  command: Of<'NoteTransfer'>,
): Decision<ReorganisationEvent> {
  const refused = refuseStep(state, command);
  if (refused) return refused;
  const { pass, directive } = command.data;
  const it = state.passes[pass];
  if (it === undefined) return unknownPass(state, pass);
  if (it.directives[directive]?.shards[shardKey(command.data)]) return accept();
  return settled(state, command, { type: 'TransferNoted', data: command.data });
}

export function decideHeir(
  state: ReorganisationState,
  command: Of<'DecideHeir'>,
): Decision<ReorganisationEvent> {
  const refused = refuseStep(state, command) ?? refuseImpossible(command);
  if (refused) return refused;
  const { unit, heir, reason } = command.data;
  if (reason.trim() === '') return refuse('reason.missing', { field: 'reason' });
  const known = state.successions.find(({ from }) => from === unit);
  if (known === undefined) return refuse('reorganisation.heir-not-ended', { unit });
  if (known.to !== null) {
    return refuse('reorganisation.heir-decided', {
      ...{ unit, heir: known.to, reorganisation: state.id },
    });
  }
  if (state.successions.some(({ from }) => from === heir)) {
    return refuse('unit.named-twice', { unit: heir });
  }
  const remit = remitOf(command);
  const missing =
    refuseWithoutPlan(command) ??
    refuseOutsideRemit(command, [onlyAbove(remit, unit), itselfOrAbove(remit, heir)]);
  if (missing) return missing;
  const { superior, among } = command.plan!;
  if (among !== undefined && !among.includes(heir)) {
    return refuse('reorganisation.heir-not-successor', { unit, heir, successors: among });
  }
  return accept({
    type: 'HeirDecided',
    data: {
      reorganisation: state.id,
      pass: state.passes.length,
      unit,
      heir,
      superior,
      reason,
    },
  });
}

export function beginHandBack(
  state: ReorganisationState,
  command: Of<'BeginHandBack'>,
): Decision<ReorganisationEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  if (state.status === 'handingBack' || state.status === 'undone') return accept();
  const begun: ReorganisationEvent = {
    type: 'HandBackBegun',
    data: { ...command.data, pass: state.passes.length },
  };
  if (state.status !== 'none') return accept(begun);
  // Undone before it was begun: there is nothing to hand back, and nothing begins any more.
  const reorganisation = command.data.id;
  return accept<ReorganisationEvent>(begun, {
    type: 'HandBackCompleted',
    data: { reorganisation, moved: 0 },
  });
}

/** The event, and with the last answer what the set has come to. */
function settled(
  state: ReorganisationState,
  command: ReorganisationCommand,
  event: ReorganisationEvent,
): Decision<ReorganisationEvent> {
  const stored = stamp(event, command);
  const fold = REORGANISATION_FOLDS[event.type] as (
    of: ReorganisationState,
    stored: unknown,
  ) => ReorganisationState;
  const after = fold(state, stored);
  if (after.status === 'undone' || !allAnswered(after)) return accept(event);
  const end = endOf(after);
  return end.type === 'ReorganisationCompleted' &&
    state.status === 'completed' &&
    allAnswered(state)
    ? accept(event)
    : accept<ReorganisationEvent>(event, end);
}

function endOf(state: ReorganisationState): ReorganisationEvent {
  const reorganisation = state.id;
  const of = (back: boolean) =>
    state.passes.reduce((sum, pass) => sum + (pass.back === back ? pass.moved : 0), 0);
  if (state.status === 'handingBack') {
    return { type: 'HandBackCompleted', data: { reorganisation, moved: of(true) } };
  }
  const blocked = withoutHeir(state);
  if (blocked.length > 0) {
    return { type: 'ReorganisationAwaitsHeirs', data: { reorganisation, blocked } };
  }
  const heirs = state.decided.map(({ heir }) => heir);
  const decided = state.decided.map(({ unit, heir }) => ({ unit, heir }));
  const data = { reorganisation, moved: of(false), heirs };
  return {
    type: 'ReorganisationCompleted',
    data: decided.length === 0 ? data : { ...data, decided },
  };
}

function handOver(state: ReorganisationState, pass: number, { back, reason }: Pass) {
  const { id, title, on, source } = state;
  return { reorganisation: id, pass, back, title, on, source, reason };
}

function refuseStep(state: ReorganisationState, command: ReorganisationCommand): Refusal | null {
  const { status } = state;
  if (reorganisationLifecycle.next(status, command.type) === null) {
    if (status === 'none')
      return refuse('reorganisation.unknown', { reorganisation: idOf(command) });
    if (status === 'undone' || status === 'handingBack') {
      return refuse('reorganisation.undone', { reorganisation: state.id });
    }
    const possible = reorganisationLifecycle.actions(status);
    return refuse('reorganisation.not-possible-now', { command: command.type, status, possible });
  }
  return refuseActor(command);
}

function idOf({ stream }: ReorganisationCommand): string {
  return stream.replace(/^reorganisation\//, '');
}

function unknownPass(state: ReorganisationState, pass: number): Refusal {
  return refuse('plan.invalid', { place: 'pass', found: `${state.id}/${pass}` });
}
