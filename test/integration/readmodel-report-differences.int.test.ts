/** What a report said then and says now: figures by their labels, texts in words or, where they are long, by length and hash. */
import { createHash } from 'node:crypto';
import {
  roundDecider,
  step,
  type Loaded,
  type Report,
  type RoundCommand,
  type RoundState,
} from '../../libs/domain';
import { form } from '../../libs/domain/form/testing/fixture';
import * as the from '../../libs/domain/round/testing';
import { createReads, type Reads } from '../../libs/readmodel';
import { readmodelDatabase, type ReadmodelDatabase } from './support/readmodel-database';

const day = (of: number, hour = 2) =>
  `2018-12-${String(of).padStart(2, '0')}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const ROUND = 'directive/d-reports/round/report/2018/0';
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

const model = (name: string, summary = '') => ({ name, place: 'xã Nga Mỹ', summary });
const LONG = [`Đầu tháng ${'a'.repeat(250)}`, `Đầu tháng ${'b'.repeat(260)}`] as const;
const FIRST: Partial<Report> = {
  number: '13/BC-UBND',
  summary: 'Đã triển khai',
  files: [{ name: 'a.pdf', mediaType: 'application/pdf', size: 3, sha256: 'a'.repeat(64) }],
  data: {
    form: 1,
    sections: { results: LONG[0] },
    values: {
      registered: 20,
      recognised: 18,
      area: '12.5',
      share: { part: 18, of: 20 },
      level: 'fair',
      models: [model('Cổng rào an toàn')],
    },
  },
};
const SECOND: Partial<Report> = {
  ...FIRST,
  number: '14/BC-UBND',
  data: { ...FIRST.data!, values: { ...FIRST.data!.values, recognised: 19, note: 'xong' } },
};
const CORRECTED: Partial<Report> = {
  ...SECOND,
  summary: 'Đã triển khai xong',
  files: [],
  data: {
    form: 1,
    sections: { results: LONG[1] },
    values: {
      registered: 20,
      recognised: 20,
      area: '12.75',
      share: { part: 20, of: 20 },
      level: 'good',
      models: [model('Cổng rào an toàn'), model('Tiếng kẻng', LONG[0])],
    },
  },
};

const ACTS: readonly RoundCommand[] = [
  the.opens({ heading: { form: form() }, schedule: { rungs: [] } }),
  the.submits('nga-son', { at: day(8), report: FIRST }),
  the.returns('nga-son', { at: day(9) }),
  the.submits('nga-son', { at: day(10), report: SECOND }),
  the.accepts('nga-son', { at: day(11) }),
  the.submits('sam-son', { at: day(12), report: FIRST }),
  the.corrects('nga-son', { at: day(13), report: CORRECTED }),
  the.acceptsCorrection('nga-son', { at: day(14) }),
];

let database: ReadmodelDatabase;
let reads: Reads;
beforeAll(async () => {
  database = await readmodelDatabase('report-differences', '2018-04-01T00:00:00.000Z');
  reads = createReads(database.pool);
  let loaded: Loaded<RoundState> = { state: roundDecider.initial, version: 0 };
  for (const act of ACTS) {
    const done = step(roundDecider, loaded, { waiting: [act], now: act.receivedAt }, ROUND);
    expect(done.decided.map(({ decision }) => decision.ok)).toEqual([true]);
    await database.record(ROUND, done.decided, loaded.version);
    loaded = done.loaded;
  }
  await database.projectNew();
});
afterAll(() => database.drop());

async function between(from: string, to: string, scope: object = { directive: 'd-reports' }) {
  const span = {
    from: (await reads.lastRecorded(from))!.seq,
    to: (await reads.lastRecorded(to))!.seq,
  };
  const all = await reads.differences(span, scope);
  return all.filter(({ kind }) => kind === 'report');
}
const typesOf = (entries: readonly number[]) =>
  Promise.all(entries.map(async (seq) => (await reads.timelineAt(seq))?.type));

test('what a correction changed is told field by field, figures by their labels', async () => {
  const found = await between(day(11), day(14));
  const own = found.filter(({ unit }) => unit === 'nga-son');
  const told = Object.fromEntries(own.map((it) => [it.field, [it.before, it.after]]));
  const long = (text: string) => ({
    begins: text.slice(0, 80),
    length: text.length,
    sha256: sha256(text),
  });
  expect(told).toEqual({
    ordinal: [2, 3],
    summary: ['Đã triển khai', 'Đã triển khai xong'],
    files: [[`a.pdf (${'a'.repeat(12)}…)`], []],
    'sections.results': [long(LONG[0]), long(LONG[1])],
    'values.recognised': [19, 20],
    'values.area': ['12.5', '12.75'],
    'values.share': ['18/20', '20/20'],
    'values.level': [
      { vi: 'khá', en: 'fair' },
      { vi: 'tốt', en: 'good' },
    ],
    'values.note': ['xong', null],
    'values.models': [
      ['Cổng rào an toàn, xã Nga Mỹ: '],
      [
        'Cổng rào an toàn, xã Nga Mỹ: ',
        `Tiếng kẻng, xã Nga Mỹ: ${LONG[0].slice(0, 80)}… (${sha256(LONG[0]).slice(0, 12)}…)`,
      ],
    ],
  });
  const labels = Object.fromEntries(own.map((it) => [it.field, it.label.vi]));
  expect(labels).toMatchObject({
    ordinal: 'lần gửi',
    'values.recognised': 'Số đơn vị đạt',
    'values.note': 'Ghi chú',
    'sections.results': form().outline.find(({ code }) => code === 'results')!.heading.vi,
  });
  for (const { entries } of own) expect(await typesOf(entries)).toEqual(['CorrectionSubmitted']);
});

test('a difference names those submissions alone that changed the field', async () => {
  const own = await between(day(8), day(14), { unit: 'nga-son' });
  const made = async (field: string) => typesOf(own.find((it) => it.field === field)!.entries);
  expect(await made('number')).toEqual(['ReportSubmitted']);
  expect(await made('values.recognised')).toEqual(['ReportSubmitted', 'CorrectionSubmitted']);
  expect(await made('summary')).toEqual(['CorrectionSubmitted']);
  // What came later made nothing of it.
  const then = await between(day(8), day(10), { unit: 'nga-son' });
  const recognised = then.find(({ field }) => field === 'values.recognised')!;
  expect(await typesOf(recognised.entries)).toEqual(['ReportSubmitted']);
  // It came and went again.
  expect(own.some(({ field }) => field === 'values.note')).toBe(false);
});

test('a first report is told as a whole; what was only judged is no other report', async () => {
  const [came, ...more] = await between(day(11), day(12));
  expect(more).toEqual([]);
  expect(came).toMatchObject({
    ...{ unit: 'sam-son', round: 'd-reports~report~2018', field: '', before: null },
    after: { number: '13/BC-UBND', 'values.registered': 20, ordinal: 1 },
  });
  expect(await typesOf(came!.entries)).toEqual(['ReportSubmitted']);
  expect(await between(day(10), day(11))).toEqual([]);
  expect(await between(day(13), day(14))).toEqual([]);
});

test('of everything, and of what is not named, no report is told', async () => {
  expect(await between(day(8), day(14), {})).toEqual([]);
  expect(await between(day(8), day(14), { directive: 'd-99' })).toEqual([]);
  const both = { round: 'd-reports~report~2018', unit: 'sam-son' };
  expect((await between(day(8), day(14), both)).map(({ unit }) => unit)).toEqual(['sam-son']);
});
