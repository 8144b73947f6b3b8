/**
 * Whether a duty can be answered by another's reports: nobody answers itself, however far down, and of the next period it
 * is said when the report below is due after the one above, also when one of the two is changed later.
 */
import { localDateOf, periodContaining } from '../calendar';
import {
  CLOCK,
  dutyWith,
  valueOf,
  type DateWarning,
  type DecideValueData,
  type DirectiveState,
  type Duty,
  type DutyDatesPlan,
  type DutyLink,
  type DutyRef,
  type Instant,
  type LinkManner,
  type LinkPlan,
  type LinkWarning,
  type PlannedPeriod,
} from '../domain';
import { dueOfDuty } from './duty-due';
import { impossibleOf, type Impossible } from './impossible';
import { owing } from './plan-convening';
import { periodRule, planNextRound } from './plan-next-round';
import { planUnitsThere } from './plan-units';
import type { PolicyBook } from './policy-book';

/** Directives by id: the one a link names and all that answer it, however far down. */
export type Linked = ReadonlyMap<string, DirectiveState>;

export function planLink(
  state: DirectiveState,
  link: DutyLink,
  {
    at,
    book,
    linked,
  }: { readonly at: Instant; readonly book: PolicyBook; readonly linked: Linked },
): LinkPlan | Impossible {
  const below = valueOf(link.from);
  if (below === undefined) return { warning: null };
  const other = below.directive === state.id ? state : linked.get(below.directive);
  if (other === undefined || other.status === 'none') {
    return { impossible: 'directive.unknown', params: { directive: below.directive } };
  }
  if (!Object.hasOwn(other.duties, below.duty)) {
    return { impossible: 'duty.unknown', params: { duty: below.duty } };
  }
  const path = other === state ? null : pathTo(state, other, linked);
  if (path !== null) return { impossible: 'link.cycle', params: { path: path.join(' → ') } };
  const above = Object.hasOwn(state.duties, link.duty) ? state.duties[link.duty] : undefined;
  if (above === undefined) return { warning: null };
  const nobody = other === state ? undefined : refuseUnit(state, above, link.unit, { at, book });
  if (nobody) return nobody;
  const from: Side = { directive: other, duty: other.duties[below.duty]! };
  return {
    warning: warningOf({ directive: state, duty: above }, from, at, book),
    manner: mannerOf(state, link, { from, at, book }),
  };
}

/** Whose obligation would be answered must be there, and must owe the duty as far as it is known who does. */
function refuseUnit(
  state: DirectiveState,
  duty: Duty,
  unit: string | null,
  { at, book: { calendar, org } }: { readonly at: Instant; readonly book: PolicyBook },
): Impossible | undefined {
  if (unit === null) return undefined;
  const today = localDateOf(calendar.zone, at);
  const absent = planUnitsThere([unit], org, today);
  if (absent) return absent;
  const known = valueOf(duty.owes) !== undefined;
  const owesNow = Object.values(state.rounds)
    .filter((round) => round.duty === duty.id && !round.completed)
    .some(({ shards }) => shards.some(({ units }) => units.includes(unit)));
  if (!known || owesNow || owing(state, duty, org, today).includes(unit)) return undefined;
  return { impossible: 'link.unit-owes-nothing', params: { unit, duty: duty.id } };
}

/** Who reports there by what is known today; the round itself decides when its report is accepted. */
function mannerOf(
  state: DirectiveState,
  { duty, unit }: DutyLink,
  { from, at, book }: { readonly from: Side; readonly at: Instant; readonly book: PolicyBook },
): LinkManner {
  const date = localDateOf(book.calendar.zone, at);
  const said = valueOf(from.duty.owes) !== undefined;
  const reporters = said ? owing(from.directive, from.duty, book.org, date).length : null;
  const alone = !state.links.some((one) => one.duty === duty && (one.unit ?? unit) === unit);
  return { reporters, byItself: from.directive !== state && reporters === 1 && alone };
}

type Context = { readonly at: Instant; readonly book: PolicyBook; readonly linked: Linked };

/**
 * Of the links of a duty that is set up or decided anew, those by which a report below is now due after the one above.
 * Undefined when there are none: then the command needs no plan.
 */
