/** `dondoc rates`: what reorganisations moved is said with its direction, for one unit as for all. */
import type { Client } from './client';
import { rates } from './commands/rates';
import { Screen } from './screen';

const none = { part: 0, of: 0, percent: null };
const row = (transferredOut: number, transferredIn: number) => ({
  ...{ key: 'huyen', name: { vi: 'Huyện', en: 'District' }, owed: 8, joinedLater: 0 },
  ...{ transferredOut, transferredIn, completeness: none, timeliness: none, onTime: none },
  ...{ late: none, unfinishedLate: none },
  counts: { waived: 0, notApplicable: 0, cancelled: 0 },
});

async function printed(lang: 'vi' | 'en', rows: readonly unknown[]) {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang, json: false, width: 140, out, err: out });
  const page = { asOf: '2025-12-31T10:00:00.000Z', by: 'all', rows };
  const client = { get: async () => page };
  const context = { client: client as unknown as Client, screen } as Parameters<typeof rates>[0];
  await rates(context, { by: 'all', unit: 'huyen' });
  return text;
}

test('in and out are two figures', async () => {
  expect(await printed('vi', [row(8, 0)])).toContain('chuyển đi 8, nhận về 0;');
  expect(await printed('en', [row(0, 8)])).toContain('0 handed on, 8 taken over;');
  expect(await printed('vi', [row(0, 0)])).not.toContain('chuyển đi');
});
