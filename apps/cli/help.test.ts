import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PUBLIC_COMMANDS } from '../../libs/contracts';
import { createProgram } from './program';
import { widthOf } from './width';

const help = (...args: string[]): Promise<string> => run(...args, '--help');

async function run(...args: string[]): Promise<string> {
  let text = '';
  const out = (more: string): void => void (text += more);
  const program = createProgram({ columns: 100, out, err: out });
  await program.parseAsync(args, { from: 'user' }).catch(() => undefined);
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

test('the help names what another program runs', async () => {
  const bin = readFileSync(join(__dirname, '..', '..', 'bin', 'dondoc.mjs'), 'utf8');
  const names = /OPERATOR = \[(.+)\]/.exec(bin)![1]!.match(/\w+/g)!;
  expect(names).toHaveLength(2);
  const text = await help();
  for (const name of [...names, 'verify']) expect(text).toMatch(new RegExp(`^  ${name} `, 'm'));
});

test('every command shows what its body looks like, without a service, within the terminal', async () => {
  for (const { type, route } of PUBLIC_COMMANDS) {
    const text = await run('--api', 'http://127.0.0.1:1', 'ask', type, '--shape');
    expect(text).toContain(route);
    expect(text).toMatch(/\n(?:\| )?\{[^]*\}\n/);
    expect(Math.max(...text.split('\n').map(widthOf))).toBeLessThanOrEqual(100);
  }
});

test('the shape of a body: what may be left out, the ways there are, kinds of value', async () => {
  const text = await run(
    '--lang',
    'en',
    '--api',
    'http://127.0.0.1:1',
    'ask',
    'LinkDuty',
    '--shape',
  );
  expect(text).toContain('dondoc ask LinkDuty directiveId=… --data body.json');
  const shown = text.slice(text.indexOf('{\n'), text.lastIndexOf('}') + 1);
  expect(shown.split('\n').slice(0, 10)).toEqual([
    '{',
    '  duty: id',
    '  unit?: id | null',
    '  from:',
    '    | {',
    '        grade: "stated"',
    '        value: { directive: id, duty: id }',
    '        quote: text ≤ 2000',
    '        place: text ≤ 300',
    '        source?: text ≤ 100',
  ]);
  expect(shown).toContain('    | { grade: "notStated", note?: text ≤ 1000 }');
});
