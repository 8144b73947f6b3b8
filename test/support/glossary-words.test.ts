/** Vietnamese words that people see are those of docs/glossary.md, and no others for the same thing. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');

const OTHERS: readonly (readonly [wrong: RegExp, word: string])[] = [
  [/điểm kiểm(?! tra)/iu, 'điểm chốt'],
  [/bút toán/iu, 'dòng'],
  [/người chứng kiến/iu, 'bên chứng kiến'],
  [/kiểm toán/iu, 'kiểm tra viên'],
];

/** Also in the middle of a word of a sentence, in whichever composition of its accents. */
function wrongIn(text: string): string[] {
  const composed = text.normalize('NFC');
  return OTHERS.filter(([wrong]) => wrong.test(composed)).map(([, word]) => word);
}

test('the glossary has the words', () => {
  const glossary = readFileSync(join(ROOT, 'docs', 'glossary.md'), 'utf8');
  for (const [, word] of OTHERS) expect(glossary).toContain(word);
});

test('no program says another word for the same thing', () => {
  const files = ['apps', 'bin', 'libs', 'scripts', 'verify'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((it) => /\.(ts|mjs|js|html|mjml)$/.test(it))
      .map((it) => join(folder, it)),
  );
  expect(files.length).toBeGreaterThan(500);
  const wrong = files.flatMap((file) =>
    wrongIn(readFileSync(join(ROOT, file), 'utf8')).map((word) => `${file}: ${word}`),
  );
  expect(wrong).toEqual([]);
});
