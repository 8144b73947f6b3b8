/** `dondoc upcoming`: each kind of row in one line, and below it why the day is that day. */
import type { UpcomingRow } from '../../libs/readmodel';
import type { Client } from './client';
import { upcoming } from './commands/upcoming';
import { Screen } from './screen';

const row = (kind: UpcomingRow['kind'], more: object) => ({
  ...{ kind, at: '2023-03-22T01:00:00.000Z', symbol: '04/CT-UBND', directive: 'd-04' },
  ...{ derivation: null, reason: null },
  ...more,
});
const title = { vi: 'Báo cáo', en: 'Report' };
const period = { label: { vi: 'năm 2023', en: '2023' } };
const rung = { rung: 'T-7', rungKind: 'reminder', audience: 'focal' };
const derivation = [
  {
    ...{ rule: 'recognition.registration', source: 'nguồn', params: { norm: '124/2021/TT-BCA' } },
    ...{ from: '2023-01-01', to: '2023-03-31' },
  },
];

const ROWS = [
  row('roundOpens', { title, period, duty: 'report' }),
  row('rung', { title, period, duty: 'report', ...rung }),
  row('commendationRung', { ...rung, commendation: 'k-1', step: 'dossier' }),
  row('recognitionDay', {
    ...{ day: 'registrationReminder', last: '2023-03-31', authority: 'ubnd', year: 2023 },
    derivation,
  }),
  row('archiveDay', { day: 'reminder', last: '2023-12-31', reason: 'Luật Lưu trữ' }),
  row('archiveDay', { day: 'due', last: '2023-12-31', derivation: [], reason: 'Luật Lưu trữ' }),
  row('reviewCutOff', { day: 'final', review: 2, reason: 'tổng kết 5 năm' }),
];

async function printed(lang: 'vi' | 'en', items: readonly unknown[], next: string | null) {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang, json: false, width: 140, out, err: out });
  const client = { get: async () => ({ items, next }) };
  await upcoming({ client: client as unknown as Client, screen }, { top: '20' });
  return text;
}

test.each(['vi', 'en'] as const)('each kind is said with its reason, in %s', async (lang) => {
  const text = await printed(lang, ROWS, 'more');
  expect(text).toMatchSnapshot();
  expect(text).not.toMatch(/undefined|null/);
});

test('when nothing is to come the page says so', async () => {
  expect(await printed('vi', [], null)).toContain('(không có)');
});
