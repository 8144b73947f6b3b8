/**
 * The review pack: what the ledger knew of a directive at the cut-off of its review, as plain data. A pure function of the
 * ledger's entries: made again from them it has the same canonical bytes, and so the same hash, by which it is known.
 */
import type { Assumption, DirectiveState } from '../directive/types';
import type { Indicator } from '../indicator/types';
import { valueOf, type Graded, type Instant } from '../kernel';
import { officeDay } from '../local-date';
import { parseRoundStream } from '../streams';
import type { ReviewKind, ReviewPeriod, ReviewScope } from './called';
import {
  packRound,
  ratesOf,
  sumOf,
  type Counts,
  type PackRates,
  type PackRound,
} from './pack-round';
import { packIndicators, type PackIndicator } from './pack-indicators';
import type { OccurredEvent, PackSources } from './pack-sources';
import type { ConclusionState, JudgedTask, ReviewState } from './state';

export type ReviewPack = {
  readonly format: 'dondoc.review-pack.v2';
  readonly directive: {
    readonly id: string;
    readonly symbol: string | null;
    readonly issuer: string;
    readonly date: string | null;
    readonly status: string;
  };
  readonly review: {
    readonly n: number;
    readonly kind: ReviewKind;
    readonly period: ReviewPeriod;
    readonly scope: ReviewScope | null;
    readonly cutOff: Instant;
  };
  /** Everything recorded by this instant, stream by stream up to which version. */
  readonly asOf: Instant;
  readonly streams: readonly { readonly stream: string; readonly version: number }[];
  readonly totals: {
    readonly owed: number;
    readonly joinedLater: number;
    readonly counts: Counts;
    readonly rates: PackRates;
  };
  readonly rounds: readonly PackRound[];
  readonly tasks: readonly {
    readonly key: string;
    readonly lead: Graded<string>;
    /** As an earlier review judged it; this one's judgements rest on this pack and come after it. */
    readonly judged: (JudgedTask & { readonly review: number }) | null;
  }[];
  /** Of earlier reviews: what waits, what became a duty, what was dropped. */
  readonly conclusions: readonly (ConclusionState & { readonly review: number })[];
  readonly occurrences: readonly OccurredEvent[];
  readonly assumptions: readonly Assumption[];
  readonly indicators: readonly PackIndicator[];
};

/** Null when the sources hold no such review: its streams were not given. */
export function reviewPack(sources: PackSources, n: number, asOf: Instant): ReviewPack | null {
  const { directive } = sources;
  const called = sources.reviews[String(n)]?.called;
  if (!called || directive?.draft == null) return null;
  const { kind, period, scope, cutOff } = called;
  const units = scope?.units ? valueOf(scope.units) : undefined;
  const isOf = (unit: string) => units === undefined || units.includes(unit);
  const groups = shardsOf(sources, period);
  const rounds = roundsOf(groups, sources, { cutOff, isOf });
  const counts = sumOf(rounds.map((round) => round.counts));
  const owed = rounds.reduce((sum, round) => sum + round.owed, 0);
  return {
    format: 'dondoc.review-pack.v2',
    directive: {
      id: directive.id,
      symbol: directive.issue?.symbol ?? null,
      issuer: directive.draft.issuer,
      date: directive.issue?.date ?? null,
      status: directive.status,
    },
    review: { n, kind, period, scope, cutOff },
    asOf,
    streams: sorted(sources.versions).map(([stream, version]) => ({ stream, version })),
    totals: {
      owed,
      joinedLater: rounds.reduce((sum, { joinedLater }) => sum + joinedLater.length, 0),
      counts,
      rates: ratesOf(counts, owed),
    },
    rounds,
    tasks: directive.draft.tasks.map(({ key, lead }) => ({
      key,
      lead,
      judged: judgedBefore(sources, n, key),
    })),
    conclusions: earlier(sources, n).flatMap(({ called: of, conclusions }) =>
      conclusions.map((one) => ({ ...one, review: of!.n })),
    ),
    occurrences: sources.occurrences.filter((one) => tookPlaceIn(one, period)),
    assumptions: withoutDoubles(sources.assumptions),
    indicators: packIndicators(sortedIndicators(directive), groups, isOf),
  };
}

type Shards = readonly { readonly stream: string; readonly state: PackSources['rounds'][string] }[];

/** The rounds of the period, the shards of each together. */
function shardsOf(sources: PackSources, period: ReviewPeriod): readonly Shards[] {
  const groups = new Map<string, Shards>();
  for (const [stream, state] of sorted(sources.rounds)) {
    if (state.heading === null || !isWithin(dayOf(state), period)) continue;
    const { duty, period: id } = parseRoundStream(stream)!;
    const key = `${duty}~${id}`;
    groups.set(key, [...(groups.get(key) ?? []), { stream, state }]);
  }
  return [...groups.values()];
}

/** In order of due time, duty and period; those that owe nothing of the scope are left out. */
function roundsOf(
  groups: readonly Shards[],
  sources: PackSources,
  asked: { readonly cutOff: Instant; readonly isOf: (unit: string) => boolean },
): readonly PackRound[] {
  return groups
    .map((shards) => packRound(shards, sources, asked))
    .filter(({ owed, joinedLater }) => owed + joinedLater.length > 0)
    .sort((a, b) => compare(placeOf(a), placeOf(b)));
}

function sortedIndicators({ indicators }: DirectiveState): readonly Indicator[] {
  return sorted(indicators).map(([, indicator]) => indicator);
}

/** A round belongs to the time in which its period ends; one without a period, to the day on which it is due. */
function dayOf({ heading, schedules }: PackSources['rounds'][string]): string {
  return heading!.period.to ?? (schedules.s0 ? officeDay(schedules.s0.dueAt) : '');
}

function placeOf({ dueAt, duty, period }: PackRound): string {
  return [dueAt[0] ?? '', duty, period].join(' ');
}

/** A month lies within when any day of it may. */
function isWithin(day: string, { from, to }: ReviewPeriod): boolean {
  const cut = (date: string) => date.slice(0, day.length);
  return (from === null || cut(from) <= day) && (to === null || day <= cut(to));
}

/** What is known to lie outside the period is left out; of what no day is known, nothing is. */
function tookPlaceIn({ data }: OccurredEvent, period: ReviewPeriod): boolean {
  const when = valueOf(data.when as Graded<string>);
  return when === undefined || isWithin(when, period);
}

function earlier({ reviews }: PackSources, n: number): readonly ReviewState[] {
  return Object.values(reviews)
    .filter(({ called }) => called !== null && called.n !== n)
    .sort((a, b) => a.called!.n - b.called!.n);
}

/** What a review judged that was cancelled afterwards stands on its own page alone. */
function judgedBefore(sources: PackSources, n: number, task: string) {
  const judged = earlier(sources, n).flatMap(({ status, called, judgements }) => {
    const counts = status !== 'cancelled' && Object.hasOwn(judgements, task);
    return counts ? [{ ...judgements[task]!, review: called!.n }] : [];
  });
  return judged.sort((a, b) => compare(a.at, b.at) || a.review - b.review).at(-1) ?? null;
}

function withoutDoubles(all: readonly Assumption[]): readonly Assumption[] {
  const named = new Map<string, Assumption>();
  for (const one of all) {
    const key = JSON.stringify([one.code, one.policy, one.source, one.text.vi]);
    if (!named.has(key)) named.set(key, one);
  }
  return [...named.values()];
}

function sorted<T>(record: { readonly [key: string]: T }): readonly (readonly [string, T])[] {
  return Object.entries(record).sort(([a], [b]) => compare(a, b));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
