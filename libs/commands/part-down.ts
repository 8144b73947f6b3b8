/** Which part does not answer the dispatcher, as far as the fault tells, and what the operator should do. */
import { databaseFault, Failure, type UndecidedRestore } from '../ledger';

export type PartDown = {
  readonly message: string;
  readonly nextStep: string;
  readonly cause: unknown;
};

/** gRPC: cancelled, deadline exceeded, resource exhausted, unavailable. */
const AWAY = new Set<unknown>([1, 4, 8, 14]);

/** Whether Temporal did not answer at all: what it refuses for one stream is that stream's. Only gRPC has codes in numbers. */
export function isTemporalAway(thrown: unknown): boolean {
  const { name, code, cause } = Object(thrown) as Record<string, unknown>;
  const asked = name === 'ServiceError' ? (Object(cause) as { code?: unknown }).code : code;
  return AWAY.has(asked);
}

export function partDown(thrown: unknown): PartDown {
  const cause = isTemporalAway(thrown) ? temporalAway(thrown) : databaseFault(thrown);
  const { message, nextStep } = Object(cause) as { message?: string; nextStep?: string };
  return {
    message: `the dispatcher tries again: ${message ?? 'the ledger or Temporal does not answer'}`,
    nextStep: nextStep ?? 'look at the cause, and at the logs of PostgreSQL and Temporal',
    cause,
  };
}

/** Why nothing is decided after a restore. */
export function heldBy({ since, seq }: UndecidedRestore) {
  return {
    code: 'restore.undecided',
    message: `the database was restored on ${since} up to entry ${seq}, and nobody has decided about it: nothing is decided`,
    nextStep: 'dondoc restore confirm --checkpoint FILE (docs/operations.md, After a restore)',
  };
}

function temporalAway(cause: unknown): Failure {
  return new Failure('temporal.away', 'Temporal does not answer', {
    cause,
    nextStep: 'start it, or look at its log: reports are taken meanwhile, and decided then',
  });
}
