/**
 * Who owes a round and by when: role classes expanded on the day it is convened, each unit with its superior, and
 * the due time with its ladder. What is planned here is frozen by the round.
 */
import { calendarName, localDateOf } from '../calendar';
import {
  SHARD_SIZE,
  actingUnit,
  superiorAt,
  unitAt,
  unitsOfClass,
  valueOf,
  wasOfClass,
  type Assumption,
  type ConveningPlan,
  type DirectiveState,
  type Duty,
  type ExpectedUnit,
  type Instant,
  type LocalDate,
  type OrgState,
  type PlannedPeriod,
  type Text,
  type Who,
} from '../domain';
import { dueOfDuty, missingValues, policyOf } from './duty-due';
import { plannedRungs } from './planned-rungs';
import { policyName, type PolicyBook } from './policy-book';

export type ConveneRoundData = {
  readonly duty: string;
  readonly period: PlannedPeriod;
  /** Only these units, who join a round that is open already. */
  readonly late?: readonly string[];
  readonly requestedDue?: LocalDate | null;
  readonly shard?: number;
};

export function planConvening(
  directive: DirectiveState,
  data: ConveneRoundData,
  at: Instant,
  book: PolicyBook,
): ConveningPlan {
  const revision = directive.revisions[data.duty] ?? 0;
  const missing = (values: readonly string[]): ConveningPlan => ({
    revision,
    kind: 'missing',
    values,
  });
  const duty = Object.hasOwn(directive.duties, data.duty) ? directive.duties[data.duty] : undefined;
  if (duty === undefined) return missing(['duty']);
  const asked = directive.requested[data.period.id]?.dueDate;
  const requestedDue = data.requestedDue ?? asked ?? null;
  const values = missingValues(duty, requestedDue === null ? undefined : ['owes', 'to']);
  if (values.length > 0) return missing(values);
  const due = dueOfDuty({ directive, duty, period: data.period, requestedDue, at, book });
  if (!due.ok) return missing(due.missing);
  const ladder = policyOf({ directive, at, book }, 'ladder', duty.ladder ?? undefined);
  if (ladder === null) return missing(['policy.ladder']);
  const date = localDateOf(book.calendar.zone, at);
  const units = data.late ?? owing(directive, duty, book.org, date);
  const expected = units.map((unit) => ({ unit, superior: superiorAt(book.org, unit, date) }));
  if (expected.length === 0) return missing(['units']);
  const { dueAt, provisional, derivation } = due.due;
  const schedule = {
    dueAt,
    provisional,
    derivation,
    rungs: plannedRungs({ ladder: ladder.policy, dueAt, after: at, calendar: book.calendar }),
    calendarVersion: calendarName(book.calendar),
    policies: [...due.policies, policyName(ladder.policy)],
  };
  const assumed = ladder.assumption ? [ladder.assumption] : [];
  return {
    revision,
    kind: 'convened',
    ...shardOf(expected, data.shard ?? 0, Object.hasOwn(directive.forms, duty.id)),
    schedule,
    assumptions: [
      ...due.assumptions,
      ...assumed,
      ...unexpanded(directive, duty, book.org, date),
      ...notThere(directive, duty, book.org, date),
    ],
  };
}

/** All units when they fit one shard; else those of the shard asked for, with the number of all. */
function shardOf(
  units: readonly ExpectedUnit[],
  shard: number,
  withForm: boolean,
): { units: readonly ExpectedUnit[]; total?: number; shardSize?: number } {
  const size = SHARD_SIZE / (units.some(isLong) ? 2 : 1) / (withForm ? 2 : 1);
  if (units.length <= size) return { units };
  const first = shard * size;
  const slice = { units: units.slice(first, first + size), total: units.length };
  return size === SHARD_SIZE ? slice : { ...slice, shardSize: size };
}

/** {@link SHARD_SIZE} units of this length would not fit an entry beside their due time and its reasons. */
const LONG = 80;

function isLong(unit: ExpectedUnit): boolean {
  return JSON.stringify(unit).length > LONG;
}

