/** The point in time up to which a backup is restored: `@SEQ`, or an instant on the deployment's clock. */
import type { Instant } from '../domain';
import { Failure } from '../ledger';
import type { Index } from './format';

export type Point =
  | { readonly kind: 'all' }
  | { readonly kind: 'sequence'; readonly seq: number }
  | { readonly kind: 'instant'; readonly at: Instant };

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)$/;

/** @param text `@1200`, or an instant as `2018-12-18T10:00:00.000Z` */
export function pointOf(text: string | undefined, index: Index): Point {
  if (text === undefined) return { kind: 'all' };
  const last = index.last?.seq ?? 0;
  if (text.startsWith('@')) {
    const seq = /^@[1-9]\d{0,15}$/.test(text) ? Number(text.slice(1)) : NaN;
    if (seq <= last) return { kind: 'sequence', seq };
    throw noPoint(text, `the backup holds the entries 1 to ${last}`);
  }
  const at = new Date(WITH_ZONE.test(text) ? text : NaN);
  if (Number.isNaN(at.getTime())) {
    throw noPoint(text, 'it is neither @SEQUENCE nor an instant with its zone');
  }
  const instant = at.toISOString();
  if (index.now !== null && instant <= index.now) return { kind: 'instant', at: instant };
  throw noPoint(text, `the backup was taken at ${index.now ?? 'no instant'}`);
}

function noPoint(text: string, why: string): Failure {
  return new Failure('restore.no-such-point', `there is no point ${text} in this backup: ${why}`, {
    nextStep: 'name a sequence (--to @1200) or an instant (--to 2026-11-29T10:00:00Z) within it',
  });
}
