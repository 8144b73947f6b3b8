/** The date of a decision lies after what came before it, and is chosen to evade no bar. */
import type { CommendationState, StepPlan } from '../domain';
import { BOOK, nominated, planned } from './testing/commendation';

describe('the date of a decision', () => {
  const at = '2026-03-16T02:00:00.000Z';
  const bar = (id: string, from: string, to: string | null) => ({
    ...{ id, unit: 'cat-thanh-hoa', kind: 'inspection' as const, from, to },
    ...{ reason: 'thanh tra', source: 'QĐ' },
  });
  const bars = { b1: bar('b1', '2026-03-10', null), b2: bar('b2', '2026-03-03', '2026-03-06') };
  const the = { ...BOOK, bars: { bars } } as typeof BOOK;
  const appraised = {
    ...nominated(),
    nominatedAt: '2026-03-01T18:00:00.000Z',
    appraisal: { opinionsOf: [], at: '2026-03-03T18:00:00.000Z' },
  } as unknown as CommendationState;
  const decided = (date: string, state = appraised) =>
    planned('DecideCommendation', { date }, at, state, { the }) as StepPlan;

  test('is not before the nomination and the appraisal, in days of the office', () => {
    const early = { impossible: 'commendation.decision-too-early' };
    expect(decided('2026-03-03')).toMatchObject({ ...early, params: { since: '2026-03-04' } });
    expect(decided('2026-03-04')).not.toHaveProperty('impossible');
    const only = { ...appraised, appraisal: null };
    expect(decided('2026-03-01', only)).toMatchObject({
      ...early,
      params: { since: '2026-03-02' },
    });
    expect(decided('2026-03-17')).toMatchObject({ impossible: 'commendation.date-ahead' });
  });

  test('evades no bar: what bars on that date bars, and what bars today', () => {
    const ids = (date: string) => decided(date).bars.map(({ id }) => id);
    expect(ids('2026-03-05')).toEqual(['b2', 'b1']);
    expect(ids('2026-03-09')).toEqual(['b1']);
    expect(ids('2026-03-16')).toEqual(['b1']);
  });
});
