/**
 * A whole reorganisation as one change set: new units come to be, old ones end, all on one day and under the rules that
 * hold for each alone. What the old ones owe follows from its one event; a set that overlaps another is refused.
 */
import { accept, type Decision } from '../kernel';
import { refuse, refuseBlank, type Refusal } from '../refusals';
import { refuseActor } from '../rights';
import { isPlainId } from '../spelling';
import { utf8Length } from '../utf8-length';
import { refuseImpossible } from '../directive/check-plan';
import { checkDate, checkUnit } from './check';
import { checkEnding } from './end-units';
import { applied } from './evolve';
import { checkNew, checkParent } from './register-units';
import { refuseBelow, refuseFounding, refuseStranger } from './remit';
import { endedBy, successorsOf, withSuperiors } from './successions';
import type { ChangeSet, OrgCommand, OrgEvent, OrgState, Reorganised, Succession } from './types';

type Of<T extends OrgCommand['type']> = Extract<OrgCommand, { type: T }>;

/** The event must fit an entry of the ledger (60 KiB), and what it hands over must fit the commands that follow. */
const SET_BYTES = 50_000;
const SUCCESSION_BYTES = 30_000;

export function reorganiseUnits(
  state: OrgState,
  command: Of<'ReorganiseUnits'>,
): Decision<OrgEvent> {
  const { data: set } = command;
  const refused =
    refuseActor(command) ??
    refuseImpossible(command) ??
    refuseSet(state, set) ??
    refuseRegister(state, set) ??
    refuseOverlap(state, set) ??
    refuseChanges(state, set);
  if (refused) return refused;
  const after = applied(state, set);
  const fault =
    refuseHeirs(after, set) ??
    refuseBelow(state, command, endedBy(set.changes)) ??
    refuseStranger(after, command, takersIn(set)) ??
    refuseFounding(after, command, set.register);
  if (fault) return fault;
  const successions = withSuperiors(after, set);
  const data = { ...set, successions };
  return refuseSize(data) ?? accept({ type: 'UnitsReorganised', data });
}

/** The engine itself says when everything is handed over; told twice, it is noted once. */
export function noteReorganisationDone(
  state: OrgState,
  command: Of<'NoteReorganisationDone'>,
): Decision<OrgEvent> {
  const refused = refuseActor(command);
  if (refused) return refused;
  const { id, back, heirs, decided = [] } = command.data;
  const set = setOf(state, id);
  if (set === undefined) return refuse('reorganisation.unknown', { reorganisation: id });
  const later = decided.some(({ unit, heir }) => state.units[unit]?.ended?.heir !== heir);
  const news = later || heirs.some((heir) => !set.takers.includes(heir));
  const { status } = set;
  const waits = back ? status === 'undoing' : status === 'open' || (status === 'done' && news);
  if (!waits) return accept();
  const named = decided.length === 0 ? {} : { decided };
  return accept({ type: 'ReorganisationNotedDone', data: { id, heirs, ...named } });
}

export function setOf(state: OrgState, id: string): Reorganised | undefined {
  const sets = state.reorganisations ?? {};
  return Object.hasOwn(sets, id) ? sets[id] : undefined;
}

function refuseSet(state: OrgState, set: ChangeSet): Refusal | null {
  const { id, title, source, on, changes } = set;
  if (!isPlainId(id)) return refuse('reorganisation.bad-id', { reorganisation: id });
  const known = setOf(state, id);
  if (known) {
    return refuse('reorganisation.known', { reorganisation: id, title: known.title });
  }
  if (changes.length === 0) return refuse('reorganisation.empty', { reorganisation: id });
  return refuseBlank(title, 'title') ?? refuseBlank(source, 'source') ?? checkDate(on, 'on');
}

/** Whoever takes over something: the successors of every change, and the heirs that are named. */
function takersIn({ changes, heirs }: ChangeSet): readonly string[] {
  return [...new Set([...changes.flatMap(successorsOf), ...heirs.map(({ heir }) => heir)])];
}

