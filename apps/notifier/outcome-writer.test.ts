import type { TryOutcome } from './mail-messages-store';
import { OutcomeWriter } from './outcome-writer';

const sent = (messageId: string): TryOutcome => ({ messageId, state: 'sent', detail: null });

test('outcomes of one moment are written together, each once', async () => {
  const writes: string[][] = [];
  const writer = new OutcomeWriter(async (outcomes) => {
    writes.push(outcomes.map(({ messageId }) => messageId));
  });
  for (const id of ['a', 'b', 'c']) writer.add(sent(id));
  await writer.written();
  expect(writes).toEqual([['a', 'b', 'c']]);
});

test('a write that fails is told, and an outcome that comes after it neither writes nor hangs', async () => {
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
