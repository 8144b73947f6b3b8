/** An archive of rules is run by verifiers of other years: what it answers to keeps its name. */
import * as rules from './rules';

test('a name that was archived is not taken away', () => {
  expect(Object.keys(rules).sort()).toEqual([
    'bookFrom',
    'deciderOf',
    'millisBetween',
    'needsPlan',
    'planning',
    'plusMillis',
    'recordedAnswer',
  ]);
});
