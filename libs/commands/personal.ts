/** Replaces personal values by tokens before anything is logged or recorded; salt and value go where they can be erased. */
import type { Ledger, PersonalValue } from '../ledger';

/** `['units','*','contacts','*','email']`: `*` goes into every element of a list. */
export type PersonalPath = readonly string[];

const TOKEN = /^pii:[0-9a-f]{64}$/;

type Concealed = {
  readonly data: unknown;
  /** What the tokens in it stand for, to be kept with the command. */
  readonly personal: readonly PersonalValue[];
};

export async function concealed(
  ledger: Pick<Ledger, 'conceal'>,
  { id, data }: { readonly id: string; readonly data: unknown },
  paths: readonly PersonalPath[],
): Promise<Concealed> {
  const values = new Set(paths.flatMap((path) => valuesAt(data, path)));
  const personal = await Promise.all([...values].map((value) => ledger.conceal(value, id)));
  const tokens = new Map(personal.map(({ value, token }) => [value, token]));
  return {
    data: paths.reduce((kept, path) => replace(kept, path, (value) => tokens.get(value)!), data),
    personal,
  };
}

/**
 * As `concealed`, but a repeat says what the first one said, whose tokens stay.
 * `other`: the command that came first under the same key spoke of other persons, which no hash over it can tell.
 */
export async function concealedOrFirst(
  ledger: Pick<Ledger, 'conceal' | 'commandData' | 'reveal'>,
  asked: { readonly id: string; readonly data: unknown },
  paths: readonly PersonalPath[],
): Promise<Concealed & { readonly repeat: boolean; readonly other: boolean }> {
  const first = paths.length === 0 ? null : await ledger.commandData(asked.id);
  if (first === null) {
    return { ...(await concealed(ledger, asked, paths)), repeat: false, other: false };
  }
  const other = !(await samePersonal(ledger, asked.data, first, paths));
  return { data: first, personal: [], repeat: true, other };
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