/** Units there on the day, by id, heirs in the place of named ones that ended; those added to the directive later owe what its classes owe. */
export function owing(
  directive: DirectiveState,
  duty: Duty,
  org: OrgState,
  date: LocalDate,
): readonly string[] {
  const who = valueOf(duty.owes);
  if (who === undefined) return [];
  const acting = (unit: string) => actingUnit(directive.heirs, unit);
  const named =
    who.kind === 'units'
      ? who.units.map(acting)
      : [
          ...classesOf(directive, who).flatMap((one) => unitsOfClass(org, one, date)),
          ...directive.lateAddressees.map(acting),
        ].filter((unit) => !(who.except ?? []).includes(unit));
  return [...new Set(named)].filter((unit) => isThere(org, unit, date)).sort();
}

/** The duty's classes, and those added to the directive after its issue. */
function classesOf(
  directive: DirectiveState,
  { roleClasses }: Extract<Who, { kind: 'class' }>,
): readonly string[] {
  return [...new Set([...roleClasses, ...directive.lateClasses.map((it) => it.roleClass)])];
}

/** Classes of the duty whose units are not known, or not all of them: who is left out is said. */
function unexpanded(
  directive: DirectiveState,
  duty: Duty,
  org: OrgState,
  date: LocalDate,
): Assumption[] {
  const who = valueOf(duty.owes);
  if (who?.kind !== 'class') return [];
  return classesOf(directive, who).flatMap((roleClass): Assumption[] => {
    const addressee = directive.draft?.addressees.find(
      (it) => it.kind === 'class' && it.roleClass === roleClass,
    );
    const known = addressee?.kind === 'class' ? addressee : undefined;
    const late = directive.lateClasses.find((it) => it.roleClass === roleClass);
    const name = known?.name ?? late?.name ?? { vi: roleClass, en: roleClass };
    const source = known?.unexpanded ?? roleClass;
    if (unitsOfClass(org, roleClass, date).length === 0) {
      if (wasOfClass(org, roleClass)) return [ended(name, roleClass)];
      const text = {
        vi: `${name.vi}: chưa có danh sách đơn vị, đợt này không tính`,
        en: `${name.en}: no list of units is known, they are left out of this round`,
      };
      return [{ code: 'class.unexpanded', policy: null, source, text }];
    }
    if (known?.unexpanded === undefined) return [];
    const text = {
      vi: `${name.vi}: danh sách đơn vị chưa đủ, đợt này chỉ tính đơn vị đã biết`,
      en: `${name.en}: not all units are known, only those that are count in this round`,
    };
    return [{ code: 'class.partly-expanded', policy: null, source, text }];
  });
}

/** No unit of the class is left: what it owed is with its heirs, and who owes from now on somebody must say. */
function ended(name: Text, roleClass: string): Assumption {
  const text = {
    vi: `${name.vi}: các đơn vị đã kết thúc hoạt động, đợt này không tính`,
    en: `${name.en}: its units have ended, they are left out of this round`,
  };
  return { code: 'class.ended', policy: null, source: roleClass, text };
}

/** Units the duty names that are not there on the day: misspelt, not registered yet, or ended. */
function notThere(
  { heirs }: DirectiveState,
  duty: Duty,
  org: OrgState,
  date: LocalDate,
): Assumption[] {
  const who = valueOf(duty.owes);
  if (who?.kind !== 'units') return [];
  const absent = who.units.filter((unit) => !isThere(org, actingUnit(heirs, unit), date));
  return absent.map((unit) => ({
    code: 'unit.not-there',
    policy: null,
    source: unit,
    text: {
      vi: `${unit}: không có đơn vị này vào ngày ${date}, đợt này không tính`,
      en: `${unit}: there is no such unit on ${date}, it is left out of this round`,
    },
  }));
}

function isThere(org: OrgState, unit: string, date: LocalDate): boolean {
  const found = Object.hasOwn(org.units, unit) ? org.units[unit] : undefined;
  return found !== undefined && unitAt(found, date) !== null;
}
