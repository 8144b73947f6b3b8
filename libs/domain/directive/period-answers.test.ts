import { answersPeriod } from './period-answers';

const period = (from: string | null, to: string | null) => ({
  id: `${from}/${to}`,
  label: { vi: '', en: '' },
  closing: null,
  from,
  to,
});

const YEAR_CLOSING = period('2013-12-15', '2014-12-14');
const YEAR = period('2014-01-01', '2014-12-31');
const QUARTER_CLOSING = period('2013-12-15', '2014-03-14');
const MONTH = period('2014-01-01', '2014-01-31');

test.each([
  ['a first half', '2013-12-15', '2014-06-14', YEAR_CLOSING, false],
  ['a second half', '2014-06-15', '2014-12-14', YEAR_CLOSING, true],
  ['a second half that closes earlier', '2014-06-15', '2014-12-14', YEAR, true],
  ['a third quarter', '2014-06-15', '2014-09-14', YEAR_CLOSING, false],
  ['a fourth quarter', '2014-09-15', '2014-12-14', YEAR_CLOSING, true],
  [
    'a second month, three days longer than the third',
    '2014-01-15',
    '2014-02-14',
    QUARTER_CLOSING,
    false,
  ],
  ['a third month', '2014-02-15', '2014-03-14', QUARTER_CLOSING, true],
  ['a twelfth month that closes earlier', '2014-11-15', '2014-12-14', YEAR, true],
  ['an eleventh month', '2014-10-15', '2014-11-14', YEAR, false],
  ['the fourth of five weeks', '2014-01-18', '2014-01-24', MONTH, false],
  ['the last week that ends in the month', '2014-01-25', '2014-01-31', MONTH, true],
  ['the week after', '2014-02-01', '2014-02-07', MONTH, false],
  ['the year itself, under another name', '2013-12-15', '2014-12-14', YEAR, true],
  ['a half of the next year', '2014-12-15', '2015-06-14', YEAR_CLOSING, false],
])('%s (%s to %s) answers the period above: %s', (_, from, to, above, answers) => {
  expect(answersPeriod(above, period(from, to))).toBe(answers);
});

test('what has no dates is answered by its own name only', () => {
  const once = period(null, null);
  expect([answersPeriod(once, YEAR), answersPeriod(YEAR, once), answersPeriod(once, once)]).toEqual(
    [false, false, true],
  );
});
