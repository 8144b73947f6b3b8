/** The pages of recognition: each rate with its target, no value said so, and what is told with its quote. */
import type { RecognitionDetail, RecognitionYearRow } from '../../libs/readmodel';
import type { Client } from './client';
import { listRecognition } from './commands/recognition';
import { showRecognition } from './commands/recognition-year';
import { Screen } from './screen';

const target = {
  ...{ grade: 'stated', quote: 'trên 95%', place: 'bản tin' },
  value: { comparator: '>', basisPoints: 9500 },
};
const told = {
  ...{ kinds: ['agency'], source: null, directive: null, reached: true },
  result: { ...target, value: { kind: 'bound', ...target.value } },
  by: { grade: 'inferred', value: 'bcd', reason: 'không nêu tên tỉnh' },
  byName: { vi: 'Ban Chỉ đạo', en: 'Committee' },
  norm: { policy: 'p@1', symbol: '23/2012/TT-BCA' },
  recordedAt: '2019-11-26T10:20:00.000Z',
};
const counts = { registered: 40, met: 38, notMet: 2, revoked: 0, undecided: 0 };
const year = {
  ...{ authority: 'ubnd', authorityName: { vi: 'UBND tỉnh', en: 'Province' }, year: 2020 },
  ...{ counts, rate: { met: 38, of: 40, basisPoints: 9500 }, target, reached: false, results: [] },
} as unknown as RecognitionYearRow;
const nobody = {
  ...year,
  ...{ year: 2021, counts: { ...counts, registered: 0, met: 0, notMet: 0 } },
  ...{ rate: { met: 0, of: 0, basisPoints: null }, reached: null, results: [told] },
} as unknown as RecognitionYearRow;
const detail = {
  ...nobody,
  delegation: {
    ...{ to: 'ubnd-xa-050', toName: { vi: 'UBND xã số 50', en: 'Commune 50' } },
    ...{ date: '2021-01-05', reason: 'phân cấp' },
  },
  checklists: [
    {
      policy: 'p@1',
      items: [
        { code: 'rated', text: { vi: 'Từ 70% được xếp loại', en: 'At least 70 % are rated' } },
        { code: 'in-q1', text: { vi: 'Đăng ký trong quý I', en: 'Registered in Q1' } },
      ],
    },
  ],
  deadlines: [
    {
      ...{ what: 'registrationEnds', kinds: ['agency'], last: '2021-03-31' },
      ...{ registered: 7, undecided: 7, units: [], more: 7 },
      unregistered: { count: 2, units: ['b'] },
    },
    { what: 'decisionDue', kinds: ['agency'], last: '2021-11-19', registered: null },
    {
      ...{ what: 'registrationReminder', kinds: ['agency'], last: '2021-03-31', registered: 6 },
      ...{ at: '2021-03-22T01:00:00.000Z', units: ['b'], more: 2 },
      derivation: [
        {
          ...{ rule: 'recognition.registration', source: 'nguồn', from: '2021-01-01' },
          ...{ to: '2021-03-31', params: { norm: '124/2021/TT-BCA' } },
        },
      ],
    },
  ],
  standingBody: 'bcd-138',
} as unknown as RecognitionDetail;
const lists: { readonly [list: string]: readonly unknown[] } = {
  called: [
    { unit: 'a', name: null, kind: 'agency', registered: true },
    {
      ...{ unit: 'b', name: { vi: 'Cơ quan B', en: 'B' }, kind: 'agency', registered: false },
      ...{ reference: '02/KH', calledOn: '2021-01-10', remindedAt: '2021-03-22T01:00:00.000Z' },
    },
  ],
  subjects: [
    {
      ...{ unit: 'a', name: { vi: 'Cơ quan A', en: 'A' }, kind: 'agency', status: 'registered' },
      ...{ registeredOn: '2021-05-04', decidedOn: null, decision: null, norm: told.norm },
      registration: { judged: 'late', first: '2021-01-01', last: '2021-03-31' },
      ...{ reason: null, reasons: null, noDossier: null, ended: null },
    },
    {
      ...{ unit: 'c', name: { vi: 'Cơ quan C', en: 'C' }, kind: 'agency', status: 'notMet' },
      ...{ registeredOn: '2021-03-04', decidedOn: '2021-11-18', decisionNumber: '10/QĐ' },
      ...{ decision: null, norm: told.norm, registration: { judged: 'inTime' } },
      noDossier: { status: 'registered', last: '2021-11-15' },
      ended: {
        ...{ on: '2021-07-01', how: 'merged', successors: ['a'], heir: 'a' },
        heirName: { vi: 'Cơ quan A', en: 'A' },
      },
    },
  ],
  classifications: [],
};
const answer = (item: string, given: object) => ({ item, answer: given, evidence: 'báo cáo năm' });
const dossier = (reached: number, happened: boolean) => ({
  ...{ date: '2021-11-01', documents: [], happened: happened ? ['events'] : [] },
  answers: [
    answer('rated', { kind: 'share', reached, of: 10 }),
    answer('in-q1', { kind: 'fulfilled', fulfilled: true }),
    answer('events', { kind: 'zeroTolerance', happened }),
  ],
});
const answered = ['m', 'n'].map((unit, n) => ({
  ...{ unit, name: { vi: `Trường ${unit}`, en: unit }, kind: 'educationalInstitution' },
  ...{ registeredOn: '2021-02-20', decidedOn: '2021-11-18', decisionNumber: '10/QĐ' },
  ...{ enteredOn: '2021-04-20', ownStatement: n === 0 },
  ...{ decision: null, norm: told.norm, registration: { judged: 'inTime' }, reason: null },
  ...{ reasons: null, noDossier: null, ended: null, status: n === 0 ? 'met' : 'notMet' },
  dossier:
    n === 0
      ? { ...dossier(6, false), unfulfilled: ['rated', 'in-q1'], contradicted: ['in-q1'] }
      : { ...dossier(8, true), unfulfilled: [] },
}));