/** New units keep every rule of a registration; a parent may be one of them. */
function refuseRegister(state: OrgState, set: ChangeSet): Refusal | null {
  const units = set.register.map((unit) => ({ ...unit, from: set.on, source: set.source }));
  for (const [index, unit] of units.entries()) {
    const fault = checkNew(state, unit, units.slice(0, index));
    if (fault) return fault;
  }
  const after = applied(state, { ...set, changes: [] });
  for (const unit of units) {
    const fault = unit.parent === null ? null : checkParent(after, unit);
    if (fault) return fault;
  }
  return null;
}

/** Each unit ends once, and whoever ends takes over nothing, in any of the set's changes. */
function refuseChanges(state: OrgState, set: ChangeSet): Refusal | null {
  const before = applied(state, { ...set, changes: [] });
  const ending = endedBy(set.changes);
  const twice = ending.find((unit, index) => ending.indexOf(unit) !== index);
  const taker = set.changes.flatMap(successorsOf).find((unit) => ending.includes(unit));
  const named = twice ?? taker;
  if (named !== undefined) return refuse('unit.named-twice', { unit: named });
  for (const change of set.changes) {
    const successors = successorsOf(change);
    const fault = checkEnding(before, endedBy([change]), successors, set.on);
    if (fault) return fault;
    if (change.kind === 'split' && change.into.length < 2) {
      return refuse('unit.split-into-one', { unit: change.unit, into: change.into });
    }
  }
  return null;
}

/**
 * Two successions overlap when one speaks of a unit that the other has ended, or is still handing over, or has changed
 * on a later day: history is appended to.
 */
function refuseOverlap(state: OrgState, set: ChangeSet): Refusal | null {
  const all = new Set([...endedBy(set.changes), ...takersIn(set)]);
  for (const [id, other] of Object.entries(state.reorganisations ?? {})) {
    if (other.status === 'undone') continue;
    const shared = [...other.ended, ...other.takers].find((unit) => all.has(unit));
    if (shared === undefined) continue;
    const params = { unit: shared, reorganisation: id, title: other.title, on: other.on };
    if (other.ended.includes(shared) || other.status !== 'done') {
      return refuse('reorganisation.overlaps', params);
    }
    if (other.on > set.on) return refuse('reorganisation.out-of-order', params);
  }
  return null;
}

/** An heir is named once for a unit that ends here, is one of its successors if it has any, and is there on the day. */
function refuseHeirs(after: OrgState, { changes, heirs, on }: ChangeSet): Refusal | null {
  const ended = endedBy(changes);
  for (const [index, { unit, heir, reason }] of heirs.entries()) {
    if (!ended.includes(unit)) return refuse('reorganisation.heir-not-ended', { unit });
    if (heirs.findIndex((one) => one.unit === unit) < index) {
      return refuse('unit.named-twice', { unit });
    }
    const change = changes.find((one) => endedBy([one]).includes(unit))!;
    const given = successorsOf(change);
    if (heir === unit) {
      return refuse('reorganisation.heir-is-itself', { unit, successors: given });
    }
    if (given.length === 1 && given[0] !== heir) {
      return refuse('reorganisation.heir-is-given', { unit, heir: given[0]! });
    }
    if (given.length > 1 && !given.includes(heir)) {
      return refuse('reorganisation.heir-not-successor', { unit, heir, successors: given });
    }
    const fault = refuseBlank(reason, 'reason') ?? checkUnit(after, heir, on);
    if (fault) return fault;
  }
  return null;
}

function refuseSize(data: ChangeSet & { readonly successions: readonly Succession[] }) {
  const size = utf8Length(JSON.stringify(data));
  if (size > SET_BYTES) return refuse('reorganisation.too-large', { size, limit: SET_BYTES });
  const moving = utf8Length(JSON.stringify(data.successions));
  return moving > SUCCESSION_BYTES
    ? refuse('reorganisation.too-large', { size: moving, limit: SUCCESSION_BYTES })
    : null;
}
