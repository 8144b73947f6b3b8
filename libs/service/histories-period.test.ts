import { historiesPeriod } from './histories-period';

test.each([
  ['live', undefined, 3_600_000],
  ['drill', undefined, null],
  ['drill', '30s', 30_000],
  ['live', '15m', 900_000],
  ['live', '2h', 7_200_000],
  ['live', 'never', null],
] as const)('%s, told %s: %s', (mode, historiesEvery, expected) => {
  expect(historiesPeriod({ mode, historiesEvery })).toBe(expected);
});
