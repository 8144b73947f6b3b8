import { databaseState, partState } from './part-state';

test('a part that answers is ok; one that refuses or hangs is told with what to do', async () => {
  expect(await partState(Promise.resolve(), 'start it')).toBe('ok');
  expect(await partState(Promise.reject(new Error('refused')), 'start it')).toBe('start it');
  expect(await databaseState({ now: () => new Promise(() => {}) })).toMatch(
    /^PostgreSQL does not answer: start it/,
  );
});
