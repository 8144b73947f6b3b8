/** The receipt of a nomination says what stands in its way, with words of its own for each warning. */
import type { CommandRecord, Entry } from '../../libs/ledger';
import { warningsOf } from './receipt-warnings';

const data = (warnings: readonly string[]) => ({
  warnings,
  power: {
    ...{ body: 'xa', form: 'bang-khen', name: { vi: 'Bằng khen', en: 'Certificate' } },
    ...{ on: '2025-08-01', holders: ['ministry', 'police'], policy: 'forms@1', source: 'Luật' },
  },
  thematic: {
    ...{ calendarDays: 45, last: '2025-07-01', today: '2025-08-01', policy: 'thematic@1' },
    ...{ source: 'NĐ 152', late: 'warn' },
  },
});
const record = (...events: string[]) =>
  ({
    stream: 'commendation/k-1',
    outcome: { accepted: true, events, version: 1 },
  }) as unknown as CommandRecord;

const asked: unknown[] = [];
const warned = (of: CommandRecord, warnings: readonly string[]) =>
  warningsOf(of, {
    ledger: {
      entriesOfStream: async (...place) => {
        asked.push(place);
        const type = 'dondoc.commendation.CommendationNominated.v1';
        return [
          { envelope: { type, data: { body: data(warnings), actor: {} } } } as unknown as Entry,
        ];
      },
    },
    reads: { unitNames: async () => ({ xa: { vi: 'UBND xã', en: 'Commune' } }) },
  });

test('of a body without the power, with who has it', async () => {
  const [one, ...more] = await warned(record('CommendationNominated'), ['commendation.no-power']);
  expect(more).toEqual([]);
  expect(one!.vi).toContain('UBND xã (xa) không có thẩm quyền tặng “Bằng khen”');
  expect(one!.vi).toContain('Trình cấp có thẩm quyền: bộ; Công an tỉnh, thành phố.');
  expect(one!.en).toContain('[commendation.no-power]');
  expect(asked.at(-1)).toEqual(['commendation/k-1', 2, 2]);
});

test('of a thematic dossier that comes late', async () => {
  const [one] = await warned(record('CommendationNominated'), ['commendation.thematic-late']);
  expect(one!.vi).toContain('trong 45 ngày kể từ ngày lập thành tích, chậm nhất 01/07/2025');
});

test('nothing else is looked up', async () => {
  const before = asked.length;
  expect(await warned(record('DossierCompleted'), ['x'])).toEqual([]);
  expect(await warned({ ...record(), outcome: undefined } as never, ['x'])).toEqual([]);
  expect(asked.length).toBe(before);
});
