/** What each event of a change set does to its state. */
import type { Folding } from '../dispatch';
import type { Succession } from '../org/types';
import type {
  AskedDirective,
  Pass,
  ReorganisationEvent,
  ReorganisationState,
  Shard,
} from './types';

const NOT_ASKED: AskedDirective = { answered: false, shards: {} };

export const REORGANISATION_FOLDS: Folding<ReorganisationState, ReorganisationEvent> = {
  ReorganisationBegun: (state, { data }) => ({
    ...state,
    ...data,
    status: 'handingOver',
    passes: [passOf(data.successions, false, null)],
  }),
  DirectivesListed: (state, { data: { pass, directives, next } }) =>
    withPass(state, pass, (it) => {
      const asked = directives.map((id) => [id, it.directives[id] ?? NOT_ASKED] as const);
      const all = { ...it.directives, ...Object.fromEntries(asked) };
      return { ...it, listed: next === null, directives: all };
    }),
  HandOverNoted: (state, { data: { pass, directive, rounds } }) =>
    withPass(state, pass, (it) => {
      const before = it.directives[directive] ?? NOT_ASKED;
      const asked = rounds.flatMap(({ duty, period, shards }) =>
        shards.map((shard) => shardKey({ duty, period, shard })),
      );
      const shards = {
        ...Object.fromEntries(asked.map((key) => [key, false])),
        ...before.shards,
      };
      return { ...it, directives: { ...it.directives, [directive]: { answered: true, shards } } };
    }),
  TransferNoted: (state, { data }) => {
    const { pass, directive, moved, blocked } = data;
    const noted = withPass(state, pass, (it) => {
      const before = it.directives[directive] ?? NOT_ASKED;
      const shards = { ...before.shards, [shardKey(data)]: true };
      const directives = { ...it.directives, [directive]: { ...before, shards } };
      return { ...it, directives, moved: it.moved + moved };
    });
    const counts = { ...noted.blocked };
    for (const { unit, count } of blocked) counts[unit] = (counts[unit] ?? 0) + count;
    return { ...noted, blocked: counts };
  },
  HeirDecided: (state, { data: { unit, heir, superior, reason } }) => {
    const decided = { from: unit, to: heir, superior };
    return {
      ...state,
      status: 'handingOver',
      successions: state.successions.map((one) => (one.from === unit ? decided : one)),
      decided: [...state.decided, { unit, heir, reason }],
      passes: [...state.passes, passOf([decided], false, reason)],
    };
  },
  HandBackBegun: (state, { data: { id, title, on, source, reason } }) => ({
    ...state,
    ...{ id, title, on, source },
    status: 'handingBack',
    passes: [...state.passes, passOf(state.successions, true, reason)],
  }),
  ReorganisationAwaitsHeirs: (state) => ({ ...state, status: 'awaitingHeirs' }),
  ReorganisationCompleted: (state) => ({ ...state, status: 'completed' }),
  HandBackCompleted: (state) => ({ ...state, status: 'undone', blocked: {} }),
};

export function shardKey({ duty, period, shard }: Omit<Shard, 'directive'>): string {
  return `${duty}~${period}~${shard}`;
}

function passOf(successions: readonly Succession[], back: boolean, reason: string | null): Pass {
  return { back, reason, successions, listed: false, directives: {}, moved: 0 };
}

function withPass(
  state: ReorganisationState,
  pass: number,
  how: (it: Pass) => Pass,
): ReorganisationState {
  return {
    ...state,
    passes: state.passes.map((it, index) => (index === pass ? how(it) : it)),
  };
}
