/** `dondoc commendation show`: the warning of a nomination says who has the power by kinds of units in words. */
import type { Client } from './client';
import { showCommendation } from './commands/commendation';
import { Screen } from './screen';

const nomination = {
  ...{ awardingBody: 'xa', appraisingBody: 'phong', merit: 'regular', evidence: [] },
  ...{ subjects: [], shortlist: null, reason: 'x', form: 'bang-khen', directive: null },
};
const page = {
  ...{ commendation: 'k-1', status: 'nominated', form: 'bang-khen', formName: null, title: null },
  ...{ directive: null, symbol: null, names: {}, subjects: [], history: [], assumptions: [] },
  ...{ counts: { individuals: 0, collectives: 0, households: 0 }, current: null },
  warnings: [
    {
      code: 'commendation.no-power',
      power: { on: '2025-08-01', holders: ['department', 'police', 'stateHead'] },
    },
  ],
  record: {
    ...{ nomination, reported: null, decision: null, appraisal: null, dossier: null },
    ...{ deadlines: {}, outcomes: {}, opinions: [], current: null, nominatedBy: 'xa' },
  },
};

test.each([
  ['vi', 'cục, vụ; Công an tỉnh, thành phố; Chủ tịch nước'],
  ['en', 'department; provincial police; the President'],
] as const)('in %s', async (lang, holders) => {
  let text = '';
  const out = (more: string): void => void (text += more);
  const screen = new Screen({ lang, json: false, width: 200, out, err: out });
  const client = { get: async () => page } as unknown as Client;
  await showCommendation({ client, screen } as Parameters<typeof showCommendation>[0], 'k-1');
  expect(text).toContain(holders);
  expect(text).not.toContain('stateHead');
});
