/** Every rung comes once for everybody it is for, in one order of time with what was received, and nobody is escalated in one leap. */
import {
  deciderOf,
  foldAll,
  rungOutcomesOf,
  type Decided,
  type Loaded,
  type RoundEvent,
} from '../../../libs/domain';
import { bookOf, decidedIn, roundsOf } from './book-of';
import type { Law } from './laws';

export const ladderLaws: { readonly [law: string]: Law } = {
  'every rung has exactly one outcome for every obligation': (snapshot) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream, state }) => {
      const facts = decidedIn(book, stream).flatMap(({ decision }) =>
        decision.ok ? (decision.events as readonly RoundEvent[]).flatMap(rungOutcomesOf) : [],
      );
      const counts = new Map<string, number>();
      for (const { unit, schedule, rung } of facts) {
        const key = `${unit} ${schedule}/${rung}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const pending = new Set(state.pending.map(({ schedule, rung }) => `${schedule}/${rung}`));
      return Object.values(state.obligations).flatMap(({ unit, schedule }) =>
        (state.schedules[schedule]?.rungs ?? []).flatMap(({ id }) => {
          const count = counts.get(`${unit} ${schedule}/${id}`) ?? 0;
          const wanted = pending.has(`${schedule}/${id}`) ? [0, 1] : [1];
          return wanted.includes(count) ? [] : [`${unit} in ${stream}: ${id} has ${count}`];
        }),
      );
    });
  },

  'before a command every rung that was due, before a rung every command that had come': (
    snapshot,
  ) => {
    const book = bookOf(snapshot);
    const set = new Set(snapshot.clockWasSet);
    return [...book.keys()].flatMap((stream) => {
      const decider = deciderOf(stream);
      const all = decidedIn(book, stream);
      let loaded: Loaded<unknown> = { state: decider.initial, version: 0 };
      return all.flatMap((decided, place) => {
        const { command } = decided;
        const dueAt = decider.nextWakeup(loaded.state);
        loaded = foldAll(decider, [decided], loaded);
        if (set.has(stream)) return [];
        if (command.type !== 'WakeUp') {
          const overtaken = dueAt !== null && dueAt < command.effectiveAt;
          return overtaken ? [`${command.id} came before the rung due ${dueAt}`] : [];
        }
        return all
          .slice(place + 1)
          .filter(({ command: later }) => later.type !== 'WakeUp')
          .filter(
            ({ command: later }) =>
              later.effectiveAt <= command.effectiveAt && later.receivedAt < command.receivedAt,
          )
          .map(({ command: later }) => `${later.id} had come before the rung ${command.id}`);
      });
    });
  },

  'no step of a ladder follows one that was told only after this one had fallen due': (
    snapshot,
  ) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream }) => {
      const last = new Map<string, Step>();
      return stepsIn(decidedIn(book, stream)).flatMap((step) => {
        const before = last.get(step.unit);
        last.set(step.unit, step);
        if (before === undefined || before.issuedAt < step.at) return [];
        // Two steps of one instant are one escalation, but never the same step.
        if (before.at === step.at && before.name !== step.name) return [];
        return [
          `${step.unit} in ${stream}: ${step.name} of ${step.at} follows ${before.name}, told ${before.issuedAt}`,
        ];
      });
    });
  },
};

type Step = {
  readonly unit: string;
  readonly name: string;
  readonly at: string;
  readonly issuedAt: string;
};

/** Every step beyond a reminder, for everybody it was issued for, in the order of the ledger. */
function stepsIn(decided: readonly Decided[]): Step[] {
  const events = decided.flatMap(({ decision }) =>
    decision.ok ? (decision.events as readonly RoundEvent[]) : [],
  );
  return events.flatMap((event) => {
    if (event.type !== 'RungReached' || event.data.kind === 'reminder') return [];
    const { schedule, rung, at, issuedAt, issued } = event.data;
    return issued.map((unit) => ({ unit, name: `${schedule}/${rung}`, at, issuedAt }));
  });
}
