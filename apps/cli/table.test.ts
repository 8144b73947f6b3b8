import { table } from './table';
import { pad, widthOf, wrap } from './width';

test('Vietnamese takes as many columns composed as decomposed', () => {
  const name = 'Chỉ thị của Bộ Công an';
  expect(widthOf(name)).toBe(22);
  expect(widthOf(name.normalize('NFD'))).toBe(22);
  expect(pad(name.normalize('NFD'), 24)).toBe(`${name.normalize('NFD')}  `);
});

test('wide characters take two columns, marks and hidden characters none', () => {
  expect(widthOf('越南')).toBe(4);
  expect(widthOf('a\u200bb')).toBe(2);
});

test('lines break at blanks and never within a word', () => {
  expect(wrap('một hai ba', 7)).toEqual(['một hai', 'ba']);
  expect(wrap('d-07-ct-bca-v28~report~2018 x', 10)).toEqual(['d-07-ct-bca-v28~report~2018', 'x']);
});

test('columns of numbers are narrowed first: their heads wrap, the words beside them do not', () => {
  const columns = [{ head: 'Đơn vị' }, { head: 'Hoàn thành đúng hạn', right: true }];
  const text = table(columns, [['Công an tỉnh Thanh Hóa', 12]], 34);
  expect(text).toBe(
    [
      'Đơn vị                  Hoàn thành',
      '                          đúng hạn',
      '──────────────────────  ──────────',
      'Công an tỉnh Thanh Hóa          12',
    ].join('\n'),
  );
});

test('a date stays together with its hour', () => {
  const columns = [{ head: 'Hạn' }, { head: 'Nội dung' }];
  const rows = [['18/12/2018 17:00', 'báo cáo năm của huyện Nga Sơn']];
  const lines = table(columns, rows, 34).split('\n');
  expect(lines[2]).toBe('18/12/2018 17:00  báo cáo năm của');
  expect(lines.every((line) => widthOf(line) <= 34)).toBe(true);
  expect(lines.join('')).not.toContain('\u00a0');
});
