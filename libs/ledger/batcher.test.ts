/** Groups form by themselves, keep their order and their limits, and shield callers from each other. */
import { createBatcher } from './batcher';

function recorder(options: { limit: number; keyOf?: (item: number) => string }) {
  const groups: number[][] = [];
  const submit = createBatcher<number, number>({
    ...options,
    run: async (items) => {
      groups.push([...items]);
      await Promise.resolve();
      if (items.some((item) => item < 0)) {
        throw Object.assign(new Error('bad row'), { code: items.includes(-1) ? '23505' : '08006' });
      }
      return items.map((item) => ({ value: item * 2 }));
    },
  });
  return { groups, submit };
}

test('calls made together stand in one group, up to the limit', async () => {
  const { groups, submit } = recorder({ limit: 3 });
  expect(await Promise.all([1, 2, 3, 4].map((item) => submit(item)))).toEqual([2, 4, 6, 8]);
  expect(groups).toEqual([[1, 2, 3], [4]]);
});

test('two items with one key never stand in one group, and keep their order', async () => {
  const { groups, submit } = recorder({ limit: 9, keyOf: (item) => String(item % 10) });
  await Promise.all([1, 11, 2, 21].map((item) => submit(item)));
  expect(groups).toEqual([[1, 2], [11], [21]]);
});

test('a fault of one caller’s rows fails that caller alone', async () => {
  const { submit } = recorder({ limit: 9 });
  const settled = await Promise.allSettled([1, -1, 3].map((item) => submit(item)));
  expect(settled.map((each) => each.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('a lost connection fails the group at once: trying each alone would only take longer', async () => {
  const { groups, submit } = recorder({ limit: 9 });
  const settled = await Promise.allSettled([1, -2, 3].map((item) => submit(item)));
  expect(settled.map((each) => each.status)).toEqual(['rejected', 'rejected', 'rejected']);
  expect(groups).toHaveLength(1);
});
