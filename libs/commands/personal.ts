/** Replaces personal values by tokens before anything is logged or recorded; salt and value stay where they can be erased. */
import type { Ledger } from '../ledger';

/** `['units','*','contacts','*','email']`: `*` goes into every element of a list. */
export type PersonalPath = readonly string[];

const TOKEN = /^pii:[0-9a-f]{64}$/;

export type Keeper = Pick<Ledger, 'keep'>;

export async function keepPersonal(
  ledger: Keeper,
  { id, data }: { readonly id: string; readonly data: unknown },
  paths: readonly PersonalPath[],
): Promise<unknown> {
  const tokens = new Map<string, string>();
  for (const value of new Set(paths.flatMap((path) => valuesAt(data, path)))) {
    tokens.set(value, await ledger.keep(value, id));
  }
  return paths.reduce((kept, path) => replace(kept, path, (value) => tokens.get(value)!), data);
}

/**
 * As `keepPersonal`, but of a repeat nothing is kept again: the new value would be in no command, and nobody could erase it.
 * `other`: the command that came first under the same key spoke of other persons, which no hash over it can tell.
 */
export async function keptOrFirst(
  ledger: Pick<Ledger, 'keep' | 'commandData' | 'reveal'>,
  asked: { readonly id: string; readonly data: unknown },
  paths: readonly PersonalPath[],
): Promise<{ readonly kept: unknown; readonly repeat: boolean; readonly other: boolean }> {
  const first = paths.length === 0 ? null : await ledger.commandData(asked.id);
  if (first === null) {
    return { kept: await keepPersonal(ledger, asked, paths), repeat: false, other: false };
  }
  const other = !(await samePersonal(ledger, asked.data, first, paths));
  return { kept: first, repeat: true, other };
}

/** What was erased since cannot be compared, and counts as the same. */
async function samePersonal(
  ledger: Pick<Ledger, 'reveal'>,
  data: unknown,
  first: unknown,
  paths: readonly PersonalPath[],
): Promise<boolean> {
  const tokens = paths.flatMap((path) => leavesAt(first, path));
  const given = paths.flatMap((path) => leavesAt(data, path));
  const known = await ledger.reveal(tokens);
  return given.every((value, at) => {
    const token = tokens[at]!;
    return value === token || (known.get(token) ?? value) === value;
  });
}

/** The data as far as a hash over it may stand in the log for ever: a hash of a mail address could be guessed. */
export function withoutPersonal(data: unknown, paths: readonly PersonalPath[]): unknown {
  return paths.reduce((kept, path) => replace(kept, path, () => 'personal'), data);
}

function valuesAt(data: unknown, path: PersonalPath): string[] {
  return leavesAt(data, path).filter((value) => !TOKEN.test(value));
}

/** Values and tokens, in the order in which they stand. */
function leavesAt(data: unknown, path: PersonalPath): string[] {
  const values: string[] = [];
  replaceLeaf(data, path, (value) => {
    values.push(value);
    return value;
  });
  return values;
}

/** What is a token already stays one. */
function replace(value: unknown, path: PersonalPath, by: (value: string) => string): unknown {
  return replaceLeaf(value, path, (leaf) => (TOKEN.test(leaf) ? leaf : by(leaf)));
}

function replaceLeaf(
  value: unknown,
  [head, ...rest]: PersonalPath,
  by: (value: string) => string,
): unknown {
  if (head === undefined) return typeof value === 'string' ? by(value) : value;
  if (head === '*') {
    return Array.isArray(value) ? value.map((item) => replaceLeaf(item, rest, by)) : value;
  }
  if (value === null || typeof value !== 'object' || !(head in value)) return value;
  const record = value as Record<string, unknown>;
  return { ...record, [head]: replaceLeaf(record[head], rest, by) };
}
