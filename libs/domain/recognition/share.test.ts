/** Shares and targets in integers: exactly 95 % is not more than 95 %, and nothing of nothing has no value. */
import fc from 'fast-check';
import { basisPointsOf, reaches, settles, type Bound } from './share';

const ABOVE_95: Bound = { comparator: '>', basisPoints: 9500 };

test('39 of 40 is 97.5 %, 38 of 40 is exactly 95 % and not above it', () => {
  expect(basisPointsOf(39, 40)).toBe(9750);
  expect(reaches(39, 40, ABOVE_95)).toBe(true);
  expect(basisPointsOf(38, 40)).toBe(9500);
  expect(reaches(38, 40, ABOVE_95)).toBe(false);
  expect(reaches(38, 40, { ...ABOVE_95, comparator: '>=' })).toBe(true);
});

test('a share just above the target reaches it, though it is shown as the target', () => {
  expect(basisPointsOf(950_001, 1_000_000)).toBe(9500);
  expect(reaches(950_001, 1_000_000, ABOVE_95)).toBe(true);
});

test('nothing of nothing has no value and reaches no target', () => {
  expect(basisPointsOf(0, 0)).toBeNull();
  expect(reaches(0, 0, ABOVE_95)).toBeNull();
});

test('halves are rounded up', () => {
  expect(basisPointsOf(1, 3)).toBe(3333);
  expect(basisPointsOf(2, 3)).toBe(6667);
  expect(basisPointsOf(1, 20_000)).toBe(1);
});

test.each([
  ['>', 9500, true],
  ['>', 9000, null],
  ['>=', 9500, null],
  ['>=', 9501, true],
  ['=', 9500, false],
  ['<=', 9500, false],
  ['<', 9600, null],
] as const)(
  'that it is %s %i settles a target of more than 95 %%: %s',
  (comparator, bp, settled) => {
    expect(settles({ kind: 'bound', comparator, basisPoints: bp }, ABOVE_95)).toBe(settled);
  },
);

test('a ratio that is told settles every target as it reaches it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.nat(),
      fc.nat(10_000),
      (of, some, basisPoints) => {
        const met = some % (of + 1);
        for (const comparator of ['>', '>=', '=', '<=', '<'] as const) {
          const target = { comparator, basisPoints };
          expect(settles({ kind: 'ratio', met, of }, target)).toBe(reaches(met, of, target));
        }
        const above = reaches(met, of, { comparator: '>', basisPoints });
        expect(reaches(met, of, { comparator: '<=', basisPoints })).toBe(!above);
      },
    ),
  );
});
