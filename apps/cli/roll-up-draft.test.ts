/** The file of a consolidated draft is what `dondoc submit --draft` hands in, unedited, however much was rolled up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf, publicCommand } from '../../libs/contracts';
import { fittedDraft, type Form, type ReportData } from '../../libs/domain';
import type { Consolidation, MissingBelow, RestsOn } from '../../libs/readmodel';
import type { Client } from './client';
import { draftRollUp, type DraftFile } from './commands/roll-up';
import { Screen } from './screen';

const COMMUNES = 164;
const form: Form = {
  version: 2,
  outline: [{ code: 'results', heading: { vi: 'Kết quả', en: 'Results' }, required: true }],
  fields: [
    {
      ...{ code: 'models', label: { vi: 'Mô hình', en: 'Models' }, required: false },
      ...{ type: 'models', rollUp: 'list' },
    },
  ],
  rules: [],
};
const texts = Array.from({ length: COMMUNES }, (_, at) => ({
  ...{ obligation: `o-${at}`, unit: `xa-${at}`, text: 'Đã triển khai ở tất cả các cơ quan.' },
  name: { vi: `UBND xã ${at}`, en: `Commune ${at}` },
}));
const values: ReportData['values'] = {
  registered: 6_560,
  models: texts.map(({ unit }) => ({
    name: `Mô hình của ${unit}`,
    place: unit,
    summary: 'x'.repeat(90),
  })),
};
const sections = [{ code: 'results', heading: { vi: 'Kết quả', en: 'Results' }, texts }];

const drafted = (changes: Partial<Consolidation> = {}) =>
  ({
    ...{ obligation: 'o', round: 'd-1~rollup~2025', unit: 'bcd', asOf: '2025-12-25T10:00:00.000Z' },
    ...{ form, sources: [], parts: texts, missing: [], fields: [], sections, summaries: [] },
    ...{ values, draft: fittedDraft(form, values, sections), corrected: null, restsOn: [] },
    ...changes,
  }) as unknown as Consolidation;

const OBLIGATION = {
  ...{ obligation: 'o', round: 'd-1~rollup~2025', unit: 'bcd', symbol: '04/CT-UBND' },
  unitName: { vi: 'Ban chỉ đạo 138', en: 'Committee 138' },
  title: { vi: 'Báo cáo tổng hợp', en: 'Consolidated report' },
  period: { id: '2025', label: { vi: 'năm 2025', en: '2025' } },
};

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'dondoc-draft-'))));
afterEach(() => rmSync(folder, { recursive: true }));

async function written(
  draft: Consolidation,
  name = 'draft.json',
): Promise<{ file: DraftFile; said: string }> {
  let said = '';
  const out = (more: string): void => void (said += more);
  const screen = new Screen({ lang: 'vi', json: false, width: 400, out, err: out });
  const client = {
    get: async () => draft,
    put: async () => ({ sha256: 'a'.repeat(64) }),
    all: async () => [OBLIGATION],
  } as unknown as Client;
  const path = join(folder, name);
  await draftRollUp({ client, screen }, ['d-1~rollup~2025', 'bcd'], { out: path });
  return { file: JSON.parse(readFileSync(path, 'utf8')) as DraftFile, said };
}

test('is a report that is taken, says what of long lists it has, and so does the screen', async () => {
  const { file, said } = await written(drafted());
  const report = {
    number: null,
    date: null,
    signer: null,
    summary: '',
    nil: false,
    files: [],
    ...file,
  };
  const taken = publicCommand('SubmitReport')!.body.safeParse({ report });
  expect(taken.success ? [] : faultsOf(taken.error.issues)).toEqual([]);
  const data = file.data as ReportData;
  expect(data.values.registered).toBe(6_560);
  expect(data.sections.results).toMatch(/^UBND xã 0: Đã triển khai/);
  const [models, results] = file.consolidates.cut!;
  expect([models, results]).toMatchObject([
    { part: 'values', code: 'models', total: COMMUNES },
    { part: 'sections', code: 'results', total: COMMUNES },
  ]);
  expect(said).toContain(
    `“Mô hình” (models) dài hơn một báo cáo chứa được; tệp chỉ có ${models!.kept}/164`,
  );
});

test('of a duty without a form has no figures, and the screen says why', async () => {
  const { file, said } = await written(drafted({ form: null, values: {}, draft: null }));
  expect(Object.keys(file)).toEqual(['consolidates']);
  expect(said).toContain('Nghĩa vụ này không có biểu mẫu');
  expect(said).toContain(
    'Ban chỉ đạo 138: 04/CT-UBND Báo cáo tổng hợp\nnăm 2025; đợt d-1~rollup~2025;',
  );
});

test('what many chose or wrote is shown by sender, and what the file leaves out is said', async () => {
  const options = [
    { code: 'good', label: { vi: 'tốt', en: 'good' } },
    { code: 'fair', label: { vi: 'khá', en: 'fair' } },
  ];
  const level = { code: 'level', label: { vi: 'Tự đánh giá', en: 'Self-assessment' } };
  const field = { ...level, required: false, options, type: 'choice', rollUp: 'list' } as const;
  const asked: Form = { ...form, fields: [field] };
  const value = [
    { unit: 'xa-0', value: 'good' },
    { unit: 'xa-1', value: 'fair' },
  ];
  const rolled = { ...level, field: 'level', rollUp: 'list', value, from: ['o-0', 'o-1'] };
  const draft = fittedDraft(
    asked,
    {},
    [],
    [{ code: 'level', texts: [texts[0]!, texts[1]!].map((one) => ({ ...one, text: 'good' })) }],
  );
  const fields = [{ ...rolled, without: [], problem: null }] as never;
  const { said, file } = await written(drafted({ form: asked, fields, draft }));
  expect(said).toContain('• UBND xã 0: tốt\n• UBND xã 1: khá\n');
  expect(said).toContain(
    '“Tự đánh giá” (level) là lựa chọn của 2 báo cáo, không gộp thành một được',
  );
  expect(file.consolidates.cut).toEqual([{ part: 'values', code: 'level', kept: 0, total: 2 }]);
});

test('is never written over a file that is there: another name is asked for', async () => {
  const { file } = await written(drafted());
  await expect(written(drafted({ asOf: '2026-01-01T00:00:00.000Z' }))).rejects.toThrow(
    /draft\.json: tệp đã có, không ghi đè; chọn tên khác · the file exists and is left as it is; choose another name$/,
  );
  const kept = JSON.parse(readFileSync(join(folder, 'draft.json'), 'utf8')) as DraftFile;
  expect(kept).toEqual(file);
});

describe('of a draft that is made of consolidated reports, and of two duties', () => {
  const [district, commune] = [
    { vi: 'UBND huyện A', en: 'District A' },
    { vi: 'UBND xã B', en: 'Commune B' },
  ];
  const lacking: MissingBelow = {
    ...{ obligation: 'm', unit: 'xa-b', name: commune, status: 'open', symbol: '05/CT-UBND' },
    ...{ title: { vi: 'Báo cáo', en: 'Report' }, period: { vi: 'năm 2025', en: '2025' } },
  };
  const deeper = {
    ...{ obligation: 'o-2', unit: 'xa-c', name: { vi: 'Xã C', en: 'C' }, submission: 1, parts: 4 },
    ...{ missing: 3, asOf: null, missingUnits: [], cut: [], below: [] },
  };
  const restsOn: readonly RestsOn[] = [
    {
      ...{ obligation: 'o-1', unit: 'huyen-a', name: district, submission: 1, parts: 164 },
      ...{ missing: 1, asOf: '2025-12-20T10:00:00.000Z', missingUnits: [lacking] },
      cut: [
        { part: 'values', code: 'models', kept: 93, total: 164, label: { vi: 'Mô hình', en: 'M' } },
      ],
      below: [deeper],
    },
  ];

  test('the screen names who was missing below, how deep it may be, and what was cut', async () => {
    const { said } = await written(drafted({ restsOn }));
    expect(said).toContain(
      '• UBND huyện A: tổng hợp 164 báo cáo, tính đến 20/12/2025 17:00; thiếu 1: UBND xã B.',
    );
    expect(said).toContain('“Mô hình” (models): báo cáo chỉ có 93/164 mục đầu.');
    expect(said).toContain('  • Xã C: tổng hợp 4 báo cáo; thiếu 3, không rõ tên.');
  });

  test('whoever is missing in two rounds is said of each', async () => {
    const missing = [lacking, { ...lacking, symbol: null, title: { vi: 'Kế hoạch', en: 'Plan' } }];
    const rounds = ['d-5~report~2025', 'd-6~plan~2025'];
    const source = {
      ...{ directive: 'd-5', symbol: null, duty: 'report', grounds: { grade: 'inferred' } },
      ...{ reason: 'x', warning: null, rounds, dueAfter: [] },
    };
    const { said } = await written(drafted({ missing, sources: [source] as never }));
    expect(said).toContain('  UBND xã B, 05/CT-UBND: Báo cáo, năm 2025 (chưa gửi)\n');
    expect(said).toContain('  UBND xã B, Kế hoạch, năm 2025 (chưa gửi)\n');
    const alone = await written(
      drafted({ missing, sources: [{ ...source, rounds: ['d-5~report~2025'] }] as never }),
      'alone.json',
    );
    expect(alone.said).toContain('  UBND xã B (chưa gửi)\n');
  });
});
