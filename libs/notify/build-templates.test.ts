import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

test('the committed HTML function is what the template gives', () => {
  const script = join(__dirname, 'build-templates.mjs');
  expect(() =>
    execFileSync(process.execPath, [script, '--check'], { stdio: 'pipe' }),
  ).not.toThrow();
});
