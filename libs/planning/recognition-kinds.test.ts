/** As which kind of subject a unit may be registered or called: by the norm where it says so, else as it is told. */
import type { Actor, RecognitionNorm } from '../domain';
import { plan } from './plan';
import { book, BOUND, LADDER, policy, stated, unit } from './testing/fixture';

const span = { assessment: { from: '11-16', to: '11-15' }, decisionBefore: '11-20' };
const notHeld = { grade: 'notInCopy' } as const;
const trait = 'armedForces' as const;
const text = { vi: 'trừ lực lượng vũ trang', en: 'but for armed forces' };
const NORM: RecognitionNorm = {
  kind: 'recognitionNorm',
  symbol: '124/2021/TT-BCA',
  subjects: stated([
    { kind: 'commune', ...span, unitKinds: ['communeCommittee'] },
    { kind: 'agency', ...span },
    { kind: 'enterprise', ...span },
  ]),
  excluded: stated([{ kind: 'agency', trait, text, unitKinds: ['police'] }]),
  registration: stated({ from: '01-01', to: '03-31' }),
  checklist: notHeld,
  levels: notHeld,
  oneLevelDelegation: notHeld,
};
const ofKind = (id: string, parent: string | null, kind: string) => ({
  ...unit(id, parent, 'x'),
  kinds: [{ from: '2000-01-01', to: null, value: kind, source: 's' }],
});
const UNITS = {
  tinh: ofKind('tinh', null, 'provincialCommittee'),
  xa: ofKind('xa', 'tinh', 'communeCommittee'),
  cat: ofKind('cat', null, 'police'),
  so: ofKind('so', 'tinh', 'department'),
};
const ACTOR: Actor = { id: 'a', role: 'leader', unit: 'tinh' };

function asked(type: string, data: object) {
  return plan(
    { type, stream: 'recognition/tinh/2023', data: { ...data, date: '2023-02-10' }, actor: ACTOR },
    {},
    book({ policies: [LADDER, BOUND, policy('norm', NORM)], org: { units: UNITS } }),
    '2023-02-10T02:00:00.000Z',
  ) as { misfit?: unknown; assumptions: readonly { readonly code: string }[] };
}

const register = (of: string, kind: string) =>
  asked('RegisterForRecognition', { unit: of, kind, trait: null });
const NOT_STATED = expect.objectContaining({ code: 'recognition.unit-kinds-not-stated' });

test('a unit whose kind the norm excludes is none, whatever trait the registration gives', () => {
  expect(register('cat', 'agency')).toMatchObject({
    misfit: { unit: 'cat', unitKind: 'police', excluded: { trait, text } },
  });
});

test('a unit that the norm takes as another kind of subject is none of this one', () => {
  expect(register('xa', 'enterprise')).toMatchObject({
    misfit: { unit: 'xa', kind: 'enterprise', unitKind: 'communeCommittee', fits: ['commune'] },
  });
  expect(register('so', 'commune')).toMatchObject({ misfit: { unit: 'so', fits: [] } });
  expect(register('xa', 'commune')).not.toHaveProperty('misfit');
  expect(register('xa', 'commune').assumptions).not.toContainEqual(NOT_STATED);
});

test('where the norm says nothing of the kind of unit, that it is such a subject is an assumption', () => {
  const told = register('so', 'agency');
  expect(told).not.toHaveProperty('misfit');
  expect(told.assumptions).toContainEqual(NOT_STATED);
});

test('of a call each unit is looked at', () => {
  const called = (...units: object[]) =>
    asked('CallForRegistration', { units, standingBody: null });
  const good = { unit: 'so', kind: 'agency' };
  expect(called(good)).not.toHaveProperty('misfit');
  expect(called(good, { unit: 'cat', kind: 'agency' })).toMatchObject({ misfit: { unit: 'cat' } });
});
