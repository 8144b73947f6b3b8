/** How a part is, for /readyz. Invariant: a part that hangs is told like one that refuses, and the page answers in time. */
import { isFailure } from './failure';

const WITHIN_MS = 2_000;
/** What every service stands on. */
const DATABASE = 'PostgreSQL does not answer: start it, or look at its log and its host';

/** `ok` when what was asked is answered in time; otherwise what is wrong and what to do, or what `told` makes of it. */
export async function partState(
  asked: Promise<unknown>,
  wrong: string,
  told: (thrown: unknown) => string = () => wrong,
): Promise<string> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    late = setTimeout(() => resolve(wrong), WITHIN_MS);
  });
  const answered = asked.then(
    () => 'ok',
    (thrown: unknown) => told(thrown),
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

const OBJECTS = 'the S3 server of the contents does not answer: look at its log and its host';

/**
 * The part `content`, where bytes of contents lie outside PostgreSQL; nothing otherwise. It makes no service unready: what
 * needs it waits or is refused, everything else goes on.
 */
export async function contentParts(ledger: {
  probeContents(): Promise<boolean>;
}): Promise<{ readonly content?: string }> {
  let outside = true;
  const asked = ledger.probeContents().then((it) => (outside = it));
  const content = await partState(asked, OBJECTS, wordsOf);
  return outside ? { content } : {};
}

function wordsOf(thrown: unknown): string {
  return isFailure(thrown) ? `${thrown.message}: ${thrown.nextStep}` : OBJECTS;
}
