/**
 * What became different of one thing between two entries, from its versions: each was made by one entry, so a difference
 * names the entries that made it. What changed and changed back is no difference.
 */
import type { Text } from '../../domain';
import type { Difference } from '../rows';
import { sameValue } from './fields';
import type { Thing } from './things';

export type Span = { readonly from: number; readonly to: number };

/** Of rows of a table `t`; the first two values are the span's. */
export type Condition = { readonly sql: string; readonly values: readonly string[] };

type Row = Thing['row'];

/** What a thing was since one entry, and until another. */
export type Version = { readonly row: Row; readonly from: number; readonly until: number | null };

type Fields = ReadonlyMap<string, unknown>;

export type Telling = {
  readonly kind: Thing['kind'];
  readonly fieldsOf: (row: Row) => Fields;
  readonly labelOf: (field: string, row: Row) => Text;
};

/** Not yet by its name. */
export type Raw = Omit<Difference, 'name' | 'label' | 'symbol' | 'entries' | 'entryCount'> & {
  readonly label: Text;
  readonly thing: Thing;
  readonly made: readonly number[];
};

const NOTHING: Fields = new Map();
const CAME: Text = { vi: 'mới có', en: 'new' };
const GONE: Text = { vi: 'không còn', en: 'gone' };

/** @param versions of one thing, oldest first */
export function between(
  { kind, fieldsOf, labelOf }: Telling,
  id: string,
  versions: readonly Version[],
  { from, to }: Span,
): Raw[] {
  const then = (seq: number) =>
    versions.find((it) => it.from <= seq && (it.until === null || it.until > seq));
  const [first, last] = [then(from), then(to)];
  const thing = versions.at(-1)!.row;
  const common = {
    ...{ kind, id },
    directive: (thing.directive_id as string | undefined) ?? null,
    round: (thing.round_id as string | undefined) ?? null,
    unit: (thing.unit as string | undefined) ?? null,
    thing: { kind, row: thing },
  };
  if (!first !== !last) {
    const made = first ? [versions.at(-1)!.until!] : [versions.at(-1)!.from];
    const whole = { field: '', label: first ? GONE : CAME };
    const row = Object.fromEntries(fieldsOf((first ?? last)!.row));
    return [{ ...common, ...whole, before: first ? row : null, after: last ? row : null, made }];
  }
  if (!first || !last) return [];
  const steps = stepsOf(versions, fieldsOf, from);
  const [before, after] = [fieldsOf(first.row), fieldsOf(last.row)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((field) => !sameValue(before.get(field), after.get(field)))
    .map((field) => ({
      ...common,
      field,
      label: labelOf(field, (after.has(field) ? last : first).row),
      before: before.get(field) ?? null,
      after: after.get(field) ?? null,
      made: steps.filter((it) => it.changed(field)).map(({ seq }) => seq),
    }));
}

/** Each version against the one before it. */
function stepsOf(versions: readonly Version[], fieldsOf: Telling['fieldsOf'], after: number) {
  let before = NOTHING;
  return versions.flatMap(({ row, from }) => {
    const [was, is] = [before, fieldsOf(row)];
    before = is;
    if (from <= after) return [];
    return [{ seq: from, changed: (field: string) => !sameValue(was.get(field), is.get(field)) }];
  });
}
