/** The reviews of 07/CT-BCA-V28: each year a frozen pack, and the five-year review of 2019 as the press report tells it. */
import { createHash } from 'node:crypto';
import type { ReviewPack } from '../../../libs/domain';
import type { DirectiveDetail, ReviewDetail, ReviewRow } from '../../../libs/readmodel';
import { DIRECTIVE_IDS, expectedOfS1, expectedPacksOfS4 } from '../../../samples';
import { read, type PlayedDrill } from './played-drill';

const S4 = DIRECTIVE_IDS.s4;

export function testReviews(drill: () => PlayedDrill): void {
  const { at, review, packOf } = reading(drill);

  test('twelve yearly reviews and one of five years, each with its frozen pack', async () => {
    const rows = await read<readonly ReviewRow[]>(at(`/v1/directives/${S4}/reviews`));
    expect(rows.map((it) => it.review)).toEqual(
      Array.from({ length: 12 + 1 }, (_, index) => index + 1),
    );
    for (const { pack, called } of rows) expect(pack?.asOf).toBe(called.cutOff);
  });

  test.each(expectedPacksOfS4)('the pack of $label is as worked out', async (expected) => {
    const { review: n, label, owed, ...counts } = expected;
    const { review: of, totals } = await packOf(n);
    expect(of.period.label.vi).toBe(label);
    expect(totals).toMatchObject({ owed, joinedLater: 0, counts });
  });

  test('the late review of 2016 stands beside its pack as later', async () => {
    const { later } = await review(3);
    expect(later.map(({ round, unit, type }) => [round, unit, type])).toEqual([
      [`${S4}~review~2016`, 'v28', 'ReportSubmitted'],
      [`${S4}~review~2016`, 'v28', 'ReportAccepted'],
    ]);
  });
}

/** S1: what the press report tells, and what the pages make of it. */
export function testReviewOf2019(drill: () => PlayedDrill): void {
  const { at, review, packOf } = reading(drill);

  test('the review of 2019: 300 delegates, five conclusions that wait, the province an inference', async () => {
    const { conference, conclusionRows, called } = await review(expectedOfS1.review);
    expect(conference).toMatchObject({
      when: { grade: 'stated', value: '2019-11-26' },
      where: { grade: 'inferred' },
      by: { grade: 'inferred' },
      attendance: { grade: 'stated', value: { delegates: expectedOfS1.delegates } },
    });
    expect(called.scope?.units).toMatchObject({ grade: 'inferred', value: ['cat-binh-thuan'] });
    expect(conclusionRows.map(({ key, status, duty }) => [key, status, duty])).toEqual(
      ['Một là', 'Hai là', 'Ba là', 'Bốn là', 'Năm là'].map((key) => [key, 'waiting', null]),
    );
  });

  test('its pack holds what one province owed, and the plan, the conference and the ratio of 2014', async () => {
    const { totals, occurrences } = await packOf(expectedOfS1.review);
    const { doneOnTime, doneLate, openOnTime, openLate } = totals.counts;
    expect(totals.owed).toBe(expectedOfS1.owed);
    expect(doneOnTime + doneLate + openOnTime + openLate).toBe(expectedOfS1.owed);
    expect(occurrences.map(({ type }) => type)).toEqual([
      'ResultRecorded',
      'ConferenceHeld',
      'ResultRecorded',
    ]);
  });

  test('the page of the directive shows each task with its judgement, and what waits', async () => {
    const page = await read<DirectiveDetail>(at(`/v1/directives/${S4}`));
    expect(page.judgements.map(({ task }) => task)).toEqual(['1', '2', '3', '4', '5', '6', '7']);
    for (const { reason, by } of page.judgements) {
      expect([reason, by.unit]).toEqual(['Đánh giá giả định (chạy mô phỏng)', 'bo-cong-an']);
    }
    expect(page.waiting).toHaveLength(expectedOfS1.conclusions);
  });

  test('the screen says so', () => {
    for (const line of [
      'sơ kết / reviews: 13',
      'hồ sơ đã chốt / frozen packs: 13',
      'nhiệm vụ đã đánh giá / tasks judged: 7/7',
      'kết luận chờ giao / conclusions waiting: 5',
    ]) {
      expect(drill().standalone.said()).toContain(line);
    }
  });
}

function reading(drill: () => PlayedDrill) {
  const at = (path: string) => new URL(path, drill().addresses.api);
  const review = (n: number) => read<ReviewDetail>(at(`/v1/directives/${S4}/reviews/${n}`));

  async function packOf(n: number): Promise<ReviewPack> {
    const { pack } = await review(n);
    const bytes = Buffer.from(await (await fetch(at(`/v1/content/${pack!.sha256}`))).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(pack!.sha256);
    expect(bytes).toHaveLength(pack!.size);
    return JSON.parse(bytes.toString('utf8')) as ReviewPack;
  }

  return { at, review, packOf };
}
