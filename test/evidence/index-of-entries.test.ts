/** The index tells every entry for people, with its number; whatever an entry says stays text. */
import { inflateSync } from 'node:zlib';
import { memoryEvidence } from '../support/memory-evidence';
import { ACK_ROUND, Book, playedBook, playedLedger } from '../support/played-entries';
import { writtenBundle } from '../support/written-bundle';

const ALL = { kind: 'all' } as const;
const CLERK = { id: 'x<i>', role: 'clerk', unit: 'cat-<b>' } as const;

/** As played, with an office whose every word is markup. */
function hostileBook(): Book {
  const book = playedBook();
  book.ask({
    ...{
      stream: 'org',
      by: { id: 'op', role: 'operator', unit: null },
      at: '2014-08-23T02:00:00.000Z',
    },
    type: 'RenameUnit',
    data: {
      ...{ unit: 'cat-thanh-hoa', on: '2014-08-22', source: '"><script>alert(1)</script>' },
      ...{ name: { vi: '<img src=x onerror="alert(1)">', en: "'&amp;'" }, alias: null },
    },
  });
  book.ask({
    ...{ stream: ACK_ROUND, type: 'WaiveObligation', by: CLERK, at: '2014-08-23T02:00:00.000Z' },
    data: { unit: 'cat-thanh-hoa', reason: '<b onclick="x">' },
  });
  return book;
}

test('every entry has its number as anchor, its time, stream, sentence and who', async () => {
  const bundle = await writtenBundle(memoryEvidence(playedLedger()), ALL);
  const html = bundle.text('index.html');
  const numbers = [...html.matchAll(/<tr id="e(\d+)"/g)].map(([, seq]) => Number(seq));
  expect(numbers).toEqual(Array.from({ length: 62 }, (_, at) => at + 1));
  const row = html.split('\n').find((it) => it.includes('id="e32"'));
  for (const said of [
    '18/08/2014 10:00:00',
    `${ACK_ROUND}@4`,
    'Công an tỉnh Thanh Hóa gửi 12/BC.',
    'Thanh Hóa Police submitted 12/BC.',
    'cat-thanh-hoa-1 · văn thư · Công an tỉnh Thanh Hóa',
  ]) {
    expect(row).toContain(said);
  }
  expect(html).toContain('Từ chối “Gửi báo cáo”');
  expect(html).not.toMatch(/https?:\/\/|<script|<link|<img/);
});

test('markup in names, reasons and actors stays text', async () => {
  const bundle = await writtenBundle(memoryEvidence(playedLedger(hostileBook())), ALL);
  const html = bundle.text('index.html');
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  expect(html).toContain('x&lt;i&gt; · văn thư · cat-&lt;b&gt;');
  expect(html).not.toMatch(/<(?:script|img|b|i)[\s>]/);
  const tags = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map(([, tag]) => tag));
  expect([...tags].sort()).toEqual(
    [
      ...'a body dd div dl dt h1 head html meta p span style table tbody td th thead title tr'.split(
        ' ',
      ),
    ].sort(),
  );
});

test('the PDF has numbered pages, the date of the last entry and letters with Vietnamese marks', async () => {
  const bundle = await writtenBundle(memoryEvidence(playedLedger()), ALL);
  const pdf = bundle.file('index.pdf').toString('latin1');
  expect(pdf).toMatch(/^%PDF-1\./);
  expect(pdf.trimEnd()).toMatch(/%%EOF$/);
  expect(pdf.match(/\/Type \/Page\n/g)).toHaveLength(5);
  expect(pdf).toContain('(D:20140822020000Z)');
  expect(pdf).toMatch(/\/FontName \/\w{6}\+DejaVuSansCondensed/);
  // Glyphs that the document maps back to letters: copying and searching give the words.
  const streams = [...pdf.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(([, it]) =>
    unpacked(Buffer.from(it!, 'latin1')),
  );
  for (const letter of ['1ed5', '1ee9', '0111', '1ea3']) {
    expect(streams.some((it) => it.includes(`<${letter}>`))).toBe(true);
  }
});

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}
