/** Names of tiles as c2sp.org/tlog-tiles writes them. */
import { entryBundle, readTile, widthIn } from './tiles';

test.each([
  ['0/000', { what: 'hashes', level: 0, index: 0, width: 256 }],
  ['1/x001/x234/067', { what: 'hashes', level: 1, index: 1_234_067, width: 256 }],
  ['0/x001/234.p/5', { what: 'hashes', level: 0, index: 1_234, width: 5 }],
  ['entries/x123/456.p/255', { what: 'entries', level: 0, index: 123_456, width: 255 }],
  ['63/000', { what: 'hashes', level: 63, index: 0, width: 256 }],
])('%s', (path, tile) => {
  expect(readTile(path)).toEqual(tile);
});

test.each([
  '',
  '0',
  '0/1',
  '64/000',
  '0/x000/001',
  '0/000.p/0',
  '0/000.p/256',
  '0/001/002',
  '0/000/',
])('%p is no tile', (path) => {
  expect(readTile(path)).toBeNull();
});

test('a tile is as wide as the tree under it', () => {
  const width = (path: string, size: number) => widthIn(readTile(path)!, size);
  expect(width('0/000', 0)).toBe(0);
  expect(width('0/000', 70)).toBe(70);
  expect(width('0/000', 1_000)).toBe(256);
  expect(width('0/003', 1_000)).toBe(232);
  expect(width('1/000', 1_000)).toBe(3);
  expect(width('0/004', 1_000)).toBe(0);
});

test('entries stand behind their length in bytes', () => {
  expect(entryBundle(['a', 'đ']).toString('hex')).toBe('0001610002c491');
});
