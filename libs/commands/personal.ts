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
  let kept = data;
  for (const path of paths) kept = await replace(kept, path, (value) => ledger.keep(value));
  return kept;
}

async function replace(
  value: unknown,
  [head, ...rest]: PersonalPath,
  keep: (value: string) => Promise<string>,
): Promise<unknown> {
  if (head === undefined) {
    return typeof value === 'string' && !TOKEN.test(value) ? await keep(value) : value;
  }
  if (head === '*') {
    if (!Array.isArray(value)) return value;
    const list: unknown[] = [];
    for (const item of value) list.push(await replace(item, rest, keep));
    return list;
  }
  if (value === null || typeof value !== 'object' || !(head in value)) return value;
  const record = value as Record<string, unknown>;
  return { ...record, [head]: await replace(record[head], rest, keep) };
}
