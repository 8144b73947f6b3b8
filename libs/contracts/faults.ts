/** What a schema found wrong, as faults with a code of ours and a JSON pointer (RFC 6901) to the place. */
import type { z } from 'zod';
import { MESSAGES } from './messages';
import type { Fault } from './problem';

/** More than these are not listed: the sender has enough to do. */
const AT_MOST = 20;

type Issue = z.core.$ZodIssue;

export function faultsOf(issues: readonly Issue[], prefix: readonly PropertyKey[] = []): Fault[] {
  return issues.slice(0, AT_MOST).flatMap((issue) => faultOf(issue, prefix));
}

export function pointer(path: readonly PropertyKey[]): string {
  return path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

function faultOf(issue: Issue, prefix: readonly PropertyKey[]): Fault[] {
  const path = [...prefix, ...issue.path];
  const at = (code: string, params: Fault['params'] = {}): Fault[] => [
    { code, place: pointer(path), params },
  ];
  if (Object.hasOwn(MESSAGES, issue.message)) return at(issue.message);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        code: 'field.unknown',
        place: pointer([...path, key]),
        params: { keys: key },
      }));
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? at('field.missing')
        : at('field.type', { expected: issue.expected });
    case 'invalid_value':
      return at('field.value', { values: issue.values.join(', ') });
    case 'too_big':
      return at('field.too-big', { limit: Number(issue.maximum) });
    case 'too_small':
      return at('field.too-small', { limit: Number(issue.minimum) });
    case 'invalid_union':
      return faultsOfUnion(issue, path);
    default:
      return at('field.invalid');
  }
}

/**
 * Of several forms, the one of the right type that was nearly met says most; where none is of that type, the types are
 * listed; a wrong discriminator lists the right ones.
 */
function faultsOfUnion(issue: z.core.$ZodIssueInvalidUnion, path: PropertyKey[]): Fault[] {
  const ofType = issue.errors.filter((arm) => wrongTypes(arm).length === 0);
  const types = issue.errors.flatMap(wrongTypes);
  if (ofType.length === 0 && types.length > 1) {
    const expected = [...new Set(types)].join(' | ');
    return [{ code: 'field.type', place: pointer(path), params: { expected } }];
  }
  const candidates = ofType.length > 0 ? ofType : issue.errors;
  const nearest = [...candidates].sort((a, b) => a.length - b.length)[0];
  if (nearest) return nearest.flatMap((inner) => faultOf(inner, path));
  const { options } = issue as { options?: readonly unknown[] };
  return [
    options
      ? { code: 'field.value', place: pointer(path), params: { values: options.join(', ') } }
      : { code: 'field.invalid', place: pointer(path), params: {} },
  ];
}

/** What an arm expects instead of the whole value; empty when the value is of its type. */
function wrongTypes(arm: readonly Issue[]): string[] {
  return arm.flatMap((inner) =>
    inner.code === 'invalid_type' && inner.path.length === 0 ? [inner.expected] : [],
  );
}
