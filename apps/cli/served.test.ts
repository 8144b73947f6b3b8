/** Which of the two deployments of a data folder is served for reading. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { modeIn } from './served';

const folder = mkdtempSync(join(tmpdir(), 'dondoc-served-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const told = (mode: string | undefined) => modeIn(folder, mode);

function ran(mode: string): void {
  mkdirSync(join(folder, mode));
  writeFileSync(join(folder, mode, 'roles.json'), '{}');
}

test('it is that of DONDOC_MODE, and never another one', () => {
  expect(told(undefined)).toBeUndefined();
  ran('drill');
  expect([told(undefined), told('drill'), told('live')]).toEqual(['drill', 'drill', undefined]);
  ran('live');
  expect([told(undefined), told(''), told('drill'), told('live')]).toEqual([
    'live',
    'live',
    'drill',
    'live',
  ]);
});
