/** What becomes of outcomes when the database goes away while messages are under way. */
import { OutcomeWriter } from './outcome-writer';

const sent = (messageId: string) => ({ messageId, state: 'sent', detail: null }) as const;

test('outcomes of one moment are written together, those that come meanwhile after them', async () => {
  const written: string[][] = [];
  const writer = new OutcomeWriter(async (outcomes) => {
    written.push(outcomes.map(({ messageId }) => messageId));
  });
  for (const id of ['a', 'b', 'c']) writer.add(sent(id));
  await writer.written();
  expect(written).toEqual([['a'], ['b', 'c']]);
});

test('after a write that failed nothing more is written, and whoever waits is told', async () => {
  let writes = 0;
  const writer = new OutcomeWriter(async () => {
    writes += 1;
    throw new Error('the database is away');
  });
  writer.add(sent('a'));
  await expect(writer.written()).rejects.toThrow('the database is away');
  writer.add(sent('b'));
  await expect(writer.written()).rejects.toThrow('the database is away');
  expect(writes).toBe(1);
});
