/** What a change set asks of the open rounds says the direction, and that it is asked: a round tells itself what it moved. */
import { DIRECTIVE_SENTENCES } from './directive-sentences';

const names = (unit: string) => ({ vi: unit, en: unit });
const said = (back: boolean, rounds: number) =>
  DIRECTIVE_SENTENCES.HandOverAsked(
    {
      ...{ title: 'Bỏ cấp huyện', on: '2025-07-01', back, reason: null },
      rounds: Array.from({ length: rounds }, () => ({})),
    } as never,
    names,
  );

test('forward to the heirs', () => {
  expect(said(false, 2)).toMatchObject({
    vi: expect.stringContaining('yêu cầu 2 đợt đang mở chuyển cho đơn vị kế thừa'),
    en: expect.stringContaining('2 open rounds are asked to hand over to the heirs'),
  });
});

test('and back to the former units when it is undone', () => {
  const undone = said(true, 2);
  expect(undone).toMatchObject({
    vi: expect.stringContaining('yêu cầu 2 đợt đang mở trả lại cho đơn vị cũ'),
    en: expect.stringContaining('2 open rounds are asked to give back to the former units'),
  });
  expect(JSON.stringify(undone)).not.toContain('kế thừa');
});

test('where no round is open, nothing is asked', () => {
  for (const back of [false, true]) {
    expect(said(back, 0)).toMatchObject({
      vi: expect.stringContaining('không có đợt nào đang mở liên quan'),
    });
  }
});
