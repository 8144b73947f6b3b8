/** `dondoc directive note-later` as it is typed, and later instruments as a directive's page tells them. */
import type { DirectiveDetail, LaterInstrumentRow } from '../../libs/readmodel';
import type { Client } from './client';
import { laterInstruments, noteLater, type NoteOptions } from './commands/later-instruments';
import { Screen, type Lang } from './screen';

function screenOf(lang: Lang = 'vi') {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang, json: true, width: 100, out, err: out });
  return { screen, printed: () => text };
}

const HEIR = { from: 'ubnd-huyen', to: 'ubnd-xa' };
const options: NoteOptions = {
  symbol: '06/CT-BCA-V05',
  by: 'bo-cong-an',
  date: '2025-05-07',
  relation: 'besides',
  known: 'assumed',
  reason: 'cùng nội dung',
};

/** What is asked of the API, by a fake at the port. */
async function asked(changes: Partial<NoteOptions>) {
  let seen: unknown;
  const client = {
    get: async () => ({ directive: 'd-1', draft: { issuer: 'ubnd-huyen' }, heirs: [HEIR] }),
    ask: async (path: string, request: object) => {
      seen = { path, ...request };
      return {};
    },
  } as unknown as Client;
  await noteLater({ client, screen: screenOf().screen }, '07', { ...options, ...changes });
  return seen;
}

test('a note is asked for by whoever acts for the issuer now; its reason is what it is assumed on', async () => {
  expect(await asked({})).toEqual({
    path: '/v1/directives/d-1/later-instruments',
    actor: 'cli;clerk;ubnd-xa',
    body: {
      instrument: { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2025-05-07' },
      about: null,
      relation: { grade: 'assumed', value: 'besides', reason: 'cùng nội dung' },
      effectiveOn: null,
      reason: 'cùng nội dung',
    },
  });
});

test('what is stated comes with its words and their place, and nothing else does', async () => {
  const stated = { known: 'stated', relation: 'replaces', about: '23/2012/TT-BCA' } as const;
  const words = { quote: 'thay thế', place: 'Điều 20' };
  expect(await asked({ ...stated, ...words, effective: '2025-06-01' })).toMatchObject({
    body: {
      about: '23/2012/TT-BCA',
      relation: { grade: 'stated', value: 'replaces', ...words },
      effectiveOn: '2025-06-01',
    },
  });
  await expect(asked(stated)).rejects.toThrow('--quote, --place');
  await expect(asked({ quote: 'x' })).rejects.toThrow('--known stated');
});

const actor = { id: 'a-van-thu', role: 'clerk', unit: 'bo-cong-an' } as const;
const times = { at: '2025-05-08T01:00:00.000Z', recordedAt: '2025-05-08T01:00:00.000Z', actor };
const row: LaterInstrumentRow = {
  instrument: { symbol: '06/CT-BCA-V05', issuer: 'bo-cong-an', date: '2025-05-07' },
  about: null,
  relation: { grade: 'stated', value: 'amends', quote: 'sửa đổi', place: 'mục 5' },
  effectiveOn: '2025-06-01',
  reason: 'đã có toàn văn',
  issuerName: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
  ...times,
  before: [
    {
      relation: { grade: 'assumed', value: 'besides', reason: 'cùng nội dung' },
      effectiveOn: null,
      reason: 'cùng nội dung',
      ...times,
    },
  ],
};

test('the page tells the relation with how it is known, its words, and what was noted before', () => {
  const { screen, printed } = screenOf();
  laterInstruments(screen, { laterInstruments: [row] } as unknown as DirectiveDetail);
  expect(printed()).toBe(`
Văn bản sau này được ghi nhận · Later instruments that were noted
• 06/CT-BCA-V05, 07/05/2025, Bộ Công an
    Đối với: chỉ thị này
    Quan hệ: sửa đổi, bổ sung
    Nguyên văn: «sửa đổi» (mục 5)
    Có hiệu lực từ: 01/06/2025
    Lý do: đã có toàn văn
    Ghi nhận: 08/05/2025 08:00, a-van-thu
    Trước đó: cùng nội dung, chưa thấy thay thế (giả định: cùng nội dung); 08/05/2025 08:00,
      a-van-thu
`);
});

test('in English too, on an instrument it cites; a page without any says nothing', () => {
  const { screen, printed } = screenOf('en');
  const cited = { ...row, about: '23/2012/TT-BCA', issuerName: null, before: [] };
  laterInstruments(screen, { laterInstruments: [cited] } as unknown as DirectiveDetail);
  expect(printed()).toContain('• 06/CT-BCA-V05, 07/05/2025, bo-cong-an\n    On: 23/2012/TT-BCA\n');
  const none = screenOf();
  laterInstruments(none.screen, { laterInstruments: [] } as unknown as DirectiveDetail);
  expect(none.printed()).toBe('');
});
