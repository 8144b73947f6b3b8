/** What a dossier does not fulfil is kept and said: when it is handed in, when "met" is proposed, and when it is decided. */
import { answers, CHECKLIST, RecognitionYear } from '../testing/recognition-scene';
import { codeOf, eventsOf } from '../testing/scene';
import type { ChecklistItem } from './norm';
import type { RecognitionPlan } from './plan';

const IN_TIME: ChecklistItem = {
  ...{ code: 'in-q1', kinds: ['educationalInstitution'], source: 'nguồn' },
  text: { vi: 'Đăng ký trong quý I', en: 'Registered in the first quarter' },
  measure: { kind: 'fulfilled' },
  shownBy: 'registration',
};
const checklist = [...CHECKLIST, IN_TIME];
const fewer = { rated: { kind: 'share', reached: 6, of: 10 } } as const;
const claimed = { 'in-q1': { kind: 'fulfilled', fulfilled: true } } as const;

function registered(date: string, plan: Partial<RecognitionPlan> = {}): RecognitionYear {
  const year = new RecognitionYear({ checklist, ...plan });
  year.register('a', {}, date);
  return year;
}

const dataOf = (decision: Parameters<typeof eventsOf>[0]) => eventsOf(decision)[0]!.data as object;

describe('registered late', () => {
  test('an answer that it was in time is contradicted by the record, which wins', () => {
    const data = dataOf(registered('2023-05-04').submit('a', answers(claimed)));
    expect(data).toMatchObject({
      unfulfilled: ['in-q1'],
      contradicted: ['in-q1'],
      failed: [{ item: 'in-q1', text: IN_TIME.text }],
    });
  });

  test('an answer that says so is only not fulfilled', () => {
    const honest = { 'in-q1': { kind: 'fulfilled', fulfilled: false } } as const;
    const data = dataOf(registered('2023-05-04').submit('a', answers(honest)));
    expect(data).toMatchObject({ unfulfilled: ['in-q1'] });
    expect(data).not.toHaveProperty('contradicted');
  });
});

test('registered in time, an answer to it stands as it is', () => {
  const data = dataOf(registered('2023-02-10').submit('a', answers(claimed)));
  expect(data).toMatchObject({ unfulfilled: [], happened: [] });
  expect(data).not.toHaveProperty('failed');
});

describe('an item that is not fulfilled', () => {
  const words = { rated: { vi: 'Từ 70% được xếp loại', en: 'At least 70 % are rated' } };

  function upToAppraisal(plan: Partial<RecognitionPlan> = {}) {
    const year = registered('2023-02-10', plan);
    year.register('b');
    year.submit('a', answers({ ...claimed, ...fewer }));
    year.submit('b', answers(claimed));
    const appraised = year.appraise('a');
    year.appraise('b');
    return { year, appraised };
  }

  test('is named where “met” is proposed all the same', () => {
    expect(dataOf(upToAppraisal().appraised)).toMatchObject({ unfulfilled: ['rated'] });
  });

  test('is named by a decision that recognises against it, in words and with how many', () => {
    const { year } = upToAppraisal({ words });
    expect(dataOf(year.decide(['a', 'b']))).toMatchObject({
      against: [{ item: 'rated', text: words.rated, units: 1 }],
    });
    const without = upToAppraisal().year;
    expect(dataOf(without.decide(['a']))).toMatchObject({
      against: [{ item: 'rated', text: null, units: 1 }],
    });
  });

  test('is nothing to say of who is not recognised, nor after a dossier that fulfils it', () => {
    const { year } = upToAppraisal({ words });
    const notMet = [{ unit: 'a', reason: 'chưa đủ' }];
    expect(dataOf(year.decide(['b'], notMet))).not.toHaveProperty('against');
    const again = registered('2023-02-10');
    again.submit('a', answers({ ...claimed, ...fewer }));
    expect(again.scene.state.subjects.a).toMatchObject({ unfulfilled: ['rated'] });
    expect(codeOf(again.submit('a'))).toBe('recognition.not-possible-now');
  });
});

test('words too long for an entry stand in the norm alone', () => {
  const text = { vi: 'x'.repeat(1_000), en: 'x'.repeat(1_000) };
  const many = Array.from({ length: 20 }, (_, n) => ({ ...IN_TIME, code: `i-${n}`, text }));
  const year = new RecognitionYear({ checklist: many });
  year.register('a', {}, '2023-05-04');
  const given = many.map(({ code }) => ({
    ...{ item: code, evidence: 'x' },
    answer: { kind: 'fulfilled', fulfilled: false } as const,
  }));
  const data = dataOf(year.submit('a', given)) as { unfulfilled: unknown[] };
  expect(data.unfulfilled).toHaveLength(20);
  expect(data).not.toHaveProperty('failed');
});
