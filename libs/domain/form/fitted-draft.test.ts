/** What of a draft fits into one report: figures whole, lists and texts as far as the limits allow, the rest counted. */
import { fittedDraft, MOST_DATA_BYTES, MOST_MODELS, MOST_SECTION_CHARACTERS } from './fitted-draft';
import { form, NOTE } from './testing/fixture';

const model = (at: number, summary = 'x'.repeat(60)) => ({
  name: `Mô hình ${at}`,
  place: 'xã',
  summary,
});
const models = (count: number, summary?: string) =>
  Array.from({ length: count }, (_, at) => model(at, summary));
const texts = (count: number, length: number) =>
  Array.from({ length: count }, (_, at) => ({
    unit: `xa-${at}`,
    name: { vi: `Xã ${at}`, en: `Commune ${at}` },
    text: 'ệ'.repeat(length),
  }));
const bytes = (data: object) => Buffer.byteLength(JSON.stringify(data));

test('what is short is carried whole, each text with the name of its sender', () => {
  const sections = [
    { code: 'results', texts: [...texts(1, 3), { unit: 'nga-son', name: null, text: 'xong' }] },
    { code: 'proposals', texts: [] },
  ];
  const values = { registered: 5, models: models(2) };
  expect(fittedDraft(form({ version: 3 }), values, sections)).toEqual({
    data: { form: 3, sections: { results: 'Xã 0: ệệệ\nnga-son: xong' }, values },
    cut: [],
  });
});

test('a long list and long texts are cut to what a report takes, and what is left out is counted', () => {
  const sections = ['results', 'proposals'].map((code) => ({ code, texts: texts(164, 40) }));
  const { data, cut } = fittedDraft(form(), { registered: 6_560, models: models(164) }, sections);
  expect(bytes(data)).toBeLessThanOrEqual(MOST_DATA_BYTES);
  expect(data.values.registered).toBe(6_560);
  const kept = (data.values.models as unknown[]).length;
  expect(kept).toBeGreaterThan(100);
  expect(cut[0]).toEqual({ part: 'values', code: 'models', kept, total: 164 });
  for (const [at, code] of ['results', 'proposals'].entries()) {
    const lines = data.sections[code]!.split('\n');
    expect(cut[at + 1]).toEqual({ part: 'sections', code, kept: lines.length - 1, total: 164 });
    expect(lines.length).toBeGreaterThan(5);
    expect(lines.at(-1)).toContain(`Còn ${164 - (lines.length - 1)}/164 báo cáo`);
  }
});

test('neither more models than are taken nor a longer text, however short or long each is', () => {
  const many = fittedDraft(form(), { models: models(500, '') }, []);
  expect((many.data.values.models as unknown[]).length).toBeLessThanOrEqual(MOST_MODELS);
  const long = fittedDraft(form(), {}, [{ code: 'results', texts: texts(90, 100).map(ascii) }]);
  expect(long.data.sections.results!.length).toBeLessThanOrEqual(MOST_SECTION_CHARACTERS);
  const one = fittedDraft(form(), {}, [{ code: 'results', texts: texts(1, 7_999) }]);
  expect(one.cut).toEqual([{ part: 'sections', code: 'results', kept: 0, total: 1 }]);
  expect(one.data.sections.results).toContain('Còn 1/1 báo cáo');
});

describe('fields that many wrote into', () => {
  const note = { ...NOTE, rollUp: 'list' as const, maxLength: 40 };
  const withNote = form({ fields: [...form().fields.filter(({ code }) => code !== 'note'), note] });
  const of = (code: string, ...said: readonly string[]) => ({
    code,
    texts: said.map((text, at) => ({ unit: `xa-${at}`, name: null, text })),
  });

  test('texts stand with their senders, as many as the field takes, and the rest is counted', () => {
    const whole = fittedDraft(withNote, { registered: 5 }, [], [of('note', 'xong', 'chưa xong')]);
    expect(whole).toMatchObject({
      data: { values: { note: 'xa-0: xong\nxa-1: chưa xong' } },
      cut: [],
    });
    const more = fittedDraft(withNote, {}, [], [of('note', 'một', 'x'.repeat(28), 'ba')]);
    expect(more.data.values.note).toBe('xa-0: một');
    expect(more.cut).toEqual([{ part: 'values', code: 'note', kept: 1, total: 3 }]);
    expect(whole.data.values.note).toHaveLength(26);
  });

  test('a text of exactly the length of the field is carried, one longer is not', () => {
    const sized = (length: number) =>
      fittedDraft(withNote, {}, [], [of('note', 'x'.repeat(length - 'xa-0: '.length))]);
    expect([sized(40).cut, String(sized(40).data.values.note).length]).toEqual([[], 40]);
    expect(sized(41)).toMatchObject({ data: { values: {} }, cut: [{ kept: 0, total: 1 }] });
  });

  test('of choices none is carried, and they are counted', () => {
    const { data, cut } = fittedDraft(form(), {}, [], [of('level', 'good', 'fair')]);
    expect(data.values).toEqual({});
    expect(cut).toEqual([{ part: 'values', code: 'level', kept: 0, total: 2 }]);
  });

  test('many long texts leave room for figures and models', () => {
    const long = { ...note, maxLength: 8_000 };
    const fields = [...form().fields.filter(({ code }) => code !== 'note'), long];
    const listed = [{ code: 'note', texts: texts(164, 200) }];
    const { data, cut } = fittedDraft(form({ fields }), { models: models(100) }, [], listed);
    expect(bytes(data)).toBeLessThanOrEqual(MOST_DATA_BYTES);
    expect((data.values.models as unknown[]).length).toBeGreaterThan(50);
    expect(cut.map(({ code }) => code)).toEqual(['note', 'models']);
  });
});

const ascii = <T extends { text: string }>(one: T) => ({ ...one, text: 'x'.repeat(100) });
