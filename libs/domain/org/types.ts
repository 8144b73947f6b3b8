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
  } | null;
};

export type OrgState = { readonly units: { readonly [id: string]: Unit } };

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
  | Event<'UnitDissolved', OnDate & { successors: readonly string[] }>;
