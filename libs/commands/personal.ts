/** Replaces personal values by tokens before anything is logged or recorded; salt and value stay where they can be erased. */
import type { Ledger } from '../ledger';

/** `['units','*','contacts','*','email']`: `*` goes into every element of a list. */
export type PersonalPath = readonly string[];

const TOKEN = /^pii:[0-9a-f]{64}$/;

export async function keepPersonal(
  ledger: Pick<Ledger, 'keep'>,
  data: unknown,
  paths: readonly PersonalPath[],
): Promise<unknown> {
  const tokens = new Map<string, string>();
  for (const value of new Set(paths.flatMap((path) => valuesAt(data, path)))) {
    tokens.set(value, await ledger.keep(value));
  }
  return paths.reduce((kept, path) => replace(kept, path, (value) => tokens.get(value)!), data);
}

/** The data as far as a hash over it may stand in the log for ever: a hash of a mail address could be guessed. */
export function withoutPersonal(data: unknown, paths: readonly PersonalPath[]): unknown {
  return paths.reduce((kept, path) => replace(kept, path, () => 'personal'), data);
}

function valuesAt(data: unknown, path: PersonalPath): string[] {
  const values: string[] = [];
  replace(data, path, (value) => {
    values.push(value);
    return value;
  });
  return values;
}

function replace(
  value: unknown,
  [head, ...rest]: PersonalPath,
  by: (value: string) => string,
): unknown {
  if (head === undefined) {
    return typeof value === 'string' && !TOKEN.test(value) ? by(value) : value;
  }
  if (head === '*') {
    return Array.isArray(value) ? value.map((item) => replace(item, rest, by)) : value;
  }
  if (value === null || typeof value !== 'object' || !(head in value)) return value;
  const record = value as Record<string, unknown>;
  return { ...record, [head]: replace(record[head], rest, by) };
}
