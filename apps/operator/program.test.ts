/** What may be typed after `dondoc backup` and `dondoc restore`, and how what may not is answered. */
import { createOperatorProgram } from './program';

async function answerTo(...typed: string[]): Promise<string> {
  let said = '';
  const program = createOperatorProgram({
    columns: 100,
    out: () => undefined,
    err: (text) => void (said += text),
    isLive: false,
    signal: new AbortController().signal,
  });
  await expect(program.parseAsync(typed, { from: 'user' })).rejects.toMatchObject({ exitCode: 1 });
  return said;
}

const accepting = (missing: string, by = 'an') =>
  answerTo('restore', 'accept-loss', '--missing', missing, '--by', by, '--reason', 'đĩa hỏng');

test.each(['0', '-1', '1.5', 'x', ''])('%j is no number of missing entries', async (typed) => {
  expect(await accepting(typed)).toContain(
    `argument '${typed}' is invalid. số nguyên dương hoặc unknown · a number or unknown`,
  );
});

test('who decides has a name', async () => {
  expect(await accepting('3', ' ')).toContain('trống · empty');
});
