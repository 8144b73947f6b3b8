/**
 * What a duty must be to open rounds one day: its known values are usable, its task is one of the directive's, and
 * nobody owes who only receives the directive for information, direction or file.
 */
import type { DirectiveDraft } from '../directive/types';
import { changed, refuseGrades, type GradedField } from '../check-grades';
import { valueOf, type Actor } from '../kernel';
import { isLocalDate } from '../local-date';
import { refuse, type Refusal } from '../refusals';
import { isBlank, isPlainId } from '../spelling';
import type { Cadence, DueRule, Duty, Who } from './types';

type Context = {
  readonly draft: DirectiveDraft;
  readonly actor: Actor;
  /** The duty as it was: what did not change keeps its grounds. */
  readonly before?: Duty;
};

export function refuseDuty(duty: Duty, { draft, actor, before }: Context): Refusal | null {
  if (!isPlainId(duty.id)) return refuse('duty.bad-id', { duty: duty.id });
  if (isBlank(duty.title.vi)) return refuse('directive.field-empty', { field: `${duty.id}.title` });
  if (duty.task !== null && !draft.tasks.some(({ key }) => key === duty.task)) {
    return refuse('directive.unknown-task', { duty: duty.id, task: duty.task });
  }
  const earlier = before === undefined ? [] : gradedOf(before);
  return (
    refuseGrades(changed(earlier, gradedOf(duty)), actor) ??
    refuseValues(duty) ??
    refuseNotForExecution(duty, draft) ??
    refuseWithoutAnchor(duty)
  );
}

/** Refuses two duties of one id, and then whichever duty is faulty. */
export function refuseDuties(duties: readonly Duty[], context: Context): Refusal | null {
  const twice = duties.find(({ id }, index) => duties.findIndex((one) => one.id === id) < index);
  if (twice) return refuse('duty.duplicate', { duty: twice.id });
  for (const duty of duties) {
    const refused = refuseDuty(duty, context);
    if (refused) return refused;
  }
  return null;
}

function gradedOf(duty: Duty): readonly GradedField[] {
  const fields = [
    { field: `${duty.id}.owes`, graded: duty.owes },
    { field: `${duty.id}.to`, graded: duty.to },
    { field: `${duty.id}.cadence`, graded: duty.cadence },
    { field: `${duty.id}.due`, graded: duty.due },
  ];
  const more = [
    ...(duty.via === null ? [] : [{ field: `${duty.id}.via`, graded: duty.via }]),
    ...(duty.anchor === undefined ? [] : [{ field: `${duty.id}.anchor`, graded: duty.anchor }]),
  ];
  return [...fields, ...more];
}

function refuseValues(duty: Duty): Refusal | null {
  const [owes, to] = [valueOf(duty.owes), valueOf(duty.to)];
  const [cadence, due] = [valueOf(duty.cadence), valueOf(duty.due)];
  const anchor = duty.anchor && valueOf(duty.anchor);
  const problems: readonly (readonly [string, string | null])[] = [
    ['owes', owes === undefined ? null : problemOfWho(owes)],
    ['to', to === undefined ? null : problemOfList(to)],
    ['cadence', cadence === undefined ? null : problemOfCadence(cadence)],
    ['due', due === undefined ? null : problemOfDue(due)],
    ['anchor', anchor === undefined || isLocalDate(anchor) ? null : 'date'],
  ];
  for (const [field, problem] of problems) {
    if (problem !== null) return refuse('value.invalid', { duty: duty.id, field, problem });
  }
  return null;
}

function problemOfWho(who: Who): string | null {
  return problemOfList(who.kind === 'units' ? who.units : who.roleClasses);
}

function problemOfList(list: readonly string[]): string | null {
  if (list.length === 0) return 'empty';
  if (list.some(isBlank)) return 'blank';
  return new Set(list).size < list.length ? 'double' : null;
}

function problemOfCadence(cadence: Cadence): string | null {
  if (cadence.kind !== 'everyMonths') return null;
  return isWhole(cadence.months, 1, 120) ? null : 'months';
}

function problemOfDue(due: DueRule): string | null {
  switch (due.kind) {
    case 'workingDaysAfter':
    case 'calendarDaysAfter':
      return isWhole(due.days, 0, 3_660) ? null : 'days';
    case 'hoursAfter':
      return isWhole(due.hours, 1, 8_784) ? null : 'hours';
    case 'dayOfLastMonth':
      return isWhole(due.day, 1, 31) ? null : 'day';
    case 'yearlyDate':
      return isLocalDate(`2024-${two(due.month)}-${two(due.day)}`) ? null : 'date';
    case 'fixedDate':
      return isLocalDate(due.date) ? null : 'date';
    case 'periodEnd':
      return null;
  }
}

/** A rule that counts from a closing needs periods, one that counts from a request needs requests. */
function refuseWithoutAnchor(duty: Duty): Refusal | null {
  const [cadence, due] = [valueOf(duty.cadence), valueOf(duty.due)];
  if (cadence === undefined || due === undefined) return null;
  const periodic = cadence.kind === 'every' || cadence.kind === 'everyMonths';
  const from = 'from' in due ? due.from : null;
  const needsPeriods =
    from === 'closing' || due.kind === 'periodEnd' || due.kind === 'dayOfLastMonth';
  const fits = needsPeriods ? periodic : from !== 'request' || cadence.kind === 'onRequest';
  if (fits) return null;
  return refuse('duty.due-without-anchor', { duty: duty.id, due: due.kind, cadence: cadence.kind });
}

/** Only "để thực hiện" owes: a class that the recipients' list names for another purpose alone owes nothing. */
function refuseNotForExecution(duty: Duty, draft: DirectiveDraft): Refusal | null {
  const owes = valueOf(duty.owes);
  if (owes?.kind !== 'class') return null;
  const lines = valueOf(draft.recipients) ?? [];
  for (const roleClass of owes.roleClasses) {
    const addressed = draft.addressees.some(
      (one) => one.kind === 'class' && one.roleClass === roleClass,
    );
    const named = lines.filter((line) => line.roleClasses.includes(roleClass));
    const other = named.find(({ purpose }) => purpose !== 'execute');
    if (!addressed && other && !named.some(({ purpose }) => purpose === 'execute')) {
      const { purpose } = other;
      return refuse('duty.not-for-execution', { duty: duty.id, roleClass, purpose });
    }
  }
  return null;
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function two(value: number): string {
  return isWhole(value, 0, 9) ? `0${value}` : String(value);
}
