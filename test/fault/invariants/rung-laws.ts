/** No rung comes early, none twice, and none is lost on a schedule that somebody has left. */
import {
  deciderOf,
  foldAll,
  rungOutcomesOf,
  type Decided,
  type Loaded,
  type RoundEvent,
  type RoundState,
} from '../../../libs/domain';
import { bookOf, decidedIn, roundsOf } from './book-of';
import type { Law } from './laws';

export const rungLaws: { readonly [law: string]: Law } = {
  'no rung has two outcomes, and none is left without on a schedule that was left': (snapshot) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream, state }) => {
      const decided = decidedIn(book, stream);
      const counts = outcomeCounts(decided);
      const twice = [...counts].filter(([, count]) => count > 1);
      const left = leftSchedules(stream, decided).flatMap(({ unit, schedule }) =>
        (state.schedules[schedule]?.rungs ?? [])
          .map(({ id }) => `${unit} ${schedule}/${id}`)
          .filter((key) => !counts.has(key)),
      );
      return [
        ...twice.map(([key, count]) => `${key} in ${stream} has ${count} outcomes`),
        ...left.map((key) => `${key} in ${stream} was left and has no outcome`),
      ];
    });
  },

  'time acts when it has come, and never before': (snapshot) => {
    const book = bookOf(snapshot);
    const set = new Set(snapshot.clockWasSet);
    return [...book.keys()]
      .filter((stream) => !set.has(stream))
      .flatMap((stream) =>
        decidedIn(book, stream)
          .map(({ command }) => command)
          .filter(({ type, effectiveAt, receivedAt }) => {
            return type === 'WakeUp' && effectiveAt > receivedAt;
          })
          .map(({ id, effectiveAt, receivedAt }) => `${id} of ${effectiveAt} came ${receivedAt}`),
      );
  },
};

function outcomeCounts(decided: readonly Decided[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { decision } of decided) {
    if (!decision.ok) continue;
    for (const event of decision.events as readonly RoundEvent[]) {
      for (const { unit, schedule, rung } of rungOutcomesOf(event)) {
        const key = `${unit} ${schedule}/${rung}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return counts;
}

/** Every schedule that an obligation was on and is on no longer. */
function leftSchedules(stream: string, decided: readonly Decided[]) {
  const decider = deciderOf(stream);
  const were = new Map<string, { readonly unit: string; readonly schedule: string }>();
  let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
  for (const one of decided) {
    loaded = foldAll(decider, [one], loaded);
    for (const { unit, schedule } of obligationsOf(loaded)) {
      were.set(`${unit} ${schedule}`, { unit, schedule });
    }
  }
  for (const { unit, schedule } of obligationsOf(loaded)) were.delete(`${unit} ${schedule}`);
  return [...were.values()];
}

function obligationsOf({ state }: Loaded<unknown>) {
  return Object.values((state as RoundState).obligations);
}
