/** `dondoc verify` is found behind the options of all commands. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProgram } from './program';
import { argumentsOfVerify, WITH_VALUE } from './verify-command';

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

test('which options take a value is the same here, in the program and in bin/dondoc.mjs', () => {
  const silent = (): void => undefined;
  const { options } = createProgram({ columns: 100, out: silent, err: silent });
  expect(WITH_VALUE).toEqual(options.filter((it) => it.required).map((it) => it.long));
  const bin = readFileSync(join(__dirname, '..', '..', 'bin', 'dondoc.mjs'), 'utf8');
  const [, listed] = /^const WITH_VALUE = \[(.*)\];$/m.exec(bin)!;
  expect(listed!.replaceAll("'", '').split(', ')).toEqual(WITH_VALUE);
});
