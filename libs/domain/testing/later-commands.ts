/** Random notes of later instruments: few symbols, dates and relations, so that they meet and collide. */
import fc from 'fast-check';
import { asks, day, reason, type Asked } from './asked';
import { notStated, stated } from './directive-07';

const relation = fc.constantFrom('besides', 'amends', 'replaces');

export const NOTES_OF_LATER_INSTRUMENTS: fc.Arbitrary<Asked> = asks(
  'NoteLaterInstrument',
  fc.record({
    instrument: fc.record({
      symbol: fc.constantFrom('06/CT-BCA-V05', '06/CT-BCA', '07/CT-BCA-V28'),
      issuer: fc.constant('bo-cong-an'),
      date: day,
    }),
    about: fc.constantFrom(null, null, '09-CT/TW'),
    relation: fc.oneof(
      relation.map(stated),
      fc
        .tuple(relation, reason)
        .map(([value, why]) => ({ grade: 'assumed' as const, value, reason: why })),
      fc.constant(notStated),
    ),
    effectiveOn: fc.option(day),
    reason,
  }),
  fc.constantFrom(undefined, undefined, {
    impossible: 'instrument.not-yet',
    params: { symbol: '06/CT-BCA-V05', date: '2025-05-07', today: '2014-08-15' },
  }),
);
