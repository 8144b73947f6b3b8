/** Organisational units with dated names, parents, kinds and role classes; contacts only by reference. */
import type { Command, Event, LocalDate, Text } from '../kernel';

/** Holds from `from` until the day before `to`; `to` null means still. */
export type Dated<T> = {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
  readonly value: T;
  readonly source: string;
};

export type Contact = {
  readonly role: 'focal' | 'head';
  /** Position shown to people, never a name. */
  readonly position: Text;
  /** `pii:<sha256>`: the address itself can be erased. */
  readonly email: string;
  readonly language: 'vi' | 'en';
};

export type Unit = {
  readonly id: string;
  readonly names: readonly Dated<Text>[];
  readonly aliases: readonly Dated<string>[];
  readonly parents: readonly Dated<string | null>[];
  readonly kinds: readonly Dated<string>[];
  readonly roleClasses: readonly Dated<string>[];
  readonly contacts: readonly Contact[];
  readonly ended: {
    readonly on: LocalDate;
    readonly how: 'merged' | 'split' | 'dissolved';
    readonly successors: readonly string[];
    readonly source: string;
    /** Who takes over when there are several successors, or none; absent: not named with the end. */
    readonly heir?: string;
  } | null;
};

export type OrgState = {
  readonly units: { readonly [id: string]: Unit };
  /** Change sets by id; absent before the first. */
  readonly reorganisations?: { readonly [id: string]: Reorganised };
};

/** What the organisation keeps of a change set, to tell whether another one overlaps it. */
export type Reorganised = {
  /** 1 for the first change set ever. */
  readonly ordinal: number;
  readonly title: string;
  readonly on: LocalDate;
  readonly ended: readonly string[];
  /** Whoever takes over: successors and heirs. */
  readonly takers: readonly string[];
  /** `open` until every obligation has been handed over, `undoing` until every one has been handed back. */
  readonly status: 'open' | 'done' | 'undoing' | 'undone';
};

/** A unit that comes to be with a change set: day and source are the set's. */
export type Founded = Omit<NewUnit, 'from' | 'source'>;

export type UnitChange =
  | { readonly kind: 'merge'; readonly units: readonly string[]; readonly into: string }
  | { readonly kind: 'split'; readonly unit: string; readonly into: readonly string[] }
  | { readonly kind: 'dissolve'; readonly unit: string; readonly successors: readonly string[] };

/** Who takes over what an ended unit owes, when its end does not say so or says several. */
export type NamedHeir = { readonly unit: string; readonly heir: string; readonly reason: string };

/** Decided after the change set: absent where none was. */
export type DecidedHeir = Pick<NamedHeir, 'unit' | 'heir'>;

/**
 * Whose open obligations go to whom: `to` null means that nobody is named yet. `superior` is the heir's on that day.
 */
export type Succession = {
  readonly from: string;
  readonly to: string | null;
  readonly superior: string | null;
};

/** A whole reorganisation on one day (2025: districts abolished; August 2018: departments and fire polices merged). */
export type ChangeSet = {
  readonly id: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly source: string;
  readonly register: readonly Founded[];
  readonly changes: readonly UnitChange[];
  readonly heirs: readonly NamedHeir[];
};

/** A unit as first registered; every value starts `from` the date given. */
export type NewUnit = {
  readonly id: string;
  readonly name: Text;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly kind: string;
  readonly roleClasses: readonly string[];
  readonly from: LocalDate;
  readonly source: string;
  readonly contacts: readonly Contact[];
};

type OnDate = { unit: string; on: LocalDate; source: string };

export type OrgCommand =
  | Command<'RegisterUnits', { units: readonly NewUnit[] }>
  | Command<'RenameUnit', OnDate & { name: Text; alias: string | null }>
  | Command<'AddAlias', OnDate & { alias: string }>
  | Command<'MoveUnit', OnDate & { parent: string | null }>
  | Command<'ChangeRoleClasses', OnDate & { roleClasses: readonly string[] }>
  | Command<'SetContacts', { unit: string; contacts: readonly Contact[] }>
  | Command<'MergeUnits', { units: readonly string[]; into: string; on: LocalDate; source: string }>
  | Command<'SplitUnit', OnDate & { into: readonly string[] }>
  | Command<'DissolveUnit', OnDate & { successors: readonly string[] }>
  | Command<'ReorganiseUnits', ChangeSet, undefined>
  | Command<'UndoReorganisation', { id: string; reason: string }>
  | Command<
      'NoteReorganisationDone',
      { id: string; back: boolean; heirs: readonly string[]; decided?: readonly DecidedHeir[] }
    >
  | Command<'WakeUp', Record<string, never>>;

export type OrgEvent =
  | Event<'UnitsRegistered', { units: readonly NewUnit[] }>
  | Event<'UnitRenamed', OnDate & { name: Text; alias: string | null }>
  | Event<'AliasAdded', OnDate & { alias: string }>
  | Event<'UnitMoved', OnDate & { parent: string | null }>
  | Event<'RoleClassesChanged', OnDate & { roleClasses: readonly string[] }>
  | Event<'ContactsSet', { unit: string; contacts: readonly Contact[] }>
  | Event<'UnitsMerged', { units: readonly string[]; into: string; on: LocalDate; source: string }>
  | Event<'UnitSplit', OnDate & { into: readonly string[] }>
  | Event<'UnitDissolved', OnDate & { successors: readonly string[] }>
  | Event<'UnitsReorganised', ChangeSet & { successions: readonly Succession[] }>
  | Event<
      'ReorganisationUndone',
      {
        id: string;
        title: string;
        on: LocalDate;
        source: string;
        reason: string;
        restored: readonly string[];
      }
    >
  | Event<
      'ReorganisationNotedDone',
      { id: string; heirs: readonly string[]; decided?: readonly DecidedHeir[] }
    >;
