/**
 * What a change set of units needs from outside its stream: whether its day has come, the superior of an heir decided
 * later, and in which directives its units are to be looked for.
 */
import { localDateOf } from '../calendar';
import {
  kindOfStream,
  superiorAt,
  unitAt,
  type DirectivesPlan,
  type HeirPlan,
  type Instant,
  type LocalDate,
  type ReorganisationState,
} from '../domain';
import type { Impossible } from './impossible';
import type { PolicyBook } from './policy-book';

/** Undefined when the day has come: then the command needs no plan. */
export function planReorganisation(
  { on }: { readonly on: LocalDate },
  at: Instant,
  { calendar }: PolicyBook,
): Impossible | undefined {
  const today = localDateOf(calendar.zone, at);
  return on <= today ? undefined : { impossible: 'reorganisation.not-yet', params: { on, today } };
}

export function planHeir(
  { heir }: { readonly heir: string },
  at: Instant,
  { calendar, org }: PolicyBook,
): HeirPlan | Impossible {
  const unit = Object.hasOwn(org.units, heir) ? org.units[heir] : undefined;
  const today = localDateOf(calendar.zone, at);
  if (unit === undefined) return { impossible: 'unit.unknown', params: { unit: heir } };
  if (unitAt(unit, today) !== null) return { superior: superiorAt(org, heir, today) };
  const on = unit.ended?.on ?? today;
  return {
    impossible: 'unit.ended',
    params: { unit: heir, on, successors: unit.ended?.successors.join(', ') ?? '' },
  };
}

/** Ends units one by one, and leaves what they owe where it is. */
type Ending = 'MergeUnits' | 'SplitUnit' | 'DissolveUnit';

const ENDING: { readonly [T in Ending]: (data: never) => readonly string[] } = {
  MergeUnits: ({ units }: { readonly units: readonly string[] }) => units,
  SplitUnit: ({ unit }: { readonly unit: string }) => [unit],
  DissolveUnit: ({ unit }: { readonly unit: string }) => [unit],
};

function isEnding(type: string): type is Ending {
  return Object.hasOwn(ENDING, type);
}

/** Undefined when no directive names a unit that ends: only then is there nothing to hand on. */
export function planEnding(directives: DirectivesPlan | undefined): Impossible | undefined {
  const named = directives?.directives ?? [];
  if (named.length === 0) return undefined;
  const list = `${named.join(', ')}${directives!.more ? ', …' : ''}`;
  return { impossible: 'unit.named-in-directives', params: { directives: list } };
}

/** So many are named in a refusal. */
const NAMED = 3;

export type DirectivesQuestion = {
  readonly units: readonly string[];
  readonly after: string | null;
  readonly limit?: number;
};

/** The units of which a page of directives is asked for, and after which directive; null for any other command. */
export function directivesAsked(
  {
    type,
    stream,
    data,
  }: { readonly type: string; readonly stream: string; readonly data: unknown },
  state: unknown,
): DirectivesQuestion | null {
  if (kindOfStream(stream) === 'org' && isEnding(type)) {
    return { units: ENDING[type](data as never), after: null, limit: NAMED };
  }
  if (type !== 'ListDirectives' || kindOfStream(stream) !== 'reorganisation') return null;
  const { pass, after } = data as { pass: number; after: string | null };
  const { passes } = state as ReorganisationState;
  const units = passes[pass]?.successions.map(({ from }) => from) ?? [];
  return { units, after };
}
