/** What a dossier does not fulfil is said with the norm's words, and so is a decision against the checklist. */
import type { RecognitionEvent } from '../../domain';
import { RECOGNITION_SENTENCES } from './recognition-sentences';

type DataOf<T extends RecognitionEvent['type']> = Extract<RecognitionEvent, { type: T }>['data'];

const names = (unit: string) => ({ vi: `Đơn vị ${unit}`, en: `Unit ${unit}` });
const norm = { policy: 'n@1', symbol: '124/2021/TT-BCA' };
const year = { authority: 'ubnd', year: 2026, norm, assumptions: [] };
const rated = { vi: 'Từ 70% được xếp loại', en: 'At least 70 % are rated' };
const inTime = { vi: 'Đăng ký trong quý I', en: 'Registered in the first quarter' };

const dossier = (changes: Partial<DataOf<'RecognitionDossierSubmitted'>>) =>
  RECOGNITION_SENTENCES.RecognitionDossierSubmitted(
    {
      ...{ ...year, unit: 'a', date: '2026-11-02', answers: [], documents: [] },
      ...{ happened: [], unfulfilled: [], ...changes },
    },
    names,
  );

test('a dossier says what happened, what is not fulfilled and what the record contradicts', () => {
  const { vi, en } = dossier({
    happened: ['events'],
    unfulfilled: ['rated', 'in-q1'],
    contradicted: ['in-q1'],
    failed: [
      { item: 'rated', text: rated },
      { item: 'in-q1', text: inTime },
    ],
  });
  expect(vi).toContain('; đã xảy ra việc không được để xảy ra (“events”)');
  expect(vi).toContain('; chưa đạt tiêu chí (“Từ 70% được xếp loại”)');
  expect(vi).toContain('; trả lời là đạt nhưng dữ liệu cho thấy chưa đạt (“Đăng ký trong quý I”).');
  expect(en).toContain('; answered as fulfilled while the record shows otherwise (“Registered');
  expect(dossier({}).vi).toMatch(/0 tài liệu\.$/);
});

test('a registration says both days, and whose statement the earlier one is', () => {
  const registered = (changes: Partial<DataOf<'RecognitionRegistered'>>) =>
    RECOGNITION_SENTENCES.RecognitionRegistered(
      {
        ...{ ...year, unit: 'a', kind: 'agency', trait: null, reference: '01/KH' },
        ...{ date: '2026-02-20', enteredOn: '2026-04-20', deadlines: [] },
        timeliness: { judged: 'late', first: '2026-01-01', last: '2026-03-31' },
        ...changes,
      },
      names,
    ).vi;
  expect(registered({ ownStatement: true })).toContain(
    '; ghi sau, ngày 20/04/2026, theo lời khai của chính đơn vị là ngày 20/02/2026; muộn:',
  );
  expect(registered({})).toContain('; nhận ngày 20/02/2026, ghi ngày 20/04/2026');
  expect(registered({ enteredOn: '2026-02-20' })).not.toContain('ghi');
});

test('a proposal and a decision against the checklist say so', () => {
  const appraised = RECOGNITION_SENTENCES.RecognitionDossierAppraised(
    {
      ...{ ...year, unit: 'a', date: '2026-11-10', proposal: 'met', reasons: 'x' },
      unfulfilled: ['rated'],
    },
    names,
  );
  expect(appraised.vi).toContain('đề nghị «đạt», khác bộ tiêu chí (1 tiêu chí chưa đạt)');
  const decided = RECOGNITION_SENTENCES.RecognitionDecided(
    {
      ...{ ...year, number: '10/QĐ', date: '2026-11-18', by: 'ubnd', met: ['a'], notMet: [] },
      ...{ timeliness: [], otherwise: 0 },
      against: [
        { item: 'rated', text: rated, units: 1 },
        { item: 'x', text: null, units: 2 },
      ],
    },
    names,
  );
  expect(decided.vi).toContain(
    '; khác bộ tiêu chí: “Từ 70% được xếp loại” (1 đơn vị), “x” (2 đơn vị).',
  );
  expect(decided.en).toContain('; against the checklist: “At least 70 % are rated” (1 unit), ');
});
