/** The two hops of 04/CT-UBND of Thanh Hóa in the drill: figures of the first, and the draft of the second. */
import type { Consolidation, Indicators, ObligationDetail } from '../../../libs/readmodel';
import {
  DIRECTIVE_IDS,
  expectedDraft,
  expectedIndicator,
  expectedIndicatorOfS4,
  expectedOfThanhHoa,
  expectedReportsOf,
  expectedRollUps,
} from '../../../samples';
import { read, type PlayedDrill } from './played-drill';

const { s0: S0, s4: S4 } = DIRECTIVE_IDS;

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

export function testRollUpToIssuer(drill: () => PlayedDrill): void {
  const ask = <Page>(path: string) => read<Page>(new URL(path, drill().addresses.api));
  const handedIn = async (id: string) => {
    const { reports } = await ask<ObligationDetail>(`/v1/obligations/${id}`);
    return reports.at(-1)!.report.data!.values;
  };

  test("what the committee hands in is the engine's draft, and counts what was left out", async () => {
    for (const { period, values, models } of expectedRollUps) {
      const id = `${S0}~rollup~${period}~0~bcd-138-thanh-hoa`;
      const sent = await handedIn(id);
      expect([period, sent]).toMatchObject([period, values]);
      const { draft, parts } = await ask<Consolidation>(`/v1/obligations/${id}/consolidation`);
      expect([period, draft!.data.values]).toEqual([period, sent]);
      expect([period, (sent.models as unknown[]).length]).toEqual([period, models]);
      expect(draft!.cut.filter(({ part }) => part === 'values')).toEqual(
        models === parts.length
          ? []
          : [{ part: 'values', code: 'models', kept: models, total: parts.length }],
      );
    }
  });

  test("its figures reach the issuer: on the ministry's page of the police of Thanh Hóa", async () => {
    for (const { period, values } of expectedOfThanhHoa) {
      const id = `${S4}~report~${period}~0~cat-thanh-hoa`;
      const page = await ask<ObligationDetail>(`/v1/obligations/${id}`);
      expect([period, page.status, page.reports.at(-1)!.report.data!.values]).toMatchObject([
        period,
        'accepted',
        values,
      ]);
    }
  });

  test("the ministry's share has every force and Thanh Hóa's roll-up in it", async () => {
    const { items } = await ask<Indicators>(`/v1/indicators?directive=${S4}`);
    const values = items[0]!.values
      .filter(({ period }) => period.id >= '2022')
      .map(({ period, numerator, denominator, reached }) => ({
        period: period.id,
        numerator,
        denominator,
        reached,
      }));
    expect(values).toEqual(expectedIndicatorOfS4);
  });

  test('what passes through a channel was passed on before it was accepted', async () => {
    const count = async (condition: string) => {
      const sql = `SELECT count(*)::int AS n FROM read.obligations WHERE duty_id = 'report' AND status = 'accepted'
        AND directive_id = ANY($1) AND (${condition})`;
      return (await drill().pool.query<{ n: number }>(sql, [[S0, S4]])).rows[0]!.n;
    };
    expect(await count('not_passed_on IS NOT NULL OR passed_on_at IS NULL')).toBe(0);
    expect(await count('passed_on_at IS NOT NULL')).toBe(await count('true'));
  });
}
