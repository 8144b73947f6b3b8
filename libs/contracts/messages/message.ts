/**
 * A code said to people: what is wrong and what to do, in Vietnamese (authoritative) and English, with the values it
 * speaks of put in. A value that is missing shows as an ellipsis: a sentence never fails.
 */
import type { Json, Role, Text } from '../../domain';
import { ROLE } from '../commendation-words';
import { localDateText, localMonthText, localTimeText } from '../local-time';
import type { CommandType } from '../commands/row';
import { COMMANDS } from '../commands/table';
import { RIGHT_NAME, type Right } from '../commands/rights';
import { inWords, unitKindText } from '../words';

export type Message = {
  /** The HTTP status that goes with it. */
  readonly status: number;
  /** What is wrong; `{name}` is replaced by the parameter of that name in words, `{=name}` by it as it is typed. */
  readonly title: Text;
  /** What to do. */
  readonly next: Text;
};

export type Params = { readonly [name: string]: Json };

/** Table rows are `[status, vi, en, next vi, next en]`: one line of sense per code. */
export type Row = readonly [status: number, vi: string, en: string, nextVi: string, nextEn: string];

export function messages<Code extends string>(rows: Record<Code, Row>): Record<Code, Message> {
  const entries = Object.entries<Row>(rows).map(([code, [status, vi, en, nextVi, nextEn]]) => [
    code,
    { status, title: { vi, en }, next: { vi: nextVi, en: nextEn } },
  ]);
  return Object.fromEntries(entries) as Record<Code, Message>;
}

/** Names of units by their ids, as far as whoever says it knows them. */
export type UnitNames = { readonly [unit: string]: Text };

/** The parameters that are units. */
const UNITS: readonly string[] = [
  ...['unit', 'units', 'of', 'other', 'bodies', 'body', 'actorUnit', 'holders', 'entitled'],
  ...['heir', 'successors', 'issuer', 'standingBody', 'nominatedBy', 'authority', 'takenBy'],
  ...['receiver', 'receivers', 'to', 'from', 'subject'],
];

/** Every unit that the parameters may speak of. */
export function unitsIn(params: Params): string[] {
  const values = UNITS.flatMap((name) => params[name] ?? []);
  return values.filter((value): value is string => typeof value === 'string');
}

/** @param names a unit that is among them is said by its name, its id behind it */
export function interpolate(text: Text, params: Params, names: UnitNames = {}): Text {
  const units = new Map(unitsIn(params).flatMap((unit) => named(unit, names)));
  const said = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      UNITS.includes(name) ? byName(value, units) : value,
    ]),
  );
  return { vi: fill(text.vi, said, 'vi'), en: fill(text.en, said, 'en') };
}

function named(unit: string, names: UnitNames): [string, Text][] {
  if (!Object.hasOwn(names, unit)) return [];
  const { vi, en } = names[unit]!;
  if (vi === unit) return [];
  return [[unit, { vi: `${vi} (${unit})`, en: `${en} (${unit})` }]];
}

function byName(value: Json, units: ReadonlyMap<string, Text>): Json {
  if (Array.isArray(value)) return value.map((item: Json) => byName(item, units));
  return typeof value === 'string' ? (units.get(value) ?? value) : value;
}

/** Parameters that a person types back as they stand. */
const TYPED: readonly string[] = ['role', 'roles', 'period'];

/** What may be asked now, of which the engine's own steps are nobody's. */
const ASKABLE: readonly string[] = ['possible', 'actions'];

function fill(template: string, params: Params, language: 'vi' | 'en'): string {
  return template.replace(/\{(=?)(\w+)\}/g, (_all, asTyped: string, name: string) => {
    const value = params[name];
    if (asTyped === '=') return typed(value, language);
    if (name === 'roleName' || name === 'needed') return rolesSaid(value ?? params.role, language);
    if (name === 'roleNames') return rolesTyped(params.roles, language);
    if (name === 'rightName') return rightSaid(params.right, language);
    if (name === 'holders') return holdersSaid(value, language);
    if (TYPED.includes(name)) return typed(value, language);
    if (ASKABLE.includes(name) && Array.isArray(value)) return askable(value, language);
    if (name === 'units' && isNobody(value)) return language === 'vi' ? 'không nêu' : 'not stated';
    if (name === 'successors' && isNobody(value)) return language === 'vi' ? 'chưa có' : 'none yet';
    return said(value, language);
  });
}

/** No unit at all, as a list or as it was once written out. */
function isNobody(value: Json | undefined): boolean {
  return Array.isArray(value) ? value.length === 0 : value === '' || value === '–';
}

/** The office's word for a role; the engine's own is nobody's to ask. */
function rolesSaid(value: Json | undefined, language: 'vi' | 'en'): string {
  const roles = [value].flat();
  const people = roles.filter((role) => role !== 'system');
  return (people.length > 0 ? people : roles)
    .map((role) =>
      typeof role === 'string' && Object.hasOwn(ROLE, role)
        ? ROLE[role as Role][language]
        : said(role, language),
    )
    .join(', ');
}

/** In words, with the role as the header takes it behind them. */
function rolesTyped(value: Json | undefined, language: 'vi' | 'en'): string {
  return [value ?? []]
    .flat()
    .map((role: Json) => `${rolesSaid(role, language)} (${typed(role, language)})`)
    .join(', ');
}

function rightSaid(value: Json | undefined, language: 'vi' | 'en'): string {
  return typeof value === 'string' && Object.hasOwn(RIGHT_NAME, value)
    ? RIGHT_NAME[value as Right][language]
    : typed(value, language);
}

/** Who may award: kinds of units in words, and units, which have their names by now. */
function holdersSaid(value: Json | undefined, language: 'vi' | 'en'): string {
  return [value ?? []]
    .flat()
    .map((one: Json) =>
      typeof one === 'string' ? unitKindText(one)[language] : said(one, language),
    )
    .join('; ');
}

/** The parameters as a caller is told them: without the engine's own steps among what may be asked now. */
export function publicParams(params: Params): Params {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      ASKABLE.includes(name) && Array.isArray(value) ? withoutEngine(value) : value,
    ]),
  );
}

function withoutEngine(value: readonly Json[]): readonly Json[] {
  return value.filter((one) => typeof one !== 'string' || !isOfEngine(one));
}

function askable(value: readonly Json[], language: 'vi' | 'en'): string {
  const mine = withoutEngine(value);
  if (mine.length > 0) return said(mine, language);
  return language === 'vi' ? 'không có việc nào' : 'nothing';
}

function isOfEngine(type: string): boolean {
  return (
    type === 'WakeUp' || (Object.hasOwn(COMMANDS, type) && COMMANDS[type as CommandType].internal)
  );
}

/** No word of ours: a code of somebody's form may be spelled like one. */
function typed(value: Json | undefined, language: 'vi' | 'en'): string {
  if (Array.isArray(value)) return value.map((item: Json) => typed(item, language)).join(', ');
  return typeof value === 'string' ? value : said(value, language);
}

function said(value: Json | undefined, language: 'vi' | 'en'): string {
  if (value === undefined || value === null) return '…';
  if (Array.isArray(value)) return value.map((item: Json) => said(item, language)).join(', ');
  if (typeof value === 'object') {
    const words = (value as Params)[language];
    return typeof words === 'string' ? words : JSON.stringify(value);
  }
  if (typeof value !== 'string') return String(value);
  if (Object.hasOwn(COMMANDS, value)) return COMMANDS[value as CommandType].summary[language];
  return (
    localTimeText(value, language) ??
    localDateText(value) ??
    localMonthText(value) ??
    inWords(value, language)
  );
}
