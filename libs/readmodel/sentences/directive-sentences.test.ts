/** Why a round was not opened is said in words: what the text leaves open, or what is not on record. */
import { DIRECTIVE_SENTENCES } from './directive-sentences';

const names = (unit: string) => ({ vi: unit, en: unit });
const period = { id: 'once', label: { vi: 'một lần', en: 'once' } };
const said = (...missing: readonly string[]) => {
  const data = { duty: 'report', period, missing, plansNext: false } as never;
  return DIRECTIVE_SENTENCES.RoundNotConvened(data, names);
};

test('a round that nobody owes says so, and does not blame the text', () => {
  expect(said('units').vi).toContain('không có đơn vị nào thuộc diện thực hiện');
  expect(said('units').en).toContain('there is no unit that owes it');
  expect(said('policy.ladder').vi).toContain('không có quy định về nhắc, đôn đốc');
});

test('a round whose due time moved before its opening says so, and does not blame the text', () => {
  expect(said('due.toCome').vi).toContain('không có thời hạn sau lúc mở đợt');
  expect(said('due.toCome').en).toContain('there is no due time after its opening');
});

test('a value that is not stated is named', () => {
  expect(said('due', 'to').vi).toContain('văn bản không nêu thời hạn, gửi cho ai');
});