function printed(
  show: (context: { client: Client; screen: Screen }) => Promise<void>,
  given = lists,
  width = 140,
) {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang: 'vi', json: false, width, out, err: out });
  const all = async (path: string) => given[path.split('/').at(-1)!] ?? [year, nobody];
  const client = { get: async () => detail, all };
  return show({ client: client as unknown as Client, screen }).then(() => text);
}

test('a list names a body once and tells exactly 95 % as not reached, and nobody as no value', async () => {
  const text = await printed((context) => listRecognition(context, {}));
  expect(text).toMatch(/^UBND tỉnh +2020 +40 +38 +2 +0 +95 % +trên 95 %: không đạt +–$/m);
  expect(text).toMatch(/^ +2021 +0 +0 +0 +0 +– +trên 95 % +trên 95 %: đạt$/m);
});

test('a year tells who has no decision and what each waits for, and of a missing dossier what shows it', async () => {
  const text = await printed((context) => showRecognition(context, 'ubnd', '2021'));
  const [, section] = text.split('Chưa có quyết định · ');
  const [waiting, subjects] = section!.split('Đối tượng đã đăng ký · ');
  expect(waiting).toMatch(/^Cơ quan A +cơ quan +chưa nộp hồ sơ +19\/11\/2021$/m);
  expect(waiting).not.toContain('Cơ quan C');
  const flat = subjects!.replace(/\s+/g, ' ');
  expect(flat).toContain('Không nộp hồ sơ (ngày cuối');
  expect(flat).toMatch(/Cơ quan C \(kết thúc/);
});

test('a year tells its last days, what is told with its quote, and who registered late', async () => {
  const text = await printed((context) => showRecognition(context, 'ubnd', '2021'));
  for (const line of [
    'Tỷ lệ: không có giá trị (0/0)',
    'Ngày cuối đăng ký: 31/03/2021 (cơ quan): 7 đã đăng ký, 2 được yêu cầu mà chưa đăng ký',
    'Nhắc đăng ký: 22/03/2021 08:00 (cơ quan): 3 đơn vị được nhắc',
    '    Đăng ký từ thứ Sáu 01/01/2021 đến thứ Tư 31/03/2021 (124/2021/TT-BCA; nguồn).',
    'Thường trực: bcd-138',
    '1 trong 2',
    'Cơ quan B',
    'Ngày cuối quyết định: 19/11/2021 (cơ quan): chưa đến',
    '    Trích: «trên 95%» (bản tin)',
    '    Của: Ban Chỉ đạo (suy ra: không nêu tên tỉnh)',
    'Ủy quyền: UBND xã số 50, 05/01/2021: phân cấp',
    '04/05/2021 (muộn:',
  ]) {
    expect(text).toContain(line);
  }
});

test('a year tells what the dossiers answer in the norm’s words, and whoever does not fulfil an item', async () => {
  const show = (context: { client: Client; screen: Screen }) =>
    showRecognition(context, 'ubnd', '2021');
  const text = await printed(show, { ...lists, subjects: answered });
  for (const line of [
    '• Từ 70% được xếp loại: 1/2 đạt',
    '    – Trường m: 6/10 (báo cáo năm) – vẫn công nhận, khác bộ tiêu chí',
    '• Đăng ký trong quý I: 1/2 đạt',
    '– Trường m: trả lời là đạt; dữ liệu cho thấy chưa đạt: đăng ký muộn (báo cáo năm)',
    '• events: 1/2 đạt',
    '    – Trường n: đã xảy ra (báo cáo năm)',
  ]) {
    expect(text).toContain(line);
  }
  expect(await printed(show)).not.toContain('Hồ sơ trả lời');
});

test('a registration entered later than its date shows both days, and whose statement it is', async () => {
  const show = (context: { client: Client; screen: Screen }) =>
    showRecognition(context, 'ubnd', '2021');
  const text = (await printed(show, { ...lists, subjects: answered })).replace(/\s+/g, ' ');
  expect(text).toContain('20/02/2021 (ghi sau, ngày 20/04/2021, theo lời khai của chính');
  expect(text).toContain('20/02/2021 (ghi ngày 20/04/2021)');
});

test('a revoked recognition says since when and by whom it stands no more, and who registered twice with whom', async () => {
  const show = (context: { client: Client; screen: Screen }) =>
    showRecognition(context, 'ubnd', '2021');
  const revoked = {
    ...{ ...answered[0], status: 'revoked', reason: 'hồ sơ không đúng' },
    revocation: {
      ...{ date: '2022-01-05', reason: 'hồ sơ không đúng' },
      actor: { id: 'chu-tich', role: 'leader', unit: 'ubnd' },
      unitName: { vi: 'UBND tỉnh', en: 'Province' },
    },
  };
  const said = (row: object) => printed(show, { ...lists, subjects: [row] }, 500);
  expect(await said(revoked)).toContain(
    '10/QĐ, 18/11/2021; thu hồi ngày 05/01/2022, chu-tich (UBND tỉnh)',
  );
  const elsewhere = [{ authority: 'ubnd-b', name: { vi: 'UBND tỉnh B', en: 'B' } }];
  expect(await said({ ...revoked, elsewhere })).toContain('Trường m (đăng ký cả tại UBND tỉnh B)');
  expect(await said({ ...revoked, revocation: null })).toContain('18/11/2021; đã thu hồi');
  expect(await said({ ...revoked, status: 'met' })).not.toContain('thu hồi');
});
