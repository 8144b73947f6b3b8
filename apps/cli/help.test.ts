import { createProgram } from './program';
import { widthOf } from './width';

async function help(...args: string[]): Promise<string> {
  let text = '';
  const out = (more: string): void => void (text += more);
  const program = createProgram({ columns: 100, out, err: out });
  await program.parseAsync([...args, '--help'], { from: 'user' }).catch(() => undefined);
  return text;
}

test.each([
  [[]],
  [['ask']],
  [['directive', 'issue']],
  [['directive', 'note-later']],
  [['submit']],
  [['report']],
  [['shortlist', 'explain']],
])('the help of %j fits the terminal', async (args) => {
  const text = await help(...args);
  expect(text).toContain('Usage: dondoc');
  expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(100);
});
