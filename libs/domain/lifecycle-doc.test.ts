/** The page of life cycles says what the tables say. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { directiveLifecycle } from './directive/lifecycle';
import { lifecycleDoc } from './lifecycle-doc';

const PAGE = 'docs/lifecycle.md';
const WRITE = `npm run build && node -p "require('./dist/libs/domain/lifecycle-doc').lifecycleDoc().trimEnd()" > ${PAGE}`;

test('docs/lifecycle.md is what the transition tables say', () => {
  const written = readFileSync(join(__dirname, '../..', PAGE), 'utf8');
  if (written !== lifecycleDoc()) {
    throw new Error(`${PAGE} differs from the transition tables. Write it anew:\n  ${WRITE}`);
  }
});

test('every status has a word and every command of the directive stands in the page', () => {
  const page = lifecycleDoc();
  expect(page).not.toContain('()');
  const commands = Object.values(directiveLifecycle.table).flatMap((row) => Object.keys(row));
  for (const command of commands) expect(page).toContain(command);
});
