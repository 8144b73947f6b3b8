/** The two hops of 04/CT-UBND of Thanh Hóa in the drill: figures of the first, and the draft of the second. */
import type { Consolidation, Indicators } from '../../../libs/readmodel';
import {
  DIRECTIVE_IDS,
  expectedDraft,
  expectedIndicator,
  expectedReportsOf,
} from '../../../samples';
import { read, type PlayedDrill } from './played-drill';

const S0 = DIRECTIVE_IDS.s0;

export function testRollUp(drill: () => PlayedDrill): void {
  const ask = <Page>(path: string) => read<Page>(new URL(path, drill().addresses.api));

  test('exactly 95.0 % never reaches more than 95 %, and every value names its reports', async () => {
    const { items } = await ask<Indicators>(`/v1/indicators?directive=${S0}`);
    const values = items[0]!.values.map(({ period, numerator, denominator, reached }) => ({
      period: period.id,
      numerator,
      denominator,
      reached,
    }));
    expect(values).toEqual(expectedIndicator);
    for (const { period, numeratorFrom, without } of items[0]!.values) {
      expect([numeratorFrom.length, without.length]).toEqual(expectedReportsOf(period.id));
    }
  });

  test("the committee's draft adds up what was accepted, names who is missing, and says how it is known", async () => {
    const id = `${S0}~rollup~2021-H2~0~bcd-138-thanh-hoa`;
    const draft = await ask<Consolidation>(`/v1/obligations/${id}/consolidation`);
    expect(draft.values).toMatchObject(expectedDraft.values);
    expect(draft.values.models).toHaveLength(expectedDraft.models);
    expect([draft.parts.length, draft.missing.length]).toEqual([
      expectedDraft.parts,
      expectedDraft.missing,
    ]);
    expect(draft.sources).toMatchObject([{ duty: 'report', grounds: { grade: 'stated' } }]);
  });
}
