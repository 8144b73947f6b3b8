/** Which bodies may recognise: by the levels of the norm in force, of the next one, or by who stands under them. */
import type { Actor, Policy, RecognitionNorm } from '../domain';
import { plan } from './plan';
import { book, BOUND, LADDER, policy, unit } from './testing/fixture';

const notHeld = { grade: 'notInCopy' } as const;
const stated = <T>(value: T) => ({ grade: 'stated', value, quote: 'q', place: 'p' }) as const;
const level = (code: string, ...unitKinds: string[]) => ({
  ...{ code, name: { vi: code, en: code } },
  unitKinds,
});

const OLD: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '23/2012/TT-BCA',
  subjects: notHeld,
  excluded: notHeld,
  registration: notHeld,
  checklist: notHeld,
  levels: notHeld,
  oneLevelDelegation: notHeld,
};
const COMMUNE = level('commune', 'communeCommittee');
const PROVINCE = level('province', 'provincialCommittee');
const NEW: RecognitionNorm = {
  ...OLD,
  symbol: '124/2021/TT-BCA',
  levels: stated([COMMUNE, level('district', 'districtCommittee'), PROVINCE]),
};
const LAST: RecognitionNorm = { ...NEW, symbol: '48/2025', levels: stated([COMMUNE, PROVINCE]) };

const OLDEST = policy('norm-2012', OLD, { from: '2012-04-27', to: '2022-02-09' });
const NORMS: readonly Policy[] = [
  OLDEST,
  policy('norm-2021', NEW, { from: '2022-02-10', to: '2025-06-30' }),
  policy('norm-2025', LAST, { from: '2025-07-01' }),
];

const ofKind = (id: string, parent: string | null, kind: string) => ({
  ...unit(id, parent, 'x'),
  kinds: [{ from: '2000-01-01', to: null, value: kind, source: 's' }],
});
const UNITS = {
  tinh: ofKind('tinh', null, 'provincialCommittee'),
  huyen: ofKind('huyen', 'tinh', 'districtCommittee'),
  xa: ofKind('xa', 'huyen', 'communeCommittee'),
  thon: ofKind('thon', 'xa', 'residentialArea'),
  truong: ofKind('truong', null, 'recognitionSubject'),
};

type Made = {
  readonly noPower?: unknown;
  readonly above?: unknown;
  readonly assumptions: readonly { readonly code: string }[];
};

function asked(body: string, date: string, policies = NORMS, type = 'RegisterForRecognition') {
  const actor: Actor = { id: 'a', role: 'clerk', unit: 'xa' };
  const data = { unit: 'thon', kind: 'residentialArea', date };
  return plan(
    { type, stream: `recognition/${body}/${date.slice(0, 4)}`, data, actor },
    {},
    book({ policies: [LADDER, BOUND, ...policies], org: { units: UNITS } }),
    '2026-04-20T02:00:00.000Z',
  ) as Made;
}

const codesOf = ({ assumptions }: Made) =>
  assumptions.map(({ code }) => code).filter((code) => code.startsWith('recognition.levels'));

test('a body whose kind is of no level of the norm in force may recognise nobody', () => {
  expect(asked('truong', '2026-02-10')).toMatchObject({
    noPower: { unit: 'truong', kind: 'recognitionSubject', levels: ['commune', 'province'] },
  });
  for (const body of ['xa', 'tinh']) {
    expect(asked(body, '2026-02-10')).not.toHaveProperty('noPower');
    expect(codesOf(asked(body, '2026-02-10'))).toEqual([]);
  }
  expect(asked('huyen', '2025-03-10')).not.toHaveProperty('noPower');
  expect(asked('huyen', '2025-08-10')).toMatchObject({ noPower: { unit: 'huyen' } });
});

test('where our copy names no levels those of the next norm are taken, as an assumption', () => {
  const made = asked('truong', '2019-02-10');
  expect(made).toMatchObject({ noPower: { levels: ['commune', 'district', 'province'] } });
  expect(codesOf(made)).toEqual(['recognition.levels-of-the-next-norm']);
  expect(made.assumptions).toContainEqual(expect.objectContaining({ policy: 'norm-2021@1' }));
  expect(asked('tinh', '2019-02-10')).not.toHaveProperty('noPower');
});

test('where no norm names any, a body under which nobody stands has no power, as an assumption', () => {
  const alone = asked('truong', '2019-02-10', [OLDEST]);
  expect(alone).toMatchObject({ noPower: { unit: 'truong', levels: [] } });
  expect(codesOf(alone)).toEqual(['recognition.levels-not-in-copy']);
  const over = asked('xa', '2019-02-10', [OLDEST]);
  expect(over).not.toHaveProperty('noPower');
  expect(codesOf(over)).toEqual(['recognition.levels-not-in-copy']);
});

test('who stands above the unit comes with its registration and its dossier, and with nothing else', () => {
  const above = ['xa', 'huyen', 'tinh'];
  expect(asked('xa', '2023-02-10')).toMatchObject({ above });
  const handedIn = asked('xa', '2023-02-10', NORMS, 'SubmitRecognitionDossier');
  expect(handedIn).toMatchObject({ above });
  expect(handedIn).not.toHaveProperty('noPower');
  const appraised = asked('truong', '2023-02-10', NORMS, 'AppraiseRecognitionDossier');
  expect(appraised).not.toHaveProperty('above');
  expect(appraised).not.toHaveProperty('noPower');
});
