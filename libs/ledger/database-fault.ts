/**
 * PostgreSQL is away, full or out of connections: how that is recognised, and what the operator is told whoever finds out.
 * Invariant: a fault that counts as passing left nothing half done, so the same work may be tried again.
 */
import { Failure, isTransient } from './failure';

/** SQLSTATE classes 08 (connection), 57P (shutdown), 53 (resources), 40 (serialization, deadlock), 58030 (disk); sockets. */
const PASSING = /^(08|57P|53|40|58030)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;
const PASSING_TEXT = /Connection terminated|timeout exceeded when trying to connect/i;
const NO_ROOM = '53100';

/** Whether a fault of PostgreSQL goes away by itself and left nothing half done. */
export function isPassing(thrown: unknown): boolean {
  return causes(thrown).some(
    (it) => PASSING.test(codeOf(it)) || (it instanceof Error && PASSING_TEXT.test(it.message)),
  );
}

/** A passing fault with its part and what to do; anything else is passed on as it is. */
export function databaseFault(thrown: unknown): unknown {
  if (!isPassing(thrown) || causes(thrown).some(isTransient)) return thrown;
  if (causes(thrown).some((it) => codeOf(it) === NO_ROOM)) {
    return new Failure('postgres.disk-full', 'PostgreSQL has no room left on its disk', {
      cause: thrown,
      nextStep: 'make room on the disk of the database: what waits goes on by itself',
    });
  }
  return new Failure('postgres.away', 'PostgreSQL does not answer', {
    cause: thrown,
    nextStep: 'start it, or look at its log and its host: what waits goes on by itself',
  });
}

function causes(thrown: unknown): unknown[] {
  const all: unknown[] = [];
  for (let it: unknown = thrown; it instanceof Error && all.length < 5; it = it.cause) all.push(it);
  return all;
}

function codeOf(thrown: unknown): string {
  const { code } = Object(thrown) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
