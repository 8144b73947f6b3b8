/** The directive before anything happened, and the keys and lists that its rules read from its state. */
import type {
  ConvenedRound,
  DirectiveState,
  PlanAsked,
  PlannedPeriod,
  RequestedReport,
  TouchedShards,
} from './types';

export const INITIAL_DIRECTIVE: DirectiveState = {
  id: '',
  status: 'none',
  draft: null,
  duties: {},
  revisions: {},
  forms: {},
  indicators: {},
  links: [],
  criticisms: [],
  feeds: {},
  issue: null,
  next: {},
  due: {},
  missing: {},
  rounds: {},
  requests: 0,
  requested: {},
  lateAddressees: [],
  lateClasses: [],
  laterInstruments: [],
  reviews: [],
  archive: null,
  heirs: [],
  handOvers: {},
};

export const roundKey = (duty: string, period: string): string => `${duty}~${period}`;

/** The period of a requested report. */
export const requestPeriod = (request: number): string => `req-${request}`;

/** The form is kept for requests: no other period has it. */
export const isRequestPeriod = (period: string): boolean => period.startsWith('req-');

/** Where a coming round stands in `next` and `due`: requested reports stand beside the duty's cadence. */
export function nextKey(state: DirectiveState, duty: string, period: string): string {
  return Object.hasOwn(state.requested, period) ? roundKey(duty, period) : duty;
}

export function roundOf(
  state: DirectiveState,
  duty: string,
  period: string,
): ConvenedRound | undefined {
  const key = roundKey(duty, period);
  return Object.hasOwn(state.rounds, key) ? state.rounds[key] : undefined;
}

export function openRounds(state: DirectiveState): readonly ConvenedRound[] {
  return Object.values(state.rounds).filter(({ completed }) => !completed);
}

/** The shards that a change of the directive's life reaches: those not closed yet. */
export function openShards(state: DirectiveState): TouchedShards {
  return openRounds(state).flatMap(({ duty, period, shards }) =>
    shards.filter(({ closed }) => !closed).map(({ shard }) => ({ duty, period, shard })),
  );
}

/** Reports asked for whose round is not convened yet. */
function openRequests(state: DirectiveState, duty: string): readonly RequestedReport[] {
  return Object.values(state.requested).filter(
    (one) => one.duty === duty && roundOf(state, duty, requestPeriod(one.request)) === undefined,
  );
}

/** The plans that a change of `duties` makes necessary while the directive is in force; none before or after. */
export function plansAsked(state: DirectiveState, duties: readonly string[]): readonly PlanAsked[] {
  if (state.status !== 'issued') return [];
  return duties.flatMap((duty) => everyPlan(state, duty));
}

export function everyPlan(state: DirectiveState, duty: string): readonly PlanAsked[] {
  const requests = openRequests(state, duty).map(({ request }) => ({ duty, request }));
  return [{ duty, request: null }, ...requests];
}

/** Whether the period was asked for by a request, and with which date. */
export function requestedDue(state: DirectiveState, { id }: PlannedPeriod): string | null {
  return Object.hasOwn(state.requested, id) ? state.requested[id]!.dueDate : null;
}
