/** `dondoc why shortlist`: a place is told by its criteria, its neighbours, and the entries behind the evidence. */
import type { ObligationRow, Shortlist } from '../../libs/readmodel';
import type { Client } from './client';
import { whyPlace } from './commands/why-shortlist';
import { Screen } from './screen';

const both = (text: string) => ({ vi: text, en: text });

const ranked = (rank: number, unit: string, score: number, evidence: readonly string[]) => ({
  ...{ rank, tied: false, unit, name: both(unit.toUpperCase()), score },
  criteria: [
    {
      ...{ criterion: 'onTime', name: both('Đúng hạn'), part: 2, of: 4, points: 60 },
      ...{ contribution: 30, evidence },
    },
  ],
});

const PAGE = {
  asOf: '2019-12-20T05:00:00.000Z',
  policy: { name: 'shortlist@1', text: both('Trọng số'), source: 'nguồn' },
  ranked: [
    ranked(1, 'a', 90, []),
    ranked(2, 'b', 30, [
      'd-1~report~2018~0~b',
      'models=d-1~report~2018~0~b#1',
      'recognition/x/2018',
    ]),
  ],
  barred: [{ unit: 'c' }],
  ended: [],
} as unknown as Shortlist;

const ROW = {
  ...{ obligation: 'd-1~report~2018~0~b', title: both('Báo cáo'), period: { label: both('2018') } },
  ...{ standing: 'doneOnTime', entry: 512 },
} as unknown as ObligationRow;

function contextOf() {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang: 'vi', json: false, width: 100, out, err: out });
  const client = {
    get: async (path: string) =>
      path.startsWith('/v1/shortlist')
        ? PAGE
        : path.startsWith('/v1/units/')
          ? { unit: path.at(-1) }
          : { directive: 'd-1' },
    all: async () => [ROW],
  } as unknown as Client;
  return { context: { client, screen }, printed: () => text };
}

test('each criterion is told with what it rests on, down to the numbers of entries', async () => {
  const { context, printed } = contextOf();
  await whyPlace(context, { directive: '07', unit: 'b' }, {});
  expect(printed()).toContain('Vì sao hạng 2: B');
  expect(printed()).toContain('Đúng hạn: 2 / 4 × 60 = 30.0');
  expect(printed()).toContain('  Báo cáo, 2018: hoàn thành đúng hạn ← 512\n  Báo cáo, 2018');
  expect(printed()).toContain('  recognition/x/2018\n');
});

test('a unit that is not ranked is told why not', async () => {
  const { context } = contextOf();
  const asked = whyPlace(context, { directive: '07', unit: 'c' }, {});
  await expect(asked).rejects.toThrow('không xét · barred');
});
