/**
 * What a review pack is made from: the folded streams of one directive with their versions, and of its events those that
 * no state keeps. Invariant: the same entries in their order give the same sources, and nothing else goes in.
 */
import type { Decider, Event, Stored } from '../kernel';
import { deciderOf } from '../deciders';
import { assumedLater } from '../directive/assumed-later';
import type { Assumption, DirectiveEvent, DirectiveState } from '../directive/types';
import type { RoundEvent, RoundState } from '../round/types';
import { kindOfStream, parseReviewStream } from '../streams';
import type { ReviewState } from './state';

/** What a unit, or its receiver, said about its obligation; the last of each kind. */
export type SaidOfUnit = {
  readonly returned?: string;
  readonly refused?: string;
  readonly explained?: string;
};

export type OccurredEvent = { readonly type: string; readonly at: string; readonly data: Occurred };

/** Every occurrence says when, where, by whom and from which source, whatever kind it is of. */
type Occurred = {
  readonly when: unknown;
  readonly where: unknown;
  readonly by: unknown;
  readonly source: unknown;
};

export type PackSources = {
  readonly directive: DirectiveState | null;
  /** By stream: rounds, and the directive's reviews by their number. */
  readonly rounds: { readonly [stream: string]: RoundState };
  readonly reviews: { readonly [n: string]: ReviewState };
  /** Entries folded, by stream. */
  readonly versions: { readonly [stream: string]: number };
  readonly occurrences: readonly OccurredEvent[];
  readonly assumptions: readonly Assumption[];
  /** By stream of the round and unit. */
  readonly said: { readonly [stream: string]: { readonly [unit: string]: SaidOfUnit } };
};

export const NO_SOURCES: PackSources = {
  directive: null,
  rounds: {},
  reviews: {},
  versions: {},
  occurrences: [],
  assumptions: [],
  said: {},
};

/** One stream's entries in their order: the version of the last, and the events among them. */
export type StreamHistory = {
  readonly stream: string;
  readonly version: number;
  readonly events: readonly Stored<Event>[];
};

/** Adds a whole stream. What is no directive, round or review (what became of mail) is left out. */
export function addToSources(sources: PackSources, history: StreamHistory): PackSources {
  const { stream, version, events } = history;
  const kind = kindOfStream(stream);
  if (kind !== 'directive' && kind !== 'round' && kind !== 'review') return sources;
  const state = folded(deciderOf(stream), events);
  const versions = { ...sources.versions, [stream]: version };
  if (kind === 'round') {
    const rounds = { ...sources.rounds, [stream]: state as RoundState };
    const said = { ...sources.said, [stream]: saidIn(events as readonly Stored<RoundEvent>[]) };
    return { ...sources, versions, rounds, said };
  }
  if (kind === 'review') {
    const n = String(parseReviewStream(stream)!.review);
    return { ...sources, versions, reviews: { ...sources.reviews, [n]: state as ReviewState } };
  }
  const directive = state as DirectiveState;
  return {
    ...sources,
    versions,
    directive,
    occurrences: events.flatMap(occurred),
    assumptions: [
      ...events.flatMap((event) => assumedIn(event as Stored<DirectiveEvent>)),
      ...assumedLater(directive.laterInstruments, directive.status),
    ],
  };
}

function folded(decider: Decider<unknown>, events: readonly Stored<Event>[]): unknown {
  const fold = decider.folding?.(decider.initial);
  if (fold === undefined) {
    return events.reduce((state, event) => decider.evolve(state, event), decider.initial);
  }
  for (const event of events) fold.add(event);
  return fold.state;
}

function occurred({ type, at, data }: Stored<Event>): readonly OccurredEvent[] {
  const isOccurrence =
    typeof data === 'object' &&
    data !== null &&
    ['when', 'where', 'by', 'source'].every((part) => Object.hasOwn(data, part));
  return isOccurrence ? [{ type, at, data: data as Occurred }] : [];
}

function assumedIn(event: Stored<DirectiveEvent>): readonly Assumption[] {
  switch (event.type) {
    case 'IssueRequested':
    case 'RoundPlanned':
    case 'RoundConvened':
      return event.data.assumptions ?? [];
    default:
      return [];
  }
}

function saidIn(events: readonly Stored<RoundEvent>[]): { readonly [unit: string]: SaidOfUnit } {
  const said = new Map<string, SaidOfUnit>();
  const add = (unit: string, more: SaidOfUnit) => said.set(unit, { ...said.get(unit), ...more });
  for (const event of events) {
    switch (event.type) {
      case 'ReportReturned':
        add(event.data.unit, { returned: event.data.reason });
        break;
      case 'ObligationRefused':
        add(event.data.unit, { refused: event.data.reason });
        break;
      case 'ExplanationGiven':
        add(event.data.unit, { explained: event.data.text });
        break;
      default:
    }
  }
  return Object.fromEntries(said);
}
