/** `dondoc diff`: what a report says otherwise is told by the labels of its figures, a long text by its length and hash. */
import type { Difference } from '../../libs/readmodel';
import type { Client } from './client';
import { diff } from './commands/differences';
import { Screen } from './screen';

const place = { seq: 9, entry: 'd@1', instant: '2018-12-09T02:00:00.000Z', at: '', recordedAt: '' };
const changed = (
  field: string,
  label: string,
  [before, after]: readonly [unknown, unknown],
): Difference => ({
  ...{ kind: 'report', id: 'd~report~2018~0~nga-son', directive: 'd', symbol: '04/CT-UBND' },
  ...{ round: 'd~report~2018', unit: 'nga-son', name: { vi: 'Nga Sơn', en: 'Nga Sơn' } },
  ...{ field, label: { vi: label, en: label }, before, after, entries: [7], entryCount: 1 },
});
const long = (letter: string) => ({ begins: letter, length: 4_321, sha256: letter.repeat(64) });

async function printed(lang: 'vi' | 'en', differences: readonly Difference[]) {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang, json: false, width: 140, out, err: out });
  const client = { get: async () => ({ from: place, to: place, differences }) };
  const context = { client: client as unknown as Client, screen } as Parameters<typeof diff>[0];
  await diff(context, ['04/CT-UBND', '@1', '@9'], {});
  return text;
}

test('figures, texts and who reported', async () => {
  const page = await printed('vi', [
    changed('values.recognised', 'Số đơn vị đạt', [18, 19]),
    changed('values.level', 'Tự đánh giá', [null, { vi: 'tốt', en: 'good' }]),
    changed('sections.results', 'Kết quả', [long('a'), long('b')]),
  ]);
  for (const line of [
    'Báo cáo đã gửi lần cuối',
    '  Nga Sơn (d~report~2018)',
    'Số đơn vị đạt: 18 → 19 ← 7',
    'Tự đánh giá: (không) → tốt ← 7',
    'Kết quả: “a…” (4321 ký tự, SHA-256 aaaaaaaaaaaa…) → “b…” (4321 ký tự, SHA-256 bbbbbbbbbbbb…) ← 7',
  ]) {
    expect(page).toContain(line);
  }
});

test('a first report by its number and what it says in short', async () => {
  const after = { ordinal: 1, number: '13/BC', summary: 'Đã làm', 'values.recognised': 18 };
  const page = await printed('en', [changed('', 'new', [null, after])]);
  expect(page).toContain('Report as last handed in');
  expect(page).toContain('new: 13/BC, Đã làm ← 7');
});
