/**
 * Canonical JSON (RFC 8785, JCS): one value has one text, so that hashes can be compared years later.
 * What has no exact JSON form is refused, never repaired: `undefined`, NaN, integers from 2^53, lone surrogates.
 */

/** The value that has no canonical form, and where it stands. */
export class NotCanonical extends Error {
  readonly code = 'json.not-canonical';
  constructor(
    reason: string,
    readonly path: string,
  ) {
    super(`${reason} at ${path}: make it plain JSON before it is recorded`);
    this.name = 'NotCanonical';
  }
}

/** Characters that stand in JSON text as they are. */
const PLAIN = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/** @throws {@link NotCanonical} */
export function canonicalize(json: unknown, path = '$'): string {
  switch (typeof json) {
    case 'string':
      return text(json, path);
    case 'number':
      return number(json, path);
    case 'boolean':
      return String(json);
    case 'object':
      if (json === null) return 'null';
      return Array.isArray(json) ? array(json, path) : object(json, path);
    default:
      throw new NotCanonical(`${typeof json} is not JSON`, path);
  }
}

function text(value: string, path: string): string {
  if (PLAIN.test(value)) return `"${value}"`;
  if (LONE_SURROGATE.test(value))
    throw new NotCanonical('a lone surrogate is not a character', path);
  return JSON.stringify(value);
}

function number(value: number, path: string): string {
  if (!Number.isFinite(value)) throw new NotCanonical(`${value} is not a JSON number`, path);
  if (Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new NotCanonical(`${value} is 2^53 or more and not exact`, path);
  }
  return JSON.stringify(value);
}

function array(values: readonly unknown[], path: string): string {
  let items = '';
  for (let index = 0; index < values.length; index += 1) {
    items += `${index === 0 ? '' : ','}${canonicalize(values[index], `${path}[${index}]`)}`;
  }
  return `[${items}]`;
}

function object(value: object, path: string): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    throw new NotCanonical(`an instance of ${value.constructor.name} is not plain JSON`, path);
  }
  const record = value as Readonly<Record<string, unknown>>;
  let members = '';
  // The default sort compares UTF-16 code units, which is what RFC 8785 asks for.
  for (const key of Object.keys(record).sort()) {
    const comma = members === '' ? '' : ',';
    members += `${comma}${text(key, path)}:${canonicalize(record[key], `${path}.${key}`)}`;
  }
  return `{${members}}`;
}
