/** Parts of random commands: few ids, dates and instants, so that they meet and collide. */
import fc from 'fast-check';
import type { Command } from '../kernel';

export type Asked = Pick<Command, 'type' | 'data' | 'plan'>;

/** Instants of two days, by the hour. */
export const at = fc
  .integer({ min: 0, max: 40 })
  .map(
    (hour) =>
      `2014-08-${15 + Math.floor(hour / 24)}T${String(hour % 24).padStart(2, '0')}:00:00.000Z`,
  );
export const reason = fc.constantFrom(
  ...Array(9).fill('theo văn bản mới'),
  ' ',
) as fc.Arbitrary<string>;
export const day = fc.constantFrom(
  '2014-08-15',
  '2014-09-01',
  '2015-02-29',
  '2015-06-01',
  '2016-01-01',
  '2018-08-07',
);
export const unitId = fc.constantFrom('a', 'b', 'c', 'd');
export const units = fc.uniqueArray(unitId, { maxLength: 3 });

export function asks<T extends string>(
  type: T,
  data: fc.Arbitrary<unknown>,
  plan?: fc.Arbitrary<unknown>,
) {
  return fc
    .tuple(data, plan ?? fc.constant(undefined))
    .map(([given, planned]) => ({ type, data: given, plan: planned }) as Asked);
}
