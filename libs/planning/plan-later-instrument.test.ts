/** A later instrument is dated no later than the day of the act, where the office is. */
import { plan } from './plan';
import { book, directive } from './testing/fixture';

/** 00:30 of 08/05/2025 in Việt Nam. */
const AT = '2025-05-07T17:30:00.000Z';

const planned = (date: string) => {
  const instrument = { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date };
  const data = { instrument, about: null, relation: {}, effectiveOn: '2026-01-01', reason: 'x' };
  const state = directive([]);
  const stream = `directive/${state.id}`;
  return plan({ type: 'NoteLaterInstrument', stream, data }, state, book(), AT);
};

test('its date has come; the day from which it holds may be to come', () => {
  expect(['2025-05-07', '2025-05-08'].map(planned)).toEqual([undefined, undefined]);
  expect(planned('2025-05-09')).toEqual({
    impossible: 'instrument.not-yet',
    params: { symbol: '06/CT-BCA-V05', date: '2025-05-09', today: '2025-05-08' },
  });
});
