/** The lines of a snapshot as a book by stream, read with the same eyes as that of a drill. */
import type { Book, Line } from '../../e2e/support/book';
import type { Snapshot } from './snapshot';

export { decidedIn, deliveriesIn, roundsOf } from '../../e2e/support/book';

export function bookOf({ lines }: Snapshot): Book {
  const book = new Map<string, Line[]>();
  for (const line of lines) {
    const before = book.get(line.stream);
    if (before) before.push(line);
    else book.set(line.stream, [line]);
  }
  return book;
}
