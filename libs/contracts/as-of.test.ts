/** As of when: what people write means one instant or one entry. */
import { asOfOf } from './as-of';

test('a day means its end in Việt Nam, a minute its beginning', () => {
  expect(asOfOf('2019-12-20')).toEqual({ instant: '2019-12-20T16:59:59.999Z' });
  expect(asOfOf('2018-12-14T12:00')).toEqual({ instant: '2018-12-14T05:00:00.000Z' });
  expect(asOfOf('2018-12-14 12:00')).toEqual({ instant: '2018-12-14T05:00:00.000Z' });
});

test('an instant is taken as it stands, with its zone', () => {
  expect(asOfOf('2018-12-14T05:00:00.000Z')).toEqual({ instant: '2018-12-14T05:00:00.000Z' });
  expect(asOfOf('2018-12-14T12:00+07:00')).toEqual({ instant: '2018-12-14T05:00:00.000Z' });
});

test('an entry is named by its number', () => {
  expect(asOfOf('@8123')).toEqual({ seq: 8123 });
});

test.each([
  '',
  '@0',
  '@-1',
  '@1.5',
  '8123',
  '2019-02-30',
  '2019-13-01',
  '2019-12-20T25:00',
  'hôm qua',
])('%s is none of them', (text) => expect(asOfOf(text)).toBeNull());
