/** Every rung comes once for everybody it is for, in one order of time with what was received, and nobody is escalated in one leap. */
import {
  deciderOf,
  evolveAll,
  rungOutcomesOf,
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
        loaded = evolveAll(decider, loaded, decided);
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

  'nobody is escalated twice for one moment of lateness': (snapshot) => {
    const book = bookOf(snapshot);
    return roundsOf(book).flatMap(({ stream }) => {
      const steps = new Map<string, string[]>();
      for (const { decision } of decidedIn(book, stream)) {
        for (const event of decision.ok ? (decision.events as readonly RoundEvent[]) : []) {
          if (event.type !== 'RungReached' || event.data.kind === 'reminder') continue;
          for (const unit of event.data.issued) {
            const before = steps.get(unit) ?? [];
            steps.set(unit, [...before, event.data.issuedAt]);
          }
        }
      }
      return [...steps].flatMap(([unit, at]) =>
        new Set(at).size === at.length ? [] : [`${unit} in ${stream}: ${at.join(', ')}`],
      );
    });
  },
};
