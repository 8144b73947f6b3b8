/**
 * What a change set of units needs from outside its stream: whether its day has come, the superior of an heir decided
 * later, and in which directives its units are to be looked for.
 */
import { localDateOf } from '../calendar';
import {
  actingAt,
  kindOfStream,
  superiorAt,
  type DirectivesPlan,
  type HeirPlan,
  type Instant,
  type LocalDate,
  type OrgState,
  type ReorganisationState,
} from '../domain';
import type { Impossible } from './impossible';
import { planUnitsThere } from './plan-units';
import type { PolicyBook } from './policy-book';
import { endedOn } from './with-standing';

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
  { unit: of, heir }: { readonly unit: string; readonly heir: string },
  at: Instant,
  { calendar, org }: PolicyBook,
): HeirPlan | Impossible {
  const today = localDateOf(calendar.zone, at);
  const among = successorsThere(org, of, today);
  if (heir === of) {
    const params = { unit: of, successors: (among ?? []).join(', ') };
    return { impossible: 'reorganisation.heir-is-itself', params };
  }
  const unknown = planUnitsThere([heir], org, today);
  if (unknown) return unknown;
  const superior = superiorAt(org, heir, today);
  return among === undefined ? { superior } : { superior, among };
}

/** Of one that has ended: its successors, each as who acts for it today. Undefined where its end names nobody. */
function successorsThere(org: OrgState, unit: string, today: LocalDate) {
  const successors = endedOn(org, unit, today)?.successors ?? [];
  if (successors.length === 0) return undefined;
  return [...new Set(successors.flatMap((one) => actingAt(org, one, today) ?? []))];
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
