/** In order, without a hole, once the handler is done with the one before: whatever the transport brings. */
import * as fc from 'fast-check';
import type { Entry, Ledger } from '../ledger';
import { Delivery } from './delivery';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

const entry = (seq: number) => ({ seq }) as Entry;

/** A book of `last` entries with a consumer at `cursor`. */
function book(last: number, cursor = 0): Ledger {
  const all = Array.from({ length: last }, (_, n) => entry(n + 1));
  const part: Partial<Ledger> = {
    entriesAfter: async (seq, limit) => all.slice(seq, seq + limit),
    lastSeq: async () => last,
    cursor: async () => cursor,
    moveCursor: async () => undefined,
  };
  return part as Ledger;
}

function delivery(ledger: Ledger, batchSize = 3) {
  const batches: number[][] = [];
  const made = new Delivery({
    ledger,
    log: quiet,
    consumer: 'projector',
    batchSize,
    handler: async (entries) => {
      batches.push(entries.map(({ seq }) => seq));
    },
  });
  return { made, batches };
}

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, n) => from + n);

test('whatever a transport doubles, loses or brings in pieces, every entry is handed over once and in order', () =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 0, max: 20 }),
      fc.array(fc.array(fc.integer({ min: 1, max: 20 }), { maxLength: 8 })),
      async (cursor, arrivals) => {
        const { made, batches } = delivery(book(20, cursor));
        await made.open();
        for (const arrival of arrivals) {
          await made.deliver(arrival.map(entry));
        }
        const highest = Math.max(cursor, ...arrivals.flat());
        expect(batches.flat()).toEqual(numbers(cursor + 1, highest));
        expect(batches.every((batch) => batch.length <= 3)).toBe(true);
      },
    ),
  ));

test('a hole is filled from the ledger before what comes after it', async () => {
  const { made, batches } = delivery(book(10, 2), 100);
  await made.open();
  await made.deliver([entry(6), entry(7)]);
  expect(batches).toEqual([
    [3, 4, 5],
    [6, 7],
  ]);
});

test('batches are handed over one at a time, also when two arrivals overlap', async () => {
  let atWork = 0;
  let most = 0;
  const made = new Delivery({
    ledger: book(20),
    log: quiet,
    consumer: 'projector',
    batchSize: 2,
    handler: async () => {
      most = Math.max(most, (atWork += 1));
      await new Promise(setImmediate);
      atWork -= 1;
    },
  });
  await Promise.all([made.deliver(numbers(1, 8).map(entry)), made.deliverFromLedger(20)]);
  expect(most).toBe(1);
  expect(made.cursor).toBe(20);
});

test('a database that is away for a moment is waited for; any other fault stops the consumer', async () => {
  let tries = 0;
  const away = Object.assign(new Error('gone'), { code: '57P01' });
  const made = new Delivery({
    ledger: book(3),
    log: quiet,
    consumer: 'projector',
    batchSize: 10,
    handler: async () => {
      tries += 1;
      if (tries === 1) throw away;
    },
  });
  await made.deliver([entry(1)]);
  expect(tries).toBe(2);

  const failing = new Delivery({
    ledger: book(3),
    log: quiet,
    consumer: 'projector',
    batchSize: 10,
    handler: async () => {
      throw new Error('a mistake of ours');
    },
  });
  await expect(failing.deliver([entry(1)])).rejects.toThrow('a mistake of ours');
  expect(failing.cursor).toBe(0);
});
