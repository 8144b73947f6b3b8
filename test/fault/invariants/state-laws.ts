/** A fold over the ledger is what the read tables say, what the runs say of themselves, and when time acts next. */
import { isDeepStrictEqual } from 'node:util';
import {
  deciderOf,
  foldAll,
  keepsTime,
  kindOfStream,
  parseRoundStream,
  type DirectiveState,
  type RoundState,
} from '../../../libs/domain';
import { describe } from '../../../workflows/description';
import { foldedDirective, foldedRound } from '../../integration/support/readmodel-fold';
import { bookOf, decidedIn } from './book-of';
import type { Law } from './laws';
import type { Snapshot } from './snapshot';

export const stateLaws: { readonly [law: string]: Law } = {
  'the read tables are the fold of the ledger': (snapshot) =>
    folds(snapshot).flatMap(({ stream, state }) => {
      const tables = snapshot.tables[stream];
      const folded = tablesOf(stream, state);
      if (folded === null) return [];
      return isDeepStrictEqual(plain(tables), plain(folded))
        ? []
        : [`${stream}: ${differing(plain(tables), plain(folded))}`];
    }),

  'the read tables are those that are built anew from the ledger': ({ deviations }) => deviations,

  'every stream that time will act on has a run': (snapshot) =>
    folds(snapshot)
      .filter(({ stream, state }) => keepsTime(stream) && deciderOf(stream).nextWakeup(state))
      .filter(({ stream }) => snapshot.runs[stream] === undefined)
      .map(({ stream }) => `${stream} has none`),

  'a run holds the state of its stream': (snapshot) =>
    folds(snapshot).flatMap(({ stream, state }) => {
      const said = snapshot.runs[stream];
      if (said === undefined) return [];
      const words = describe(stream, state, deciderOf(stream).nextWakeup(state));
      return said === words ? [] : [`${stream} says "${said}" and should say "${words}"`];
    }),

  'a wake-up is written down for every stream that time acts on': (snapshot) => {
    const wakeups = new Map(snapshot.wakeups.map(({ stream, nextAt }) => [stream, nextAt]));
    return folds(snapshot).flatMap(({ stream, state }) => {
      const nextAt = deciderOf(stream).nextWakeup(state);
      const written = wakeups.get(stream) ?? null;
      return nextAt === written ? [] : [`${stream} wakes ${nextAt}, written down is ${written}`];
    });
  },
};

function folds(snapshot: Snapshot): { stream: string; state: unknown }[] {
  const book = bookOf(snapshot);
  return [...book.keys()].map((stream) => ({
    stream,
    state: foldAll(deciderOf(stream), decidedIn(book, stream)).state,
  }));
}

/** Null for a stream without tables, and for one of which everything was refused. */
function tablesOf(stream: string, state: unknown): object | null {
  const kind = kindOfStream(stream);
  if (kind === 'round') {
    const round = state as RoundState;
    return round.status === 'none' ? null : foldedRound(parseRoundStream(stream)!, round);
  }
  if (kind === 'directive') {
    const directive = state as DirectiveState;
    return directive.status === 'none' ? null : foldedDirective(directive);
  }
  return null;
}

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value ?? null));
}

function differing(a: unknown, b: unknown): string {
  const [left, right] = [a, b].map((it) => Object(it) as Record<string, unknown>);
  const names = Object.keys({ ...left, ...right }).filter(
    (name) => !isDeepStrictEqual(left?.[name], right?.[name]),
  );
  return `${names.join(', ')} differ`;
}
