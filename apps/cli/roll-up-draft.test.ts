/** The file of a consolidated draft is what `dondoc submit --draft` hands in, unedited, however much was rolled up. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOf, publicCommand } from '../../libs/contracts';
import { fittedDraft, type Form, type ReportData } from '../../libs/domain';
import type { Consolidation } from '../../libs/readmodel';
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
    ...{ values, draft: fittedDraft(form, values, sections), corrected: null },
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

async function written(draft: Consolidation): Promise<{ file: DraftFile; said: string }> {
  let said = '';
  const out = (more: string): void => void (said += more);
  const screen = new Screen({ lang: 'vi', json: false, width: 400, out, err: out });
  const client = {
    get: async () => draft,
    put: async () => ({ sha256: 'a'.repeat(64) }),
    all: async () => [OBLIGATION],
  } as unknown as Client;
  const path = join(folder, 'draft.json');
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
