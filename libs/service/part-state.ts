/** How a part is, for /readyz. Invariant: a part that hangs is told like one that refuses, and the page answers in time. */

const WITHIN_MS = 2_000;
/** What every service stands on. */
const DATABASE = 'PostgreSQL does not answer: start it, or look at its log and its host';

/** `ok` when what was asked is answered in time; otherwise what is wrong and what to do. */
export async function partState(asked: Promise<unknown>, wrong: string): Promise<string> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    late = setTimeout(() => resolve(wrong), WITHIN_MS);
  });
  const answered = asked.then(
    () => 'ok',
    () => wrong,
  );
  try {
    return await Promise.race([answered, tooLate]);
  } finally {
    clearTimeout(late);
  }
}

/** @param ledger any look at the database */
export function databaseState(ledger: { now(): Promise<unknown> }): Promise<string> {
  return partState(ledger.now(), DATABASE);
}
