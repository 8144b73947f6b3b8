/** A Temporal that was away or is another is noticed, once, and asked at most once a second. */
import { ServerWatch } from './server-watch';

const gone = new Error('unavailable');
let answers: (string | Error)[] = [];
let clock = 0;

async function looks(): Promise<unknown[]> {
  const watch = new ServerWatch(async () => {
    const answer = answers.shift()!;
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const seen: unknown[] = [];
  while (answers.length > 0) {
    clock += 1_000;
    seen.push((await watch.look())?.is);
  }
  return seen;
}

beforeEach(() => jest.spyOn(performance, 'now').mockImplementation(() => clock));
afterEach(() => jest.restoreAllMocks());

test('one that was away, and one that is another, may have lost what it knew', async () => {
  answers = ['a', 'a', gone, gone, 'a', 'a', 'b', 'b'];
  expect(await looks()).toEqual([
    ...['as before', 'as before', 'away', 'away', 'back'],
    ...['as before', 'another', 'as before'],
  ]);
});

test('one look without an answer is a slow server, unless another one answers then', async () => {
  answers = ['a', gone, 'a', gone, 'b'];
  expect(await looks()).toEqual(['as before', 'away', 'as before', 'away', 'another']);
});

test('that it is away is told once', async () => {
  const watch = new ServerWatch(() => Promise.reject(gone));
  clock += 1_000;
  expect(await watch.look()).toEqual({ is: 'away', first: true, cause: gone });
  clock += 1_000;
  expect(await watch.look()).toEqual({ is: 'away', first: false, cause: gone });
});

test('it is asked once a second, and not while an answer is waited for', async () => {
  let answer = (_id: string): void => undefined;
  const watch = new ServerWatch(() => new Promise((resolve) => (answer = resolve)));
  clock += 1_000;
  const first = watch.look();
  clock += 1_000;
  expect(await watch.look()).toBeNull();
  answer('a');
  expect(await first).toEqual({ is: 'as before' });
  clock += 999;
  expect(await watch.look()).toBeNull();
});
