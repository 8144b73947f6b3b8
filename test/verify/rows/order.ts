/** Entries in an order that cannot be, by somebody who holds the database and the right keys. */
import { canonicalize } from '../../../libs/audit';
import { chained, loose, played, renumbered, signed } from '../support/insider';
import type { Row } from '../support/row';

import { at, ROUND, says } from '../support/says';

const resigned = async (entries: readonly string[]) => signed(entries);
const moved = <T>(items: readonly T[], from: number, to: number): T[] =>
  items.toSpliced(from, 1).toSpliced(to, 0, items[from]!);

export const ORDER_ROWS: readonly Row[] = [
  says(
    'an event by another actor than its command',
    `${ROUND}@4`,
    (it) => {
      it.data.actor = { id: 'nobody', role: 'clerk', unit: 'nowhere' };
      return it;
    },
    'illegal-order',
  ),
  says(
    'an event of another command',
    `${ROUND}@4`,
    (it) => ({ ...it, correlationid: 'c9999' }),
    'illegal-order',
  ),
  says(
    'an event at another time than its command',
    `${ROUND}@4`,
    (it) => ({ ...it, time: '2014-08-18T02:59:00.000Z' }),
    'illegal-order',
  ),
  {
    what: 'an event before its command',
    expected: 'illegal-order',
    async make() {
      const entries = moved(loose(), at(`${ROUND}@4`), at(`${ROUND}@3`));
      const numbered = renumbered(entries).map((it) =>
        it.id === `${ROUND}@3` ? { ...it, causationid: `${ROUND}@4` } : it,
      );
      return { zip: await signed(chained(numbered)), sequence: at(`${ROUND}@3`) + 1 };
    },
  },
  {
    what: 'a stream that begins with an event',
    expected: 'illegal-order',
    async make() {
      const entries = loose().filter(({ id }) => id !== 'org@1');
      return { zip: await signed(chained(renumbered(entries))), sequence: 1 };
    },
  },
  says(
    'time going back by a day',
    'directive/d-07@3',
    (it) => ({ ...it, recordedat: '2014-08-14T02:00:00.000Z' }),
    'time-back',
  ),
  {
    what: 'an entry dropped, the rest as it was, signed anew',
    expected: 'dropped',
    runs: 5,
    async make(pick) {
      const middle = played.entries.flatMap((_, it) =>
        it > 10 && it < 24 && ![14, 15].includes(it) ? [it] : [],
      );
      const gone = middle[pick(middle.length - 1)]!;
      return { zip: await resigned(played.entries.toSpliced(gone, 1)) };
    },
  },
  {
    what: 'two entries of a stream that changed places, signed anew',
    expected: 'reordered',
    make: async () => ({ zip: await resigned(moved(played.entries, 7, 6)), sequence: 7 }),
  },
  {
    what: 'an entry twice in the ledger itself',
    expected: 'duplicated',
    make: async () => ({ zip: await resigned(played.entries.toSpliced(8, 0, played.entries[7]!)) }),
  },
  {
    what: 'an altered entry whose follower names the old one',
    expected: 'chain',
    async make() {
      const entry = loose()[at(`${ROUND}@6`)]!;
      const bytes = canonicalize({
        ...entry,
        data: { ...entry.data, receivedAt: '2014-08-18T03:59:59.000Z' },
      });
      const sequence = at(`${ROUND}@6`) + 1;
      return {
        zip: await resigned(played.entries.with(sequence - 1, bytes)),
        sequence: sequence + 1,
      };
    },
  },
  {
    what: 'a stream with two entries of one version',
    expected: 'stream-split',
    async make() {
      const entry = loose()[at(`${ROUND}@6`)]!;
      const bytes = canonicalize({
        ...entry,
        correlationid: 'c9999',
        data: { ...entry.data, commandId: 'c9999' },
      });
      const sequence = at(`${ROUND}@6`) + 2;
      return { zip: await resigned(played.entries.toSpliced(sequence - 1, 0, bytes)), sequence };
    },
  },
  {
    what: 'a stream split: its end stands under another name, the chain as it was',
    expected: 'stream-split',
    async make() {
      const from = at('directive/d-07@5');
      const entries = loose().map((it) =>
        it.subject === 'directive/d-07' && it.streamversion > 4
          ? { ...it, subject: 'directive/d-07b' }
          : it,
      );
      const bytes = renumbered(entries).map((it) => canonicalize(it));
      return { zip: await resigned(bytes), sequence: from + 1 };
    },
  },
];
