/** A line counts as told only with part, cause and next step: each of them missing is found. */
import { tells } from './told';
import type { LogLine } from './support/service-process';

const WANTED = { code: 'postgres.away', part: 'PostgreSQL' };
const err = {
  code: 'postgres.away',
  message: 'PostgreSQL does not answer',
  nextStep: 'start it',
  cause: { message: 'ECONNREFUSED' },
};
const ofError = (of: object): LogLine => ({ level: 'warn', msg: 'trying again', err: of });
const ofLine = {
  ...{ level: 'error', msg: 'it tries again: PostgreSQL does not answer', code: 'postgres.away' },
  ...{ nextStep: 'start it', err: { message: 'ECONNREFUSED' } },
};

test.each([
  ['an error that names part, cause and next step', ofError(err), true],
  ['a line that does', ofLine, true],
  ['an error without a cause', ofError({ ...err, cause: undefined }), false],
  ['a line without a cause', { ...ofLine, err: undefined }, false],
  ['a message that does not name the part', ofError({ ...err, message: 'no answer' }), false],
  ['no next step', ofError({ ...err, nextStep: '' }), false],
  ['another code', ofError({ ...err, code: 'kafka.away' }), false],
])('%s', (_what, line, counts) => {
  expect(tells(line, WANTED)).toBe(counts);
});
