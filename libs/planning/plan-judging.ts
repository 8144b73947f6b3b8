/**
 * What a judgement is decided by: who of the actor's own line carries the task. A class is asked only for that line: that others are of it keeps nobody from judging.
 */
import { localDateOf } from '../calendar';
import {
  actingUnit,
  kinOf,
  valueOf,
  wasUnitOfClass,
  type DirectiveState,
  type Duty,
  type Instant,
  type JudgingPlan,
  type LocalDate,
  type OrgState,
} from '../domain';
import type { PolicyBook } from './policy-book';

type Given = {
  readonly at: Instant;
  readonly book: PolicyBook;
  /** For whom the actor acts. */
  readonly unit: string | null;
  readonly ofDirective?: DirectiveState | undefined;
};

export function planJudging(
  { task }: { readonly task: string },
  { at, book, unit, ofDirective: directive }: Given,
): JudgingPlan | undefined {
  if (directive === undefined || unit === null) return undefined;
  const day = localDateOf(book.calendar.zone, at);
  const carries = carriersOf(directive, task, { unit, org: book.org, day });
  return carries.length === 0 ? undefined : { carries };
}

type Asked = { readonly unit: string; readonly org: OrgState; readonly day: LocalDate };

/** Of the actor's line: its unit first, whoever it took over from and whoever took over from it. */
function carriersOf(
  directive: DirectiveState,
  task: string,
  { unit, org, day }: Asked,
): readonly string[] {
  const known = [unit, ...kinOf(org, unit, day)];
  const inherited = directive.heirs
    .map(({ from }) => from)
    .filter((from) => known.includes(actingUnit(directive.heirs, from)));
  const line = [...new Set([...known, ...inherited])];
  const inText = directive.draft?.tasks.find(({ key }) => key === task);
  const named = inText
    ? [valueOf(inText.lead) ?? [], valueOf(inText.coordinators) ?? []].flat()
    : [];
  const duties = Object.values(directive.duties).filter((duty) => duty.task === task);
  return line.filter(
    (one) => named.includes(one) || duties.some((duty) => owes(directive, duty, { one, org, day })),
  );
}

type Owing = { readonly one: string; readonly org: OrgState; readonly day: LocalDate };

/** Asked for it in a round, named by the duty, or of its classes on any day since the directive was issued. */
function owes(directive: DirectiveState, duty: Duty, { one, org, day }: Owing): boolean {
  const asked = Object.values(directive.rounds).some(
    (round) => round.duty === duty.id && round.shards.some(({ units }) => units.includes(one)),
  );
  if (asked) return true;
  const who = valueOf(duty.owes);
  if (who === undefined) return false;
  if (who.kind === 'units') return who.units.includes(one);
  if (who.except?.includes(one)) return false;
  if (directive.lateAddressees.includes(one)) return true;
  const from = directive.issue?.date ?? day;
  const classes = [...who.roleClasses, ...directive.lateClasses.map((it) => it.roleClass)];
  return classes.some((roleClass) => wasUnitOfClass(org, one, { roleClass, from, to: day }));
}
