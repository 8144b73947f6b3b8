/** What an operator reads when PostgreSQL is away, and which faults are waited out. */
import { describeFailure } from '../service';
import { databaseFault, isPassing } from './database-fault';

const coded = (code: string) => Object.assign(new Error('x'), { code });

test('a fault is passing by its code, also when it is the cause of another', () => {
  expect(isPassing(new Error('wrapped', { cause: coded('ECONNREFUSED') }))).toBe(true);
  expect(isPassing(coded('23505'))).toBe(false);
});

test.each([
  ['57P01', /PostgreSQL does not answer \[postgres.away\]\n {2}because: x\n {2}next: start it/],
  ['53100', /no room left on its disk \[postgres.disk-full\]\n {2}because: x\n {2}next: make room/],
])('%s is told with part, cause and next step', (code, told) => {
  expect(describeFailure(databaseFault(coded(code)))).toMatch(told);
});

test.each(['40001', '23505'])('%s is not a database that is away', (code) => {
  const thrown = coded(code);
  expect(databaseFault(thrown)).toBe(thrown);
});
