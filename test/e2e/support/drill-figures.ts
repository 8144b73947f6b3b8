/** The drill's figures, asked over HTTP and compared with what was worked out by hand before it first ran. */
import type { RoundDetail, Summary } from '../../../libs/readmodel';
import { expected, totals, type ExpectedRound } from '../../../samples';
import { allOf, read, type PlayedDrill } from './played-drill';

/** The ladder of the drill's policy, and what an acknowledgement has left of it: the rest lies before its opening. */
const RUNGS = ['T-7', 'T-1', 'T1', 'T3', 'T5', 'T10'];
const RUNGS_OF_ACK = ['T1', 'T3', 'T5', 'T10'];

export function testFigures(drill: () => PlayedDrill): void {
  const api = () => drill().addresses.api;

  async function roundsOf(directive: string): Promise<RoundDetail[]> {
    const path = `/v1/rounds?directive=${directive}`;
    const rows = await allOf<{ round: string }>(api(), path);
    return Promise.all(
      rows.map(({ round }) => read<RoundDetail>(new URL(`/v1/rounds/${round}`, api()))),
    );
  }

  test.each(expected)('every round of $directive is as expected', async ({ directive, rounds }) => {
    const played = await roundsOf(directive);
    const byDuty = Object.fromEntries(
      Object.keys(rounds).map((duty) => [
        duty,
        played.filter((round) => round.duty === duty).map(figuresOf),
      ]),
    );
    expect(byDuty).toEqual(withoutZeros(rounds));
    expect(played).toHaveLength(Object.values(rounds).flat().length);
  });

  test.each(expected)('every round of $directive has the whole ladder', async ({ directive }) => {
    for (const { duty, schedules } of await roundsOf(directive)) {
      for (const { schedule, rungs } of schedules) {
        expect([duty, schedule, rungs.map(({ rung }) => rung)]).toEqual([
          duty,
          schedule,
          duty === 'ack' ? RUNGS_OF_ACK : RUNGS,
        ]);
      }
    }
  });

  test.each(expected)('the totals of $directive are as expected', async ({ directive }) => {
    const { directives } = await read<Summary>(new URL('/v1/summary', api()));
    const row = directives.find((it) => it.directive === directive)!;
    const { doneOnTime, doneLate, openOnTime, openLate, total } = row.counts;
    const { reminders, letterDrafts, escalations, explanations } = row.urging;
    expect({
      rounds: row.rounds,
      obligations: row.obligations,
      doneOnTime,
      doneLate,
      openOnTime,
      openLate,
      reminders,
      letters: letterDrafts,
      escalations,
      explanations,
    }).toEqual(totals[directive]);
    expect(doneOnTime + doneLate + openOnTime + openLate).toBe(total);
  });
}

export function testScreen(drill: () => PlayedDrill): void {
  test('the screen said the same', () => {
    for (const [index, { directive, symbol }] of expected.entries()) {
      const it = totals[directive];
      const cells = [
        it.rounds,
        it.obligations,
        it.doneOnTime,
        it.doneLate,
        it.openOnTime,
        it.openLate,
        it.reminders,
        it.escalations,
        it.letters,
      ];
      const row = new RegExp(`^${index + 1}\\. ${symbol} +${cells.join(' +')} +\\d+$`, 'm');
      expect(drill().standalone.said()).toMatch(row);
    }
  });

  test('the screen tells what was reported, reviewed and reached', () => {
    for (const line of [
      '10/10 đến / by 31/12/2014',
      'sơ kết / review 26/11/2019: 300 đại biểu / delegates; 5 kết luận / conclusions',
      '2025-H1: 950/1000, chưa đạt / not reached',
      '2025-H2: 6396/6560, đạt / reached',
      'tiêu chí để xem xét / criteria to consider: 2',
    ]) {
      expect(drill().standalone.said()).toContain(line);
    }
  });

  test('the screen names the five documents, one of them as a source of another', () => {
    for (const line of [
      '1. 09-CT/TU, 30/12/2011, Ban Thường vụ Tỉnh ủy Thanh Hóa: bản lưu chưa đủ / our copy incomplete',
      '2. 07/CT-BCA-V28, 15/08/2014, Bộ Công an: toàn văn / full text',
      '   + Bản tin về Hội nghị sơ kết 05 năm',
      'nguồn của văn bản trên / a source of it: bản tin về sơ kết',
      '3. 04/CT-UBND, 02/04/2018, UBND tỉnh Thanh Hóa: bản lưu chưa đủ',
      '4. 04/CT-UBND, 18/03/2021, UBND tỉnh Hậu Giang: bản tin',
    ]) {
      expect(drill().standalone.said()).toContain(line);
    }
  });
}

function figuresOf({ period, dueAt, counts, schedules }: RoundDetail) {
  const issued: Record<string, number> = {};
  for (const { rung, issued: count } of schedules.flatMap(({ rungs }) => rungs)) {
    if (count > 0) issued[rung] = (issued[rung] ?? 0) + count;
  }
  const { total: obligations, doneOnTime, doneLate, openOnTime, openLate } = counts;
  return {
    period: period.id,
    due: dueAt,
    obligations,
    doneOnTime,
    doneLate,
    openOnTime,
    openLate,
    issued,
  };
}

/** That nobody was issued is said by 0 or by leaving the rung out. */
function withoutZeros(rounds: { readonly [duty: string]: readonly ExpectedRound[] }) {
  return Object.fromEntries(
    Object.entries(rounds).map(([duty, all]) => [
      duty,
      all.map(({ issued, ...round }) => ({
        ...round,
        issued: Object.fromEntries(Object.entries(issued).filter(([, count]) => count > 0)),
      })),
    ]),
  );
}
