/** `dondoc verify` is found behind the options of all commands. */
import { argumentsOfVerify } from './verify-command';

test.each([
  [['verify'], []],
  [
    ['verify', 'b.zip', '--key', 'k'],
    ['b.zip', '--key', 'k'],
  ],
  [
    ['--api', 'http://x', '--json', 'verify', '--checkpoint', 'f'],
    ['--api', 'http://x', '--json', '--checkpoint', 'f'],
  ],
  [['--lang', 'verify', 'status'], null],
  [['status'], null],
  [[], null],
])('%j', (args, expected) => {
  expect(argumentsOfVerify(args)).toEqual(expected);
});
