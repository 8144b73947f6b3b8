/** An entry is told by its sentence; one that today's sentences cannot tell, by its type. */
import type { Entry } from '../ledger';
import { htmlRow } from './index-html';
import { indexLine, namesOf } from './index-line';
import { PDF_LIMIT, PrintedLines } from './index-pdf';

const names = namesOf(new Map([['v28', { vi: 'Cục V28', en: 'Department V28' }]]));

function entry(type: string, data: unknown, time = '2018-12-18T10:00:00.000Z'): Entry {
  const envelope = { type, data, time, recordedat: '2018-12-18T10:00:01.000Z', subject: 'org' };
  const line = { seq: 7, stream: 'org', version: 1, id: 'org@1', type, bytes: '', hash: '' };
  return { ...line, envelope } as unknown as Entry;
}
const actor = { id: 'p-1', role: 'clerk', unit: 'v28' };

test('an accepted command is told by what it asks, with both its times', () => {
  const data = { actor, outcome: 'accepted', command: { type: 'SubmitReport', data: {} } };
  expect(indexLine(entry('dondoc.round.command.SubmitReport.v1', data), names)).toEqual({
    ...{ seq: 7, id: 'org@1', stream: 'org', kind: 'command' },
    ...{ recorded: '18/12/2018 17:00:01', effective: '18/12/2018 17:00:00' },
    what: { vi: 'Lệnh: Gửi báo cáo', en: 'Command: Submit the report' },
    who: { vi: 'p-1 · văn thư · Cục V28', en: 'p-1 · clerk · Department V28' },
  });
});

test('what has no sentence, or lacks what its sentence speaks of, is told by its type', () => {
  const what = (type: string) => indexLine(entry(type, { actor, body: {} }), names).what.vi;
  expect(what('dondoc.round.SomethingNew.v1')).toBe('SomethingNew');
  expect(what('dondoc.round.ReportSubmitted.v1')).toBe('ReportSubmitted');
});

test('a line that was altered until nobody can read it is still listed, under its number', () => {
  const broken = {
    ...entry('dondoc.org.X.v1', {}),
    get envelope(): never {
      throw new SyntaxError('no JSON');
    },
  };
  for (const one of [broken, entry('dondoc.org.X.v1', null), entry('dondoc.org.X.v1', {})]) {
    expect(indexLine(one, names)).toMatchObject({ seq: 7, id: 'org@1', recorded: '–' });
  }
});

test('of a long bundle the first and the last entries are printed', () => {
  const line = indexLine(entry('dondoc.org.X.v1', { actor, body: {} }), names);
  const printed = new PrintedLines(PDF_LIMIT + 1);
  for (let seq = 1; seq <= PDF_LIMIT + 1; seq += 1) printed.add({ ...line, seq });
  expect(printed.first.map(({ seq }) => seq)).toEqual(
    Array.from({ length: 100 }, (_, at) => at + 1),
  );
  expect(printed.last.map(({ seq }) => seq).at(0)).toBe(PDF_LIMIT - 98);
  expect(printed.left).toBe(PDF_LIMIT + 1 - 200);
  const all = new PrintedLines(PDF_LIMIT);
  for (let seq = 1; seq <= PDF_LIMIT; seq += 1) all.add({ ...line, seq });
  expect([all.first.length, all.left]).toEqual([PDF_LIMIT, 0]);
});

test('a row of the page escapes whatever it is given', () => {
  const line = indexLine(entry('dondoc.org.X.v1', { actor, body: {} }), names);
  const row = htmlRow({ ...line, id: `<&"'>`, what: { vi: '<b>', en: '<i>' } });
  expect(row).toContain('&lt;&amp;&quot;&#39;&gt;');
  expect(row).toContain('&lt;b&gt;<span lang="en">&lt;i&gt;</span>');
});