export function planDutyDates(
  state: DirectiveState,
  duty: Duty,
  { at, book, linked }: Context,
): DutyDatesPlan | undefined {
  const after = { ...state, duties: { ...state.duties, [duty.id]: duty } };
  const sideOf = (ref: DutyRef): Side | null => {
    const directive = ref.directive === state.id ? after : linked.get(ref.directive);
    const its =
      directive && Object.hasOwn(directive.duties, ref.duty) && directive.duties[ref.duty];
    return its ? { directive, duty: its } : null;
  };
  const warnings = linksOf(state, duty.id).flatMap(({ answers, from }): LinkWarning[] => {
    const [above, below] = [sideOf(answers), sideOf(from)];
    const warning = above && below && warningIfKnown(above, below, at, book);
    return warning ? [{ answers, from, ...warning }] : [];
  });
  return warnings.length > 0 ? { warnings } : undefined;
}

/** The duty with a decided value in its place, whoever decides; undefined where the decision is of no duty that is there. */
export function dutyDecided(
  { duties }: DirectiveState,
  data: DecideValueData,
  at: Instant,
): Duty | undefined {
  if (data.duty === null || !Object.hasOwn(duties, data.duty)) return undefined;
  return dutyWith(duties[data.duty]!, data, { by: CLOCK, at });
}

type Pair = { readonly answers: DutyRef; readonly from: DutyRef };

/** Links of a duty either way: what answers it, and what it answers, here and in other directives. */
function linksOf({ id, links, feeds }: DirectiveState, duty: string): readonly Pair[] {
  const own = links.flatMap((link): Pair[] => {
    const from = valueOf(link.from);
    const concerned = link.duty === duty || (from?.directive === id && from.duty === duty);
    return from && concerned ? [{ answers: { directive: id, duty: link.duty }, from }] : [];
  });
  const above = (Object.hasOwn(feeds, duty) ? feeds[duty]! : []).map((target) => ({
    answers: { directive: target.directive, duty: target.duty },
    from: { directive: id, duty },
  }));
  return [...own, ...above];
}

/** A day that no calendar has is said where the round is planned: it keeps nobody from deciding. */
function warningIfKnown(
  above: Side,
  below: Side,
  at: Instant,
  book: PolicyBook,
): DateWarning | null {
  try {
    return warningOf(above, below, at, book);
  } catch (error) {
    if (impossibleOf(error) === null) throw error;
    return null;
  }
}

/** The way from a directive down to `above`, by name; null when there is none. */
function pathTo(
  above: DirectiveState,
  from: DirectiveState,
  linked: Linked,
): readonly string[] | null {
  const seen = new Set<string>();
  const todo: { readonly at: DirectiveState; readonly path: readonly string[] }[] = [
    { at: from, path: [nameOf(above), nameOf(from)] },
  ];
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    const { at, path } = next;
    if (seen.has(at.id)) continue;
    seen.add(at.id);
    for (const { from: grounds } of at.links) {
      const below = valueOf(grounds)?.directive;
      if (below === undefined || below === at.id) continue;
      if (below === above.id) return [...path, nameOf(above)];
      const state = linked.get(below);
      if (state) todo.push({ at: state, path: [...path, nameOf(state)] });
    }
  }
  return null;
}

/** A symbol names no directive by itself. */
function nameOf({ id, issue }: DirectiveState): string {
  return issue?.symbol ? `${issue.symbol} (${id})` : id;
}

type Side = { readonly directive: DirectiveState; readonly duty: Duty };

/** Of the next period above: the report below on the same last day. Null when either has no date yet. */
function warningOf(above: Side, below: Side, at: Instant, book: PolicyBook): DateWarning | null {
  const next = planNextRound(above.directive, { duty: above.duty.id, after: null }, at, book);
  if (!('kind' in next) || next.kind !== 'next') return null;
  const { period } = next;
  const dueAbove = dueAt(above, period, at, book);
  const its = period.to === null ? period : periodEnding(below.duty, period.to);
  const dueBelow = its && dueAt(below, its, at, book);
  if (!dueAbove || !dueBelow || dueBelow <= dueAbove) return null;
  return { period: period.id, below: dueBelow, above: dueAbove };
}

function periodEnding(duty: Duty, to: string): PlannedPeriod | null {
  const cadence = valueOf(duty.cadence);
  if (cadence?.kind !== 'every' && cadence?.kind !== 'everyMonths') return null;
  if (cadence.kind === 'everyMonths' && (!duty.anchor || valueOf(duty.anchor) === undefined))
    return null;
  const { id, label, from, to: end, closing } = periodContaining(periodRule(cadence, duty), to);
  return { id, label, from, to: end, closing };
}

function dueAt(
  { directive, duty }: Side,
  period: PlannedPeriod,
  at: Instant,
  book: PolicyBook,
): Instant | null {
  const due = dueOfDuty({ directive, duty, period, requestedDue: null, at, book });
  return due.ok ? due.due.dueAt : null;
}
