/**
 * What a change set of units needs from outside its stream: whether its day has come, the superior of an heir decided
 * later, and in which directives its units are to be looked for.
 */
import { localDateOf } from '../calendar';
import {
  kindOfStream,
  superiorAt,
  unitAt,
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

/** The units of which a page of directives is asked for, and after which directive; null for any other command. */
export function directivesAsked(
  {
    type,
    stream,
    data,
  }: { readonly type: string; readonly stream: string; readonly data: unknown },
  state: unknown,
): { readonly units: readonly string[]; readonly after: string | null } | null {
  if (type !== 'ListDirectives' || kindOfStream(stream) !== 'reorganisation') return null;
  const { pass, after } = data as { pass: number; after: string | null };
  const { passes } = state as ReorganisationState;
  const units = passes[pass]?.successions.map(({ from }) => from) ?? [];
  return { units, after };
}
