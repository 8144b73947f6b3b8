/** What came out after the directives of the drill: a standard replaced, and a later directive that leaves an assumption. */
import type { AssumptionRow, DirectiveDetail } from '../../../libs/readmodel';
import { allOf, read, S0, S4, type PlayedDrill } from './played-drill';

export function testLater(drill: () => PlayedDrill): void {
  const api = () => drill().addresses.api;

  test.each([S0, S4])('that %s is in force still in 2025 is an assumption it lists', async (id) => {
    const rows = await allOf<AssumptionRow>(api(), `/v1/assumptions?directive=${id}`);
    expect(rows.filter(({ code }) => code === 'instrument.later')).toMatchObject([
      {
        firstAt: expect.stringMatching(/^2025-05-08/),
        text: { vi: expect.stringContaining('06/CT-BCA-V05') },
      },
    ]);
  });

  test.each([
    [S4, '23/2012/TT-BCA'],
    [S0, '23/2012/TT-BCA-V28'],
  ])('the standard that %s cites was replaced in the middle of its life', async (id, cited) => {
    const { laterInstruments } = await read<DirectiveDetail>(
      new URL(`/v1/directives/${id}`, api()),
    );
    expect(laterInstruments.find(({ about }) => about !== null)).toMatchObject({
      about: cited,
      instrument: { symbol: '124/2021/TT-BCA' },
      relation: { grade: 'inferred', value: 'replaces' },
      effectiveOn: '2022-02-10',
    });
  });
}
