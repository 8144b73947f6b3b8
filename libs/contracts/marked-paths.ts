/**
 * Where in a schema a mark stands (`personal`, `content`, `file`, `token`): found by walking the schema, so that a field cannot be
 * personal in one place and forgotten in another.
 */
import { z } from 'zod';

/** `['units', '*', 'contacts', '*', 'email']`: `*` goes into every element of a list. */
export type MarkedPath = readonly string[];

export type Mark = 'personal' | 'content' | 'file' | 'token';

type Node = z.core.$ZodType;

export function markedPaths(schema: Node, mark: Mark): MarkedPath[] {
  const found = new Map<string, MarkedPath>();
  walk(schema, mark, [], (path) => found.set(path.join('/'), path));
  return [...found.values()];
}

function walk(node: Node, mark: Mark, path: MarkedPath, tell: (path: MarkedPath) => void): void {
  if (z.globalRegistry.get(node)?.[mark] === true) tell(path);
  for (const [step, inner] of inside(node)) walk(inner, mark, [...path, ...step], tell);
}

/** The schemas inside one, each with the step that leads there; a wrapper's step is empty. */
function inside(node: Node): [MarkedPath, Node][] {
  const { def } = (node as z.core.$ZodTypes)._zod;
  switch (def.type) {
    case 'object':
      return Object.entries(def.shape).map(([key, inner]) => [[key], inner]);
    case 'array':
      return [[['*'], def.element]];
    case 'union':
      return def.options.map((option) => [[], option]);
    case 'nullable':
    case 'optional':
    case 'default':
      return [[[], def.innerType]];
    case 'pipe':
      return [
        [[], def.in],
        [[], def.out],
      ];
    default:
      return [];
  }
}

/** Every value that stands at one of the paths. */
export function valuesAt(data: unknown, paths: readonly MarkedPath[]): unknown[] {
  return paths.flatMap((path) => at(data, path));
}

function at(value: unknown, [head, ...rest]: MarkedPath): unknown[] {
  if (value === null || value === undefined) return [];
  if (head === undefined) return [value];
  if (head === '*') return Array.isArray(value) ? value.flatMap((item) => at(item, rest)) : [];
  return typeof value === 'object' ? at((value as Record<string, unknown>)[head], rest) : [];
}
