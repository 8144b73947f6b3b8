/** The reorganisations in the drill: what moved, who answers since, and that another directive's roll-up answered for a unit. */
import type { DirectiveDetail, ReorganisationRow } from '../../../libs/readmodel';
import { DIRECTIVE_IDS, expectedReorganisations, REORGANISATION_IDS } from '../../../samples';
import { orgState, roundsOf } from './book';
import { allOf, read, S0, S2, S4, type PlayedDrill } from './played-drill';

export function testReorganisations(drill: () => PlayedDrill): void {
  testSets(drill);
  testOwners(drill);
  testHeirs(drill);
}

function testSets(drill: () => PlayedDrill): void {
  const api = () => drill().addresses.api;

  test('each is carried out, and moved what was worked out by hand', async () => {
    const rows = await allOf<ReorganisationRow>(api(), '/v1/reorganisations');
    const played = rows.map(({ reorganisation, ending, moved, status, withoutHeir }) => ({
      ...{ reorganisation, ending, moved, status, withoutHeir },
    }));
    expect(played).toEqual(
      expectedReorganisations.map((it) => ({ ...it, status: 'completed', withoutHeir: [] })),
    );
  });

  test('what nobody was named for waited until an heir was decided', async () => {
    const path = `/v1/reorganisations/${REORGANISATION_IDS.communes}`;
    const { decidedAt, endedAt } = await read<ReorganisationRow>(new URL(path, api()));
    expect([decidedAt, endedAt]).toEqual(['2025-07-01T00:30:00.000Z', '2025-07-03T02:00:00.000Z']);
  });

  test('the screen tells them', () => {
    for (const figures of [
      'đơn vị kết thúc / units ended: 52; nghĩa vụ chuyển giao / obligations moved: 24',
      'đơn vị kết thúc / units ended: 30; nghĩa vụ chuyển giao / obligations moved: 8',
    ]) {
      expect(drill().standalone.said()).toContain(figures);
    }
  });
}

function testOwners(drill: () => PlayedDrill): void {
  test('no open obligation is left with a unit that has ended', () => {
    const { units } = orgState(drill().book);
    const owners = [S0, S2, S4]
      .flatMap((directive) => roundsOf(drill().book, directive))
      .flatMap(({ state }) => Object.values(state.obligations))
      .filter(({ status }) => status === 'open')
      .map(({ owner }) => owner);
    expect(owners.filter((owner) => units[owner]!.ended !== null)).toEqual([]);
    // 1 of 09-CT/TU, 13 of 07/CT-BCA-V28 and 25 of 04/CT-UBND are open and late at the end.
    expect(owners).toHaveLength(1 + 13 + 25);
  });

  test('a round after the reform is owed by the communes, which a person added', async () => {
    const { lateClasses } = await pageOf(drill(), DIRECTIVE_IDS.s0);
    expect(lateClasses.map(({ roleClass }) => roleClass)).toEqual(['chu-tich-ubnd-xa']);
    const owe = (period: string) => Object.keys(reportsOf(drill(), S0, period));
    expect(owe('2025-H1').filter((unit) => /-xa-/.test(unit))).toEqual([]);
    expect(owe('2025-H2').filter((unit) => !/-xa-/.test(unit))).toEqual([]);
  });
}

function testHeirs(drill: () => PlayedDrill): void {
  test('an heir handed in what it inherited, under the old name and its own', () => {
    expect(reportsOf(drill(), S4, '2024')['cat-hoa-binh']).toMatchObject({
      owner: 'cat-phu-tho',
      submissions: [{ by: 'cat-phu-tho', channel: 'electronic' }],
    });
  });

  test("that the province's roll-up answers the Ministry is an inference", async () => {
    const { answeredBy } = await pageOf(drill(), DIRECTIVE_IDS.s4);
    expect(answeredBy).toMatchObject([
      { unit: 'cat-thanh-hoa', symbol: '04/CT-UBND', grounds: { grade: 'inferred' } },
    ]);
    for (const period of ['2022', '2023', '2024', '2025']) {
      expect(reportsOf(drill(), S4, period)['cat-thanh-hoa']!.submissions).toMatchObject([
        { by: 'bcd-138-thanh-hoa', channel: 'rollUp' },
      ]);
    }
  });
}

function pageOf({ addresses }: PlayedDrill, directive: string): Promise<DirectiveDetail> {
  return read<DirectiveDetail>(new URL(`/v1/directives/${directive}`, addresses.api));
}

/** Who owes what in the round of one period's reports. */
function reportsOf({ book }: PlayedDrill, directive: string, period: string) {
  const found = roundsOf(book, directive).find(
    ({ ref }) => ref.duty === 'report' && ref.period === period,
  );
  return found!.state.obligations;
}
