/** `dondoc asof`: every question of one answer is asked as of the same place. */
import type { Query } from '../client';
import type { Context } from '../context';
import { asOf, type ScopeOptions } from './as-of';

const INSTANT = '2019-12-20T16:59:59.999Z';
const PLACE = { seq: 30, entry: 'directive/d-04@3', recordedAt: INSTANT, at: INSTANT };

async function askedOf(what: readonly string[], options: ScopeOptions): Promise<unknown[]> {
  const asked: unknown[] = [];
  const answer = (path: string, query: Query = {}) => {
    asked.push([path.split('/')[2], query.asOf]);
    return { directive: 'd-04', asOf: { ...PLACE, instant: INSTANT } };
  };
  const client = {
    get: async (path: string, query?: Query) => answer(path, query),
    all: async (path: string, query?: Query) => [answer(path, query)],
  };
  const screen = { result: () => undefined };
  await asOf({ client, screen } as unknown as Context, what, options);
  return asked;
}

test.each([
  ['a directive', ['d-04'], {}, ['directives', 'rounds', 'timeline']],
  ['a round', [], { round: 'r' }, ['rounds', 'obligations', 'timeline']],
  ['a unit', [], { unit: 'u' }, ['obligations', 'obligations']],
])('%s as of an entry tells nothing that came later at the same instant', async (...row) => {
  const [, what, options, paths] = row;
  expect(await askedOf([...what, '@30'], options)).toEqual(paths.map((path) => [path, '@30']));
});

test('a day is one instant for all, and the entries are those up to the one that is named', async () => {
  expect(await askedOf(['d-04', '2019-12-20'], {})).toEqual([
    ['directives', '2019-12-20'],
    ['rounds', INSTANT],
    ['timeline', '@30'],
  ]);
});
